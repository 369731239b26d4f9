package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Which mention of an event is an OpenAI error: points for what speaks for it, and vetoes, which
 * hold only for the mention that they stand in.
 */
final class Judge {

  /** The points that an OpenAI error has at least. */
  static final int ENOUGH = 4;

  private static final int ORIGINS =
      Role.bits(
          Role.SENTENCE,
          Role.CLIENT,
          Role.HOST,
          Role.LINK,
          Role.ENDPOINT,
          Role.SERVED,
          Role.CALLED,
          Role.ENVELOPE,
          Role.NAME);
  // What none but OpenAI, or who answers in its stead, has: another vendor is only named beside it.
  private static final int OWN =
      Role.bits(Role.SENTENCE, Role.CLIENT, Role.HOST, Role.LINK, Role.ENVELOPE);
  private static final String[] ERROR_LEADS = {
    "error",
    "exception",
    "failed",
    "failure",
    "with",
    "message",
    "reason",
    "because",
    "cause",
    "response",
    "answer",
    "returned",
    "got",
    "received",
    "saying",
    "body"
  };
  // Words of a sentence that stand before what we know of it.
  private static final int LONGEST_OPENING = 40;
  private static final int MAX_WEAK = 2;
  private static final int ROUTINE = -2;
  private static final int FOREIGN_CALL = -8;

  private final Mentions mentions;
  private final Hits hits;
  private final char[] text;
  private final int length;
  private final boolean routine;

  private Judge(Mentions mentions, boolean routine) {
    this.mentions = mentions;
    this.hits = mentions.hits();
    this.text = mentions.whole().chars();
    this.length = mentions.whole().length();
    this.routine = routine;
  }

  /**
   * The mention that says best what failed; null if none is an OpenAI error.
   *
   * <p>What is worded decides before what is only numbered; of throwables that say the same, the
   * last one, which is the root cause; but a time-out before the broken connection that it left.
   */
  static @Nullable Mention best(Mentions mentions, boolean routine) {
    Judge judge = new Judge(mentions, routine);
    Mention best = null;
    for (int section = 0; section < mentions.count(); section++) {
      Mention mention = mentions.get(section);
      if (mention != null
          && judge.isError(mention)
          && (best == null || judge.isBetter(mention, best))) {
        best = mention;
      }
    }
    return best;
  }

  private boolean isBetter(Mention later, Mention earlier) {
    if (later.bestRank != earlier.bestRank) {
      return later.bestRank > earlier.bestRank;
    }
    if (later.bestRank == Rank.NETWORK) {
      return kind(later) == ErrorKind.TIMEOUT && kind(earlier) != ErrorKind.TIMEOUT;
    }
    return later.best >= 0
        && mentions.sections().areChained(earlier.section, later.section)
        && later.shape >= earlier.shape;
  }

  private @Nullable ErrorKind kind(Mention mention) {
    return mention.best < 0 ? null : hits.phrase(mention.best).kind();
  }

  /** Whether all of it makes an OpenAI error. */
  private boolean isError(Mention mention) {
    int support = mentions.support(mention.section);
    int all = mention.roles() | support;
    int at =
        mention.best < 0 ? mentions.sections().start(mention.section) : hits.start(mention.best);
    int piece =
        Math.max(
            mentions.whole().pieceOf(at), mentions.sections().start(mention.section));
    boolean quiet = routine || Header.isRoutine(text, piece, length);
    return points(mention, all, quiet) >= ENOUGH
        && saysKind(mention, all)
        && hasOrigin(mention, all)
        && (!quiet || mention.shape > Shape.NONE || Role.CLIENT.isIn(all) || happened(mention))
        && !isToldOf(mention, all);
  }

  private boolean hasOrigin(Mention mention, int all) {
    return (all & ORIGINS) != 0
        || mention.providers() != 0
        || mentions.providers(mention.section) != 0
        || mention.shape == Shape.EXACT
        || (mention.shape == Shape.FULL && (mention.has(Role.PHRASE) || isOpenAis(mention)))
        || (mention.shape == Shape.PARTIAL && hasOwnCode(mention))
        || isCodeOfStatus(mention)
        || (Role.FRAMEWORK.isIn(all) && mention.bestRank >= Rank.PHRASE);
  }

