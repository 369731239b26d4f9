package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Finds the mentions of errors in an event: what each of its sections says by itself.
 *
 * <p>Linear in the number of phrases that were found.
 */
final class MentionReader {

  private final Text text;
  private final PhraseMatches found;
  private final Sections sections;
  private final Mentions mentions;
  private final Wording wording;

  private MentionReader(EventText whole, PhraseMatches found) {
    this.text = found.text();
    this.found = found;
    this.sections = found.sections();
    this.mentions = new Mentions(whole, found);
    this.wording = new Wording(text, sections);
  }

  /** The mentions in an event, in which these phrases stand. */
  static Mentions read(EventText whole, PhraseMatches found) {
    MentionReader reader = new MentionReader(whole, found);
    reader.weigh();
    for (int section = 0; section < reader.sections.count(); section++) {
      reader.read(section);
    }
    return reader.mentions;
  }

  private void weigh() {
    PhraseMatch[] told = found.told();
    int section = 0;
    int begin = 0;
    for (int i = 0; i < told.length; i++) {
      int in = sections.of(told[i].start(), section);
      if (in != section) {
        shape(section, begin, i);
        section = in;
        begin = i;
      }
      weigh(told[i], in);
    }
    shape(section, begin, told.length);
  }

  /** Of the phrases with these indexes. */
  private void shape(int section, int from, int to) {
    int shape = PayloadShape.of(text, found.told(), from, to);
    if (shape != PayloadShape.NONE) {
      Mention mention = mentions.in(section);
      mention.shape = Math.max(mention.shape, shape);
    }
  }

  /** What no phrase tells. */
  private void read(int section) {
    int start = sections.start(section);
    int end = sections.end(section);
    if (isMetric(start, end)
        || isTicked(mentions.get(section))
        || (isMarkdown(start) && !hasClientFrame(section))) {
      mentions.in(section).add(Role.STAGED);
    }
    if (AnswerForm.isDotNet(text, start)) {
      mentions.in(section).add(Role.CLIENT);
      mentions.in(section).clientThrown = true;
    }
    int status = HttpStatus.in(text, start, end, found.quotations());
    if (status != HttpStatus.NONE) {
      mentions.in(section).status = status;
    } else if (isPolicy(start, end, mentions.get(section))) {
      mentions.in(section).add(Role.STAGED);
    }
  }

  /** {@code retryOn=[429, 500, 503]}: what is to be done if a call fails. */
  private boolean isPolicy(int from, int to, @Nullable Mention mention) {
    return mention != null
        && mention.shape == PayloadShape.NONE
        && mention.bestRank < Rank.SENTENCE
        && HttpStatus.isListed(text, from, to);
  }

  /** {@code ### A heading}, {@code 1. [A link](…)}: a document, no log. */
  private boolean isMarkdown(int from) {
    int at = from;
    while (text.is(at, '#') || text.isDigit(at)) {
      at++;
    }
    // A time or a number is the heading of a log.
    boolean heading =
        at > from + 1
            && text.at(from) == '#'
            && text.is(at, ' ')
            && !text.isDigit(at + 1)
            && !text.is(at + 1, '[');
    return heading || (at > from && text.startsWith(at, ". ["));
  }

  /** A report of what a client of OpenAI's threw, however it is written. */
  private boolean hasClientFrame(int section) {
    Mention known = mentions.get(section);
    return known != null && known.clientFrame != Integer.MAX_VALUE;
  }

  /** {@code name{label="value"} 318.0}: a count of what happened at some time. */
  private boolean isMetric(int from, int to) {
    int at = from;
    while (at < to && (text.isWord(at) || text.at(at) == ':')) {
      at++;
    }
    if (at == from || at >= to || text.at(at) != '{') {
      return false;
    }
    boolean quoted = false;
    while (at < to && !text.isLineEnd(at) && (quoted || text.at(at) != '}')) {
      quoted ^= text.at(at) == '"' && text.at(at - 1) != '\\';
      at++;
    }
    return at + 2 < to && text.at(at) == '}' && text.at(at + 1) == ' ' && text.isDigit(at + 2);
  }

