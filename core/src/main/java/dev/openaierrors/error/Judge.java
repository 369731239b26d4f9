package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
      Role.bits(Role.SENTENCE, Role.CLIENT, Role.HOST, Role.LINK, Role.SERVED, Role.ENVELOPE);
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
  private static final int LONGEST_TOLD = 160;
  private static final int MAX_WEAK = 2;
  private static final int ROUTINE = -2;
  private static final int FOREIGN_CALL = -8;
  private static final int FOREIGN_THROWN = -30;

  private final Mentions mentions;
  private final PhraseMatches hits;
  private final char[] text;
  private final int length;
  private final boolean routine;
  private final @Nullable List<String> ledger;
  // This one, but for what is written into the ledger.
  private final Judge silent;

  private Judge(Mentions mentions, boolean routine, @Nullable List<String> ledger) {
    this.mentions = mentions;
    this.hits = mentions.hits();
    this.text = mentions.whole().chars();
    this.length = mentions.whole().length();
    this.routine = routine;
    this.ledger = ledger;
    this.silent = ledger == null ? this : new Judge(mentions, routine, null);
  }

  /**
   * The mention that says best what failed; null if none is an OpenAI error.
   *
   * <p>What is worded decides before what is only numbered; of throwables that say the same, the
   * last one, which is the root cause; but a time-out before the broken connection that it left.
   */
  static @Nullable Mention best(Mentions mentions, boolean routine) {
    Judge judge = new Judge(mentions, routine, null);
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
      return kind(later) == ErrorKind.TIMEOUT
          && kind(earlier) != ErrorKind.TIMEOUT
          && !SpecialPhrases.UNREACHED.contains(hits.phrase(earlier.best).text());
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
    int all = roles(mention);
    boolean quiet = isQuiet(mention);
    return points(mention, all, quiet) >= ENOUGH
        && saysKind(mention, all)
        && hasOrigin(mention, all)
        && (!quiet
            || mention.shape > PayloadShape.NONE
            || Role.CLIENT.isIn(all)
            || happened(mention))
        && !isToldOf(mention, all);
  }

  /**
   * What speaks for OpenAI in a mention, and in the others, unless it is another vendor's: then
   * what is told beside it is another story.
   */
  private int roles(Mention mention) {
    boolean foreign = mention.isForeign() && silent.foreign(mention, mention.roles()) != 0;
    return foreign ? mention.roles() : mention.roles() | mentions.support(mention.section);
  }

  /** Logged at INFO or below, where people log what others wrote and what they are about to do. */
  private boolean isQuiet(Mention mention) {
    int start = mentions.sections().start(mention.section);
    int at = mention.best < 0 ? start : hits.start(mention.best);
    return routine
        || LogPrefix.isRoutine(text, Math.max(mentions.whole().pieceOf(at), start), length);
  }

  private boolean hasOrigin(Mention mention, int all) {
    return (all & ORIGINS) != 0
        || mention.providers() != 0
        || mentions.providers(mention.section) != 0
        || mention.shape == PayloadShape.EXACT
        || (mention.shape == PayloadShape.FULL && (mention.has(Role.PHRASE) || isOpenAis(mention)))
        || (mention.shape == PayloadShape.PARTIAL && hasOwnCode(mention))
        || isCodeOfStatus(mention)
        || mention.printed
        || (Role.FRAMEWORK.isIn(all) && mention.bestRank >= Rank.PHRASE);
  }

  /** {@code Error code: 429 - insufficient_quota}: the code of an answer without its payload. */
  private boolean isCodeOfStatus(Mention mention) {
    return mention.status != HttpStatus.NONE && hasOwnCode(mention);
  }

  /** A code of OpenAI's beside a type of OpenAI's. */
  private boolean isOpenAis(Mention mention) {
    return hasOwnCode(mention)
        || (mention.typed
            && (mention.coded || mentions.payload(mention).status() != HttpStatus.NONE));
  }

  /** Such a service is named, answered with a status, and with an error object. */
  private boolean isAnswerInOpenAisFormat(Mention mention) {
    return Provider.COMPATIBLE.isIn(mention.providers())
        && mention.shape != PayloadShape.NONE
        && mentions.status(mention) != HttpStatus.NONE;
  }

  /** The best hit is a code that nobody else has. */
  private boolean hasOwnCode(Mention mention) {
    return mention.best >= 0
        && (mention.bestRank == Rank.CODE
            || mention.bestRank == Rank.GENERIC_CODE
            || mention.bestRank == Rank.TYPE)
        && !SpecialPhrases.SHARED_CODES.contains(hits.phrase(mention.best).text());
  }

  private int points(Mention mention, int all, boolean quiet) {
    int providers = mention.providers() | mentions.providers(mention.section);
    int weak = 0;
    int points = 0;
    if (mentions.status(mention) != HttpStatus.NONE) {
      weak += weak("a status");
    }
    for (Role role : Role.ALL) {
      if (!role.isIn(all)) {
        continue;
      }
      if (role.isWeak()) {
        // Whoever says that OpenAI was called has named it.
        weak += role == Role.NAME && Role.CALLED.isIn(all) ? 0 : weak(role.what());
      } else if (role.weight() > 0 || role == Role.STAGED) {
        points += count(role.weight(), role.what());
      } else if (role == Role.PROVIDER && Provider.COMPATIBLE.isIn(providers)) {
        // A service that answers in OpenAI's format is named, as OpenAI might be.
        weak += weak("a service that answers in OpenAI's format");
      }
    }
    boolean counts =
        mention.shape == PayloadShape.EXACT
            || (mention.shape == PayloadShape.FULL && hasValue(mention));
    if (counts) {
      points += count(mention.shape, "the form of OpenAI's error object");
    } else if (mention.shape != PayloadShape.NONE) {
      weak += weak("a part of the form of OpenAI's error object");
    }
    if (mention.shape == PayloadShape.PARTIAL && hasOwnCode(mention)) {
      points += count(PayloadShape.FULL, "a code of OpenAI's in an error object");
    }
    if (!quiet && isAnswerInOpenAisFormat(mention)) {
      points += count(2, "the error object of a service that answers in OpenAI's format");
    }
    if (mention.shape == PayloadShape.NONE && isCodeOfStatus(mention)) {
      points += count(1, "a code of OpenAI's beside a status");
    }
    if (isFailedCall(mention)) {
      points += count(Role.CALLED.isIn(all) ? 1 : 2, "OpenAI named as what failed");
    }
    points += count(Math.min(weak, MAX_WEAK), "what is weak, together");
    if (quiet) {
      points += count(ROUTINE, "logged at INFO or below");
    }
    return points + foreign(mention, all);
  }

  private int weak(String what) {
    if (ledger != null) {
      ledger.add("  weak: " + what);
    }
    return 1;
  }

  private int count(int points, String what) {
    if (ledger != null && points != 0) {
      ledger.add("  %+d %s".formatted(points, what));
    }
    return points;
  }

  /** What the mentions are, with their points; for people who ask. */
  static List<String> why(Mentions mentions, boolean routine) {
    List<String> ledger = new ArrayList<>();
    Judge judge = new Judge(mentions, routine, ledger);
    Mention best = best(mentions, routine);
    for (int section = 0; section < mentions.count(); section++) {
      Mention mention = mentions.get(section);
      if (mention != null) {
        judge.tell(mention, mention == best);
      }
    }
    return ledger;
  }

  private void tell(Mention mention, boolean best) {
    List<String> told = Objects.requireNonNull(ledger);
    int start = mentions.sections().start(mention.section);
    int end = mentions.sections().end(mention.section);
    String words = Redactor.clean(new String(text, start, end - start), LONGEST_TOLD);
    told.add("mention: " + Objects.requireNonNullElse(words, ""));
    boolean error = isError(mention);
    if (mention.best >= 0) {
      ErrorKind kind = kind(mention);
      told.add(
          "  says: '%s'%s"
              .formatted(
                  hits.phrase(mention.best).text(), kind == null ? "" : ", which is " + kind.id()));
    }
    told.add(
        error
            ? best ? "  an OpenAI error, and the one that counts" : "  an OpenAI error"
            : "  no OpenAI error: " + reason(mention));
  }

  /** Why it is none, though it may have the points. */
  private String reason(Mention mention) {
    int all = roles(mention);
    if (silent.points(mention, all, isQuiet(mention)) < ENOUGH) {
      return "fewer than " + ENOUGH + " points";
    }
    if (!saysKind(mention, all)) {
      return "nothing says what failed";
    }
    return hasOrigin(mention, all) ? "it is only told of" : "nothing says that it is OpenAI's";
  }

  /** OpenAI is named as what failed, and there is something of the failure itself. */
  private boolean isFailedCall(Mention mention) {
    if (!isNamedAsFailed(mention)) {
      return false;
    }
    return mention.status != HttpStatus.NONE
        || mention.bestRank == Rank.NETWORK
        || (mention.bestRank == Rank.HINT
            && Chars.endsWith(text, hits.start(mention.best), "error: "))
        || (mention.has(Role.COMMON_CODE) && mention.shape >= PayloadShape.PARTIAL);
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
    if (mention.vendorThrown) {
      return count(FOREIGN_THROWN, "thrown by another vendor's own client");
    }
    if (mention.has(Role.FOREIGN) && !openAisOwn) {
      return count(Role.FOREIGN.weight(), "what only another vendor's API has");
    }
    if (isThrownByAnother(mention) && !openAisOwn) {
      return count(Role.FOREIGN.weight(), "thrown by another vendor's client");
    }
    if (mention.has(Role.VENDOR) && !openAisOwn && !isOpenAisBesideAnother(mention)) {
      return count(Role.VENDOR.weight(), "another vendor is named");
    }
    if (!openAisOwn && !mention.openAisClient && mentions.payload(mention).foreign()) {
      return count(Role.FOREIGN.weight(), "the form of another vendor's answer");
    }
    boolean called =
        mention.foreignCall
            && !mention.has(Role.SENTENCE)
            && !Role.CLIENT.isIn(all)
            && !Role.CALLED.isIn(all);
    return called ? count(FOREIGN_CALL, "another server was called") : 0;
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
    if ((mention.roles() & OWN) != 0 || hasOwnCode(mention) || mention.printed) {
      return true;
    }
    if ((mention.shape == PayloadShape.EXACT && mention.coded)
        || isAnswerInOpenAisFormat(mention)) {
      return true;
    }
    int start = mentions.begin(mention);
    int end = mention.best < 0 ? start : hits.end(mention.best);
    return distance(mention, start, end, true) < distance(mention, start, end, false);
  }

  /** How far what is told is from the next word that names OpenAI, or another vendor. */
  private int distance(Mention mention, int start, int end, boolean openAi) {
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
          mention.shape == PayloadShape.NONE
              && Role.CLIENT.isIn(all)
              && !isThrownByClient()
              && !Role.HOST.isIn(all)
              && status == HttpStatus.NONE;
      return mention.bestRank > Rank.HINT || !passing || Mentions.isNetwork(kind(mention));
    }
    if (mention.has(Role.ENVELOPE) && mention.shape >= PayloadShape.PARTIAL) {
      return true;
    }
    boolean whole =
        mention.shape == PayloadShape.EXACT
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
    if (mention.bestRank < Rank.PHRASE || mention.shape != PayloadShape.NONE) {
      return false;
    }
    int quote = opening(hits.start(mention.best));
    boolean numbered = mentions.status(mention) != HttpStatus.NONE;
    if (numbered && !holdsStatus(quote + 1, hits.start(mention.best))) {
      return false;
    }
    if (quote < 2 || !Chars.isQuote(text[quote]) || Role.CLIENT.isIn(all) || Role.HOST.isIn(all)) {
      return false;
    }
    if (text[quote] == '`' && text[quote + 1] != ' ') {
      return true;
    }
    int word = quote - 2;
    if (text[quote - 1] == '(') {
      return isFunction(word);
    }
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

  /** The quote that opens the sentence, or what stands before it. */
  private int opening(int start) {
    int limit = Math.max(0, start - LONGEST_OPENING);
    int at = start;
    while (at > limit && (Character.isLetterOrDigit(text[at - 1]) || text[at - 1] == ' ')) {
      at--;
    }
    return at - 1;
  }

  private boolean holdsStatus(int from, int to) {
    return HttpStatus.in(text, from, to, mentions.quotations()) != HttpStatus.NONE;
  }

  /** {@code startsWith("…")}: the text of a program, where an exception begins with a capital. */
  private boolean isFunction(int last) {
    int start = last;
    while (start > 0 && Chars.isWord(text[start - 1])) {
      start--;
    }
    return text[start] >= 'a' && text[start] <= 'z';
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