  /** {@code Error code: 429 - insufficient_quota}: the code of an answer without its payload. */
  private boolean isCodeOfStatus(Mention mention) {
    return mention.status != HttpStatus.NONE && hasOwnCode(mention);
  }

  /** A code of OpenAI's beside a type of OpenAI's. */
  private boolean isOpenAis(Mention mention) {
    return hasOwnCode(mention) || (mention.typed && mention.coded);
  }

  /** The best hit is a code that nobody else has. */
  private boolean hasOwnCode(Mention mention) {
    return mention.best >= 0
        && (mention.bestRank == Rank.CODE
            || mention.bestRank == Rank.GENERIC_CODE
            || mention.bestRank == Rank.TYPE)
        && !Signs.SHARED_CODES.contains(hits.phrase(mention.best).text());
  }

  private int points(Mention mention, int all, boolean quiet) {
    int points = 0;
    int providers = mention.providers() | mentions.providers(mention.section);
    int weak = mentions.status(mention) == HttpStatus.NONE ? 0 : 1;
    for (Role role : Role.ALL) {
      if (!role.isIn(all)) {
        continue;
      }
      if (role.isWeak()) {
        // Whoever says that OpenAI was called has named it.
        weak += role == Role.NAME && Role.CALLED.isIn(all) ? 0 : 1;
      } else if (role.weight() > 0 || role == Role.STAGED) {
        points += role.weight();
      } else if (role == Role.PROVIDER && Provider.COMPATIBLE.isIn(providers)) {
        // A service that answers in OpenAI's format is named, as OpenAI might be.
        weak++;
      }
    }
    boolean counts =
        mention.shape == Shape.EXACT || (mention.shape == Shape.FULL && hasValue(mention));
    points += counts ? mention.shape : 0;
    points += mention.shape == Shape.PARTIAL && hasOwnCode(mention) ? Shape.FULL : 0;
    points += mention.shape == Shape.NONE && isCodeOfStatus(mention) ? 1 : 0;
    points += !isFailedCall(mention) ? 0 : Role.CALLED.isIn(all) ? 1 : 2;
    weak += mention.shape != Shape.NONE && !counts ? 1 : 0;
    points += Math.min(weak, MAX_WEAK);
    points += quiet ? ROUTINE : 0;
    points += foreign(mention, all);
    return points;
  }

  /** OpenAI is named as what failed, and there is something of the failure itself. */
  private boolean isFailedCall(Mention mention) {
    if (!isNamedAsFailed(mention)) {
      return false;
    }
    return mention.status != HttpStatus.NONE
        || mention.bestRank == Rank.NETWORK
        || (mention.has(Role.COMMON_CODE) && mention.shape >= Shape.PARTIAL);
  }

  private boolean isNamedAsFailed(Mention one) {
    for (int i = 0; i < mentions.count(); i++) {
      Mention mention = mentions.get(i);
      if (mention != null && mention.failed && mentions.speaksFor(i, one.section)) {
        return true;
      }
    }
    return false;
  }

  /** What makes the error another vendor's. */
  private int foreign(Mention mention, int all) {
    boolean openAisOwn =
        mention.officialClient || (mention.has(Role.SENTENCE) && mention.has(Role.LINK));
    if (mention.has(Role.FOREIGN) && !openAisOwn) {
      return Role.FOREIGN.weight();
    }
    if (isThrownByAnother(mention) && !openAisOwn) {
      return Role.FOREIGN.weight();
    }
    if (mention.has(Role.VENDOR) && !openAisOwn && !isOpenAisBesideAnother(mention)) {
      return Role.VENDOR.weight();
    }
    if (!openAisOwn && !mention.has(Role.SENTENCE) && mentions.payload(mention).foreign()) {
      return Role.FOREIGN.weight();
    }
    boolean called =
        mention.foreignCall
            && !mention.has(Role.SENTENCE)
            && !Role.CLIENT.isIn(all)
            && !Role.CALLED.isIn(all);
    return called ? FOREIGN_CALL : 0;
  }