  private void weigh(PhraseMatch match, int section) {
    int rank = rank(match, section);
    if (rank == Rank.NOTHING) {
      return;
    }
    Mention mention = mentions.in(section);
    Phrase phrase = match.phrase();
    mention.add(phrase.role());
    if (phrase.provider() != null) {
      mention.add(phrase.provider());
    }
    if (phrase.kind() != null && isBetter(mention, match, rank)) {
      mention.best = match;
      mention.bestRank = rank;
    }
  }

  private int rank(PhraseMatch match, int section) {
    return switch (match.role()) {
      case STAGED -> staged(match, section);
      case CODE, COMMON_CODE, TYPE -> value(match, section);
      case SENTENCE, PHRASE, HINT ->
          ClientName.isProgram(text, match) ? Rank.NOTHING : wording.rank(match, section);
      case PROVIDER -> wording.isWhole(match, section) ? Rank.ORIGIN : Rank.NOTHING;
      case LINK -> text.endsWith(match.start(), "get https://") ? Rank.NOTHING : Rank.ORIGIN;
      case ENDPOINT -> AnswerForm.isOwnAnswer(text, match) ? Rank.NOTHING : Rank.ORIGIN;
      case ENVELOPE -> AnswerForm.isEnvelope(text, match) ? Rank.ORIGIN : Rank.NOTHING;
      case PRINTED -> printed(match, section);
      case FRAMEWORK -> framework(match, section);
      case CLIENT -> client(match, section);
      case VENDOR, FOREIGN -> vendor(match, section);
      case URL -> url(match, section);
      case REQUEST_ID -> requestId(match, section);
      case KEY, QUOTING_KEY, DELAY, MODEL, PARAMETER, LIMIT, ATTEMPT, FALLBACK -> Rank.NOTHING;
      default -> Rank.ORIGIN;
    };
  }

  /** What a tick stands before went well; the next line may be another story. */
  private int staged(PhraseMatch match, int section) {
    if (match.text().length() > 1) {
      return Rank.ORIGIN;
    }
    mentions.in(section).tick = match.start();
    return Rank.NOTHING;
  }

  private boolean isTicked(@Nullable Mention mention) {
    if (mention == null || mention.tick < 0) {
      return false;
    }
    int told = mention.best == null ? mention.tick : mention.best.start();
    int from = Math.min(told, mention.tick);
    int to = Math.max(told, mention.tick);
    return text.indexOf('\n', from, to) < 0 && text.indexOf("\\n", from, to) < 0;
  }

  private static boolean isBetter(Mention mention, PhraseMatch match, int rank) {
    return mention.best == null
        || rank > mention.bestRank
        || (rank == mention.bestRank && Wording.isMoreTelling(match, mention.best));
  }

  private int value(PhraseMatch match, int section) {
    if (match.text().indexOf('_') > 0 && FieldValue.isCounted(text, match)) {
      // A time-out that was set is no count of time-outs.
      if (match.kind() != ErrorKind.TIMEOUT) {
        mentions.in(section).add(Role.STAGED);
      }
      return Rank.NOTHING;
    }
    if (FieldValue.isLabel(text, match)) {
      mentions.in(section).add(Role.STAGED);
    }
    FieldValue.Of of = FieldValue.of(text, match);
    if (of == FieldValue.Of.TYPE) {
      mentions.in(section).typed = true;
    } else if (of == FieldValue.Of.CODE) {
      mentions.in(section).coded = true;
    }
    boolean common = match.role() == Role.COMMON_CODE;
    boolean generic = match.kind() == ErrorKind.INVALID_REQUEST;
    return switch (of) {
      case NOTHING -> Rank.NOTHING;
      case TYPE -> common || generic ? Rank.GENERIC_TYPE : Rank.TYPE;
      case CODE -> codeRank(match, generic);
      case BRACKETS -> common ? Rank.NOTHING : codeRank(match, generic);
    };
  }

  private static int codeRank(PhraseMatch match, boolean generic) {
    return switch (match.role()) {
      case TYPE -> Rank.NOTHING;
      case COMMON_CODE -> Rank.COMMON_CODE;
      default ->
          // DeepSeek swaps code and type; this one says nothing in either place.
          match.text().equals(SpecialPhrases.GENERIC_TYPE)
              ? Rank.GENERIC_TYPE
              : generic ? Rank.GENERIC_CODE : Rank.CODE;
    };
  }

