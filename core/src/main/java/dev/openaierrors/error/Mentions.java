package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** The mentions of errors in an event, at most one in each of its sections. */
final class Mentions {

  // The payload is among the first objects of a text, or the text is not worth more work.
  private static final int MAX_PAYLOADS = 10;

  private final EventText whole;
  private final PhraseMatches found;
  private final Sections sections;
  private final @Nullable Mention[] mentions;

  Mentions(EventText whole, PhraseMatches found) {
    this.whole = whole;
    this.found = found;
    this.sections = found.sections();
    this.mentions = new Mention[sections.count()];
  }

  EventText whole() {
    return whole;
  }

  PhraseMatches found() {
    return found;
  }

  Sections sections() {
    return sections;
  }

  int count() {
    return mentions.length;
  }

  /** Null for a section without evidence. */
  @Nullable Mention get(int section) {
    return mentions[section];
  }

  /** The mention in a section, which there is from now on. */
  Mention in(int section) {
    Mention known = mentions[section];
    if (known == null) {
      known = new Mention(section);
      mentions[section] = known;
    }
    return known;
  }

  /** Whether a section says something of another: a key-value pair tells only of itself. */
  boolean speaksFor(int other, int section) {
    int first = sections.first(other);
    return !whole.isPair(sections.start(first)) || first == sections.first(section);
  }

  /** What speaks for OpenAI in all sections but this one; bits of {@link Role}. */
  int support(int section) {
    int support = 0;
    for (Mention other : mentions) {
      if (other != null && other.section != section && speaksFor(other.section, section)) {
        support |= other.roles() & Role.SUPPORT;
      }
    }
    return support;
  }

  /**
   * Who serves the API by what this mention and the other sections say; bits of {@link Provider}.
   */
  int providers(Mention mention) {
    int providers = mention.providers();
    for (Mention other : mentions) {
      if (other != null && speaksFor(other.section, mention.section)) {
        providers |= other.providers();
      }
    }
    return providers;
  }

  /**
   * The status of a mention; where it has none, that of another section, since one event tells of
   * one failure, unless that is another vendor's.
   */
  int status(Mention mention) {
    int status = mention.status;
    for (int i = 0; i < mentions.length && status == HttpStatus.NONE; i++) {
      Mention other = mentions[i];
      if (other != null && !other.isForeign() && speaksFor(i, mention.section)) {
        status = other.status;
      }
    }
    return status;
  }

  /** Whether a section that speaks for this mention names OpenAI as what failed. */
  boolean isNamedAsFailed(Mention one) {
    for (Mention mention : mentions) {
      if (mention != null && speaksFor(mention.section, one.section) && isFailed(mention)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFailed(Mention mention) {
    Boolean known = mention.failed;
    if (known == null) {
      FailedCall call =
          mention.has(Role.NAME) ? FailedCall.in(found, sections, mention.section) : null;
      known = call != null;
      mention.failed = known;
      if (call != null && isVague(mention)) {
        say(mention, call.kind());
      }
    }
    return known;
  }

  /** Where a status says something of the kind, the words have to fit it. */
  private void say(Mention mention, @Nullable PhraseMatch kind) {
    if (kind != null && FailureLexicon.fits(kind, statusOf(mention))) {
      mention.best = kind;
      mention.bestRank = Wording.isNetwork(kind.kind()) ? Rank.NETWORK : Rank.HINT;
      mention.add(Role.HINT);
    }
  }

  private int statusOf(Mention mention) {
    int status = status(mention);
    return status == HttpStatus.NONE && mention.shape != PayloadShape.NONE
        ? payload(mention).status()
        : status;
  }

  /** Nothing says which kind it is, or only that the request was wrong somehow. */
  private static boolean isVague(Mention mention) {
    return mention.bestRank < Rank.NETWORK
        || (mention.bestRank <= Rank.COMMON_CODE && mention.kind() == ErrorKind.INVALID_REQUEST);
  }

  /** Listens to what is only said where OpenAI, or its client, is known to have failed. */
  void listen(Mention mention) {
    if (!isVague(mention)) {
      return;
    }
    int start = sections.start(mention.section);
    int end = sections.end(mention.section);
    if (mention.shape >= PayloadShape.FULL || isPartOfAnswer(mention)) {
      say(mention, FailureLexicon.kind(found, begin(mention), end));
    } else if (!isNamedAsFailed(mention)
        && (mention.openAisClient
            || (mention.has(Role.HOST) && FailureWords.areSaid(found, start, end)))) {
      say(mention, FailureLexicon.kind(found, start, end));
    }
  }

  private static boolean isPartOfAnswer(Mention mention) {
    return mention.shape == PayloadShape.PARTIAL
        && (mention.has(Role.FRAMEWORK) || mention.has(Role.PRINTED) || mention.has(Role.PROVIDER));
  }

  /** Whether a status is told, beside the answer or in it. */
  boolean isNumbered(Mention mention) {
    return status(mention) != HttpStatus.NONE
        || (mention.shape != PayloadShape.NONE && payload(mention).status() != HttpStatus.NONE);
  }

  /** A status, or a part of an answer: more than a sentence that several vendors have. */
  boolean isAnswered(Mention mention) {
    return status(mention) != HttpStatus.NONE || mention.shape != PayloadShape.NONE;
  }

  /** Such a service is named, answered with a status, and with an error object. */
  boolean isAnswerInOpenAisFormat(Mention mention) {
    return Provider.COMPATIBLE.isIn(mention.providers())
        && mention.shape != PayloadShape.NONE
        && status(mention) != HttpStatus.NONE;
  }

  /**
   * The payload of a mention: the first object with a code or a type, else the first that says
   * anything.
   */
  Payload payload(Mention mention) {
    Payload known = mention.payload;
    if (known != null) {
      return known;
    }
    Payload read = payload(sections.start(mention.section), sections.end(mention.section));
    mention.payload = read;
    return read;
  }

  private Payload payload(int from, int to) {
    Payload first = Payload.EMPTY;
    int attempts = 0;
    for (PhraseMatch match : found.told()) {
      if (attempts < MAX_PAYLOADS
          && isKey(match, from, to)
          && !match.text().equals(SpecialPhrases.ERROR)) {
        // The later an object is, the less it is worth.
        int extent = PayloadReader.MAX_EXTENT >> (attempts / 2);
        attempts++;
        Payload read = PayloadReader.around(found.text(), match.start(), extent);
        if (read.code() != null || read.type() != null) {
          return read;
        }
        boolean keep = first.tells() || (first.message() != null && !read.tells());
        first = keep ? first : read;
      }
    }
    return first;
  }

  /** The payload of a mention; that of the event, wherever it stands, where that says nothing. */
  Payload anyPayload(Mention mention) {
    Payload own = payload(mention);
    return own.tells() || sections.count() == 1 ? own : payload(0, found.text().length());
  }

  /** Where a mention says what it says: its best phrase, its payload, or all of it. */
  int begin(Mention mention) {
    if (mention.best != null) {
      return mention.best.start();
    }
    int start = sections.start(mention.section);
    for (PhraseMatch match : found.all()) {
      if (isKey(match, start, sections.end(mention.section))) {
        return match.start();
      }
    }
    return start;
  }

  /** Whether a phrase between these is the key of a payload. */
  private boolean isKey(PhraseMatch match, int from, int to) {
    return match.role() == Role.KEY
        && match.start() >= from
        && match.start() < to
        && PayloadShape.isKey(found.text(), match);
  }
}
