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
  private static final int CALLS = Role.bits(Role.CLIENT, Role.HOST, Role.CALLED, Role.FRAMEWORK);
  private static final int MAX_TOLD = 160;
  private static final int ROUTINE = -2;
  private static final int FAILED = 2;
  private static final String FEW_POINTS = "fewer than " + ENOUGH + " points";

  private final Mentions mentions;
  private final Hearsay hearsay;
  private final boolean routine;
  private final @Nullable List<String> ledger;

  private Judge(Mentions mentions, boolean routine, @Nullable List<String> ledger) {
    this.mentions = mentions;
    this.hearsay = new Hearsay(mentions);
    this.routine = routine;
    this.ledger = ledger;
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
    if (later.kind() == ErrorKind.INSUFFICIENT_QUOTA
        && earlier.kind() == ErrorKind.RATE_LIMIT_EXCEEDED
        && later.bestRank == Rank.HINT) {
      // What HTTP calls the status of both.
      return true;
    }
    if (later.bestRank == Rank.NETWORK) {
      return later.kind() == ErrorKind.TIMEOUT
          && earlier.kind() != ErrorKind.TIMEOUT
          && (earlier.best == null || !SpecialPhrases.UNREACHED.contains(earlier.best.text()));
    }
    return later.best != null
        && mentions.sections().areChained(earlier.section, later.section)
        && later.shape >= earlier.shape;
  }

  private boolean isError(Mention mention) {
    mentions.listen(mention);
    int all = roles(mention);
    boolean quiet = isQuiet(mention);
    return lack(mention, all, quiet, points(mention, all, quiet)) == null;
  }

  /** What it lacks to be an OpenAI error; null if nothing. */
  private @Nullable String lack(Mention mention, int all, boolean quiet, int points) {
    if (points < ENOUGH) {
      return FEW_POINTS;
    }
    if (!saysKind(mention, all)) {
      return "nothing says what failed";
    }
    if (!hasOrigin(mention, all)) {
      return "nothing says that it is OpenAI's";
    }
    boolean happened =
        !quiet
            || ((mention.shape > PayloadShape.NONE
                    || Role.CLIENT.isIn(all)
                    || hearsay.happened(mention)
                    || hearsay.isAdmitted(mention))
                && !hearsay.isHandedOn(mention, routine));
    return happened && !hearsay.isToldOf(mention, all) ? null : "it is only told of";
  }

  /**
   * What speaks for OpenAI in a mention, and in the others, unless it is another vendor's: then
   * what is told beside it is another story.
   */
  private int roles(Mention mention) {
    boolean foreign =
        mention.isForeign()
            && OtherVendor.of(mention, mention.roles(), mentions) != OtherVendor.NONE;
    return foreign ? mention.roles() : mention.roles() | mentions.support(mention.section);
  }

  /** Logged at INFO or below, where people log what others wrote and what they are about to do. */
  private boolean isQuiet(Mention mention) {
    int start = mentions.sections().start(mention.section);
    int at = mention.best == null ? start : mention.best.start();
    return routine
        || LogPrefix.isRoutine(
            mentions.found().text(), Math.max(mentions.whole().pieceOf(at), start));
  }

  private boolean hasOrigin(Mention mention, int all) {
    return (all & ORIGINS) != 0
        || mentions.providers(mention) != 0
        || mention.shape == PayloadShape.EXACT
        || (mention.shape == PayloadShape.FULL && (mention.has(Role.PHRASE) || isOpenAis(mention)))
        || (mention.shape == PayloadShape.PARTIAL && mention.hasOwnCode())
        || mention.hasOwnCodeAndStatus()
        || mention.isPrintedAnswer()
        || mention.isPrintedInPart()
        || isWordedAsOpenAis(mention)
        || (Role.FRAMEWORK.isIn(all) && isAnsweredError(mention))
        || (Role.FRAMEWORK.isIn(all)
            && (mention.bestRank > Rank.PHRASE
                || (mention.bestRank == Rank.PHRASE
                    && (!mention.ofAiSdk || mentions.isAnswered(mention)))
                || (mention.has(Role.CODE) && mention.shape != PayloadShape.NONE)));
  }

  /** Typical words beside a code of OpenAI's, or in an object that is numbered as Azure's is. */
  private boolean isWordedAsOpenAis(Mention mention) {
    return mention.has(Role.PHRASE)
        && (mention.hasOwnCode()
            || (mention.shape != PayloadShape.NONE && mentions.payload(mention).isNumbered()));
  }

  /** A status and an error object, as a client of several vendors tells them. */
  private boolean isAnsweredError(Mention mention) {
    return mention.shape != PayloadShape.NONE
        && mentions.isNumbered(mention)
        && mentions.payload(mention).inError();
  }

  /** A code of OpenAI's beside a type of OpenAI's. */
  private boolean isOpenAis(Mention mention) {
    return mention.hasOwnCode()
        || (mention.typed
            && (mention.coded || mentions.payload(mention).status() != HttpStatus.NONE));
  }

  private int points(Mention mention, int all, boolean quiet) {
    Points points = new Points(ledger);
    if (mentions.isNumbered(mention)) {
      points.addWeak("a status");
    }
    if (mention.ofModel) {
      points.addWeak("a language model");
    }
    addRoles(mention, all, points);
    addForm(mention, points);
    if (!quiet && mentions.isAnswerInOpenAisFormat(mention)) {
      points.add(2, "the error object of a service that answers in OpenAI's format");
    }
    if (mention.shape == PayloadShape.NONE && mention.hasOwnCodeAndStatus()) {
      points.add(1, "a code of OpenAI's beside a status");
    }
    points.addAllWeak();
    if (quiet && !hearsay.isAdmitted(mention)) {
      points.add(ROUTINE, "logged at INFO or below");
    }
    OtherVendor other = OtherVendor.of(mention, all, mentions);
    points.add(other.points(), other.what());
    // A dear question, where its answer can change something.
    if (points.sum() < ENOUGH
        && points.sum() >= ENOUGH - FAILED
        && NamedFailure.isTold(mentions, mention)) {
      points.add(Role.CALLED.isIn(all) ? 1 : FAILED, "OpenAI named as what failed");
    }
    return points.sum();
  }

  private void addRoles(Mention mention, int all, Points points) {
    int providers = mentions.providers(mention);
    for (Role role : Role.ALL) {
      if (!role.isIn(all)) {
        continue;
      }
      if (role.isWeak()) {
        // Whoever says that OpenAI was called has named it.
        if (role != Role.NAME || !Role.CALLED.isIn(all)) {
          points.addWeak(role.what());
        }
      } else if (role.weight() > 0 || role == Role.STAGED) {
        points.add(role.weight(), role.what());
      } else if (role == Role.PROVIDER
          && (Provider.COMPATIBLE.isIn(providers) || Provider.AZURE.isIn(providers))) {
        // A service that answers in OpenAI's format is named, as OpenAI might be.
        points.addWeak("a service that answers in OpenAI's format");
      }
    }
  }

  private static void addForm(Mention mention, Points points) {
    boolean counts =
        mention.shape == PayloadShape.EXACT
            || (mention.shape == PayloadShape.FULL && mention.hasValue());
    if (counts) {
      points.add(mention.shape, "the form of OpenAI's error object");
    } else if (mention.shape != PayloadShape.NONE) {
      points.addWeak("a part of the form of OpenAI's error object");
    }
    if (mention.shape == PayloadShape.PARTIAL && mention.hasOwnCode()) {
      points.add(PayloadShape.FULL, "a code of OpenAI's in an error object");
    }
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
    String words = Redactor.clean(mentions.found().text().substring(start, end), MAX_TOLD);
    told.add("mention: " + Objects.requireNonNullElse(words, ""));
    int all = roles(mention);
    boolean quiet = isQuiet(mention);
    String lack = lack(mention, all, quiet, points(mention, all, quiet));
    if (mention.best != null) {
      ErrorKind kind = mention.kind();
      told.add(
          "  says: '%s'%s"
              .formatted(mention.best.text(), kind == null ? "" : ", which is " + kind.id()));
    }
    told.add(
        lack != null
            ? "  no OpenAI error: " + lack
            : best ? "  an OpenAI error, and the one that counts" : "  an OpenAI error");
  }

  private boolean saysKind(Mention mention, int all) {
    int status = mentions.status(mention);
    if (mention.best != null) {
      // A stack that passes through a client says that it was called, not that it failed: the
      // exception on top may be of the caller's own code.
      boolean passing =
          mention.shape == PayloadShape.NONE
              && Role.CLIENT.isIn(all)
              && !isThrownByClient()
              && !Role.HOST.isIn(all)
              && !Wording.isBehindName(mentions.found().text(), mention.best.start())
              && status == HttpStatus.NONE;
      return mention.bestRank > Rank.HINT || !passing || Wording.isNetwork(mention.kind());
    }
    if (mention.has(Role.ENVELOPE) && mention.shape >= PayloadShape.PARTIAL) {
      return true;
    }
    boolean whole = mention.shape == PayloadShape.EXACT && (all & CALLS) != 0;
    boolean numbered =
        mention.status != HttpStatus.NONE
            || (mention.has(Role.HOST)
                && mention.shape != PayloadShape.NONE
                && mentions.payload(mention).status() != HttpStatus.NONE);
    return (whole || numbered) && !mention.has(Role.SUCCESS);
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
}