  private int printed(PhraseMatch match, int section) {
    if (!AnswerForm.isPrinted(text, match)) {
      return Rank.NOTHING;
    }
    mentions.in(section).printedError |= AnswerForm.isErrorPrinted(text, match);
    mentions.in(section).ofModel |= AnswerForm.isOfModel(text, match.start());
    if (AnswerForm.isPrintedByOpenAi(text, match)) {
      mentions.in(section).printed = true;
    }
    return Rank.ORIGIN;
  }

  private int framework(PhraseMatch match, int section) {
    if (match.text().equals(SpecialPhrases.AI_SDK)) {
      mentions.in(section).ofAiSdk = true;
    }
    if (!text.isFrame(match.start())) {
      mentions.in(section).clientThrown = true;
    }
    return Rank.ORIGIN;
  }

  private int client(PhraseMatch match, int section) {
    if (!ClientName.tells(text, match)) {
      return Rank.NOTHING;
    }
    Mention mention = mentions.in(section);
    mention.ownClient |= !SpecialPhrases.BARE.contains(match.text());
    if (text.isFrame(match.start())) {
      mention.clientFrame = Math.min(mention.clientFrame, match.start());
    } else {
      mention.clientThrown = true;
      mention.openAisClient |= ClientName.heads(text, match);
      mention.officialClient |= match.text().equals(SpecialPhrases.JAVA_PACKAGE);
    }
    return Rank.ORIGIN;
  }

  /** A vendor's server that takes OpenAI's calls: {@code …googleapis.com/v1beta/openai/chat/…}. */
  private static boolean isHostOfServed(PhraseMatch match, Mention mention) {
    return match.start() < mention.servedEnd
        || (mention.has(Role.SERVED) && SpecialPhrases.HOSTS.contains(match.text()));
  }

  /** As a word of its own: no part of a path, of a logger's name or of a thread's. */
  private boolean isNamed(PhraseMatch match) {
    return isApart(match.start() - 1) && isApart(match.end());
  }

  private boolean isApart(int at) {
    return !text.isWord(at) && !text.is(at, '.') && !text.is(at, '-') && !text.is(at, '/');
  }

  /** In a stack frame, a vendor's name says whose client was called. */
  private int vendor(PhraseMatch match, int section) {
    Mention known = mentions.get(section);
    if (known != null && isHostOfServed(match, known)) {
      return Rank.NOTHING;
    }
    if (!text.isFrame(match.start())) {
      Mention mention = mentions.in(section);
      mention.vendorThrown |= match.text().startsWith(SpecialPhrases.GROQ);
      mention.vendorNamed |= isNamed(match);
      mention.elsewhere |=
          SpecialPhrases.ELSEWHERE.contains(match.text()) && !text.endsWith(match.start(), "type.");
      return Rank.ORIGIN;
    }
    Mention mention = mentions.in(section);
    mention.foreignFrame = Math.min(mention.foreignFrame, match.start());
    return Rank.NOTHING;
  }

  /** Another server was called before the error stands there: it is that server's error. */
  private int url(PhraseMatch match, int section) {
    CalledUrl url = CalledUrl.at(text, match.end());
    CalledUrl.Of server = url.of();
    if (server == CalledUrl.Of.COMPATIBLE_API) {
      Mention mention = mentions.in(section);
      mention.add(Provider.COMPATIBLE);
      mention.servedEnd = url.end();
      if (url.isOpenAisAlone() && url.isTold()) {
        mention.add(Role.SERVED);
      }
    } else if (server == CalledUrl.Of.FOREIGN_API) {
      Mention mention = mentions.in(section);
      mention.foreignCall |= mention.best == null;
    }
    return Rank.NOTHING;
  }

  /** Ids that begin with 01 and are no hexadecimal numbers are Anthropic's. */
  private int requestId(PhraseMatch match, int section) {
    int end = match.end();
    if (match.text().equals(FieldGrammar.REQUEST_ID) && text.startsWith(end, "01")) {
      for (int i = end + 2; text.isWord(i); i++) {
        if (Character.digit(text.at(i), 16) < 0) {
          mentions.in(section).add(Role.FOREIGN);
          break;
        }
      }
    }
    return Rank.NOTHING;
  }
}