  /** Another vendor's client is nearer to the top of the stack than OpenAI's. */
  private boolean isThrownByAnother(Mention mention) {
    int own = Integer.MAX_VALUE;
    int foreign = Integer.MAX_VALUE;
    for (int i = 0; i < mentions.count(); i++) {
      Mention other = mentions.get(i);
      if (other != null
          && (other == mention || mentions.sections().areChained(i, mention.section))) {
        own = Math.min(own, other.clientFrame);
        foreign = Math.min(foreign, other.foreignFrame);
      }
    }
    return foreign < own && !mention.clientThrown;
  }

  /** Another vendor is named, but what is told is OpenAI's. */
  private boolean isOpenAisBesideAnother(Mention mention) {
    if ((mention.roles() & OWN) != 0 || hasOwnCode(mention)) {
      return true;
    }
    if (mention.shape == Shape.EXACT && mention.coded) {
      return true;
    }
    return mention.best >= 0 && distance(mention, true) < distance(mention, false);
  }

  /** How far the best phrase is from the next word that names OpenAI, or another vendor. */
  private int distance(Mention mention, boolean openAi) {
    int start = hits.start(mention.best);
    int end = hits.end(mention.best);
    int nearest = Integer.MAX_VALUE;
    for (int hit = 0; hit < hits.count(); hit++) {
      Role role = hits.phrase(hit).role();
      boolean names =
          openAi
              ? role == Role.NAME || role == Role.CALLED || role == Role.CLIENT
              : role == Role.VENDOR;
      if (names && mentions.sections().of(hits.start(hit)) == mention.section) {
        int away = hits.end(hit) <= start ? start - hits.end(hit) : hits.start(hit) - end;
        nearest = Math.min(nearest, Math.max(0, away));
      }
    }
    return nearest;
  }

  /** Whether a code or type that we know stands where a payload has it. */
  private static boolean hasValue(Mention mention) {
    return mention.has(Role.CODE) || mention.has(Role.TYPE) || mention.has(Role.COMMON_CODE);
  }

  private boolean saysKind(Mention mention, int all) {
    int status = mentions.status(mention);
    if (mention.best >= 0) {
      // A stack that passes through a client says that it was called, not that it failed: the
      // exception on top may be of the caller's own code.
      boolean passing =
          Role.CLIENT.isIn(all)
              && !isThrownByClient()
              && !Role.HOST.isIn(all)
              && status == HttpStatus.NONE;
      return mention.bestRank > Rank.HINT || !passing || Mentions.isNetwork(kind(mention));
    }
    if (mention.has(Role.ENVELOPE) && mention.shape >= Shape.PARTIAL) {
      return true;
    }
    boolean whole =
        mention.shape == Shape.EXACT
            && (Role.CLIENT.isIn(all) || Role.HOST.isIn(all) || Role.CALLED.isIn(all));
    return (whole || mention.status != HttpStatus.NONE) && !mention.has(Role.SUCCESS);
  }

  private boolean isThrownByClient() {
    for (int i = 0; i < mentions.count(); i++) {
      Mention mention = mentions.get(i);
      if (mention != null && mention.clientThrown) {
        return true;
      }
    }
    return false;
  }

  /** Quoted in the middle of a sentence: people ask what 'you exceeded your quota' means. */
  private boolean isToldOf(Mention mention, int all) {
    if (mention.bestRank < Rank.PHRASE
        || mentions.status(mention) != HttpStatus.NONE
        || mention.shape != Shape.NONE) {
      return false;
    }
    int quote = hits.start(mention.best) - 1;
    if (quote < 2 || !Chars.isQuote(text[quote]) || Role.CLIENT.isIn(all) || Role.HOST.isIn(all)) {
      return false;
    }
    int word = quote - 2;
    if (text[quote - 1] != ' ' || !Character.isLetter(text[word])) {
      return false;
    }
    for (String lead : ERROR_LEADS) {
      if (Chars.endsWith(text, word + 1, lead)) {
        return false;
      }
    }
    return true;
  }

  /** What is logged at INFO is told of, unless a status or the wording without quotes is there. */
  private boolean happened(Mention mention) {
    if (mention.bestRank <= Rank.HINT) {
      return mentions.status(mention) != HttpStatus.NONE;
    }
    int at = hits.start(mention.best);
    int limit = Math.max(0, at - LONGEST_OPENING);
    while (at > limit && (Character.isLetter(text[at - 1]) || text[at - 1] == ' ')) {
      at--;
    }
    return at == 0 || !Chars.isQuote(text[at - 1]);
  }
}
