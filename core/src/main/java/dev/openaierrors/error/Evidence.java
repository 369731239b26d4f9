package dev.openaierrors.error;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the phrases in a text add up to: is it an OpenAI error, and of which kind?
 *
 * <p>Each role counts once, however often its phrases stand there. The kind is what the best ranked
 * phrase says: code before sentence before type before status.
 */
final class Evidence {

  /** The points that an OpenAI error has at least. */
  static final int ENOUGH = 4;

  private static final Set<Role> ORIGINS =
      EnumSet.of(
          Role.SENTENCE,
          Role.CLIENT,
          Role.HOST,
          Role.LINK,
          Role.FRAMEWORK,
          Role.ENDPOINT,
          Role.CALLED,
          Role.NAME);
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
  private static final int LONGEST_CLASS = 200;
  private static final int MAX_WEAK = 2;
  private static final int ROUTINE = -2;
  private static final int FOREIGN_CALL = -8;

  private final EventText whole;
  private final char[] text;
  private final int length;
  private final Hits hits;
  private final Quotations quotations;
  private final Set<Role> roles = EnumSet.noneOf(Role.class);
  private final Set<Provider> providers = EnumSet.noneOf(Provider.class);
  private final int status;
  private final int shape;
  private int best = -1;
  private int bestRank;
  private boolean framesOnly = true;
  private boolean officialClient;
  private boolean foreignCall;

  private Evidence(EventText whole, Hits hits) {
    this.whole = whole;
    this.text = whole.chars();
    this.length = whole.length();
    this.hits = hits;
    this.quotations = Quotations.in(text, length, hits);
    this.status = HttpStatus.in(text, length, quotations);
    this.shape = Shape.of(text, length, hits, quotations);
    for (int hit = 0; hit < hits.count(); hit++) {
      if (!quotations.contains(hits.start(hit))) {
        weigh(hit);
      }
    }
  }

  static Evidence of(EventText text, Hits hits) {
    return new Evidence(text, hits);
  }

  /** {@link HttpStatus#NONE} if there is none. */
  int status() {
    return status;
  }

  Quotations quotations() {
    return quotations;
  }

  /** The hit that says best which kind it is; -1 if only the status does. */
  int best() {
    return best;
  }

  boolean has(Role role) {
    return roles.contains(role);
  }

  /** Who serves the API, as far as the text says. */
  Provider provider() {
    if (providers.contains(Provider.AZURE)) {
      return Provider.AZURE;
    }
    if (providers.contains(Provider.OPENAI) && (has(Role.HOST) || isOpenAisOwn())) {
      return Provider.OPENAI;
    }
    if (providers.contains(Provider.COMPATIBLE) || has(Role.VENDOR)) {
      return Provider.COMPATIBLE;
    }
    // A client's class has the name in it whatever server it was pointed to.
    boolean named = has(Role.CALLED) || (has(Role.NAME) && !has(Role.CLIENT));
    boolean openAi = has(Role.LINK) || has(Role.SENTENCE) || has(Role.HOST) || named;
    return openAi ? Provider.OPENAI : Provider.UNKNOWN;
  }

  /** Whether all of it makes an OpenAI error. */
  boolean isError(boolean routine) {
    int piece = best < 0 ? 0 : whole.pieceOf(hits.start(best));
    boolean quiet = routine || Header.isRoutine(text, piece, length);
    return points(quiet) >= ENOUGH
        && saysKind()
        && (hasOrigin() || shape == Shape.EXACT || (shape == Shape.FULL && has(Role.PHRASE)))
        && (!quiet || shape > Shape.NONE || has(Role.CLIENT) || happened())
        && !isToldOf();
  }

  /** Quoted in the middle of a sentence: people ask what 'you exceeded your quota' means. */
  private boolean isToldOf() {
    if (bestRank < Rank.PHRASE || status != HttpStatus.NONE || shape != Shape.NONE) {
      return false;
    }
    int quote = hits.start(best) - 1;
    if (quote < 2 || !Chars.isQuote(text[quote]) || has(Role.CLIENT) || has(Role.HOST)) {
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
  private boolean happened() {
    if (bestRank <= Rank.HINT) {
      return status != HttpStatus.NONE;
    }
    int at = hits.start(best);
    int limit = Math.max(0, at - LONGEST_OPENING);
    while (at > limit && (Character.isLetter(text[at - 1]) || text[at - 1] == ' ')) {
      at--;
    }
    return at == 0 || !Chars.isQuote(text[at - 1]);
  }

  /** Whether anything points to OpenAI but its codes: others have the same. */
  private boolean hasOrigin() {
    return roles.stream().anyMatch(ORIGINS::contains) || !providers.isEmpty();
  }

  private int points(boolean quiet) {
    int points = 0;
    int weak = status == HttpStatus.NONE ? 0 : 1;
    for (Role role : roles) {
      if (role.isWeak()) {
        // Whoever says that OpenAI was called has named it.
        weak += role == Role.NAME && has(Role.CALLED) ? 0 : 1;
      } else if (role != Role.VENDOR || !(officialClient || isOpenAisOwn())) {
        points += role.weight();
      }
    }
    boolean counts = shape == Shape.EXACT || (shape == Shape.FULL && hasValue());
    points += counts ? shape : 0;
    weak += shape != Shape.NONE && !counts ? 1 : 0;
    points += Math.min(weak, MAX_WEAK);
    points += quiet ? ROUTINE : 0;
    points +=
        foreignCall && !has(Role.SENTENCE) && !has(Role.CLIENT) && !has(Role.CALLED)
            ? FOREIGN_CALL
            : 0;
    return points;
  }

  /** OpenAI's sentence with OpenAI's address: other vendors are only named beside it. */
  private boolean isOpenAisOwn() {
    return has(Role.SENTENCE) && has(Role.LINK);
  }

  /** Whether a code or type that we know stands where a payload has it. */
  private boolean hasValue() {
    return has(Role.CODE) || has(Role.TYPE) || has(Role.COMMON_CODE);
  }

  private boolean saysKind() {
    if (best >= 0) {
      // A stack that passes through a client says that it was called, not that it failed: the
      // exception on top may be of the caller's own code.
      boolean passing = framesOnly && has(Role.CLIENT) && !has(Role.HOST);
      return bestRank > Rank.HINT || !passing || isNetwork(hits.phrase(best).kind());
    }
    boolean whole =
        shape == Shape.EXACT && (has(Role.CLIENT) || has(Role.HOST) || has(Role.CALLED));
    return (whole || status != HttpStatus.NONE) && !has(Role.SUCCESS);
  }

  private void weigh(int hit) {
    Phrase phrase = hits.phrase(hit);
    Role role = phrase.role();
    int rank =
        switch (role) {
          case CODE, COMMON_CODE, TYPE -> valueRank(hit, phrase);
          case SENTENCE -> Rank.SENTENCE;
          case PHRASE -> Rank.PHRASE;
          case HINT -> hintRank(hit, phrase);
          case FRAMEWORK -> framework(hit);
          case CLIENT -> client(hit, phrase);
          case URL -> url(hit);
          case REQUEST_ID -> requestId(hit);
          case KEY, QUOTING_KEY, DELAY, MODEL, LIMIT -> Rank.NOTHING;
          default -> Rank.ORIGIN;
        };
    if (rank == Rank.NOTHING) {
      return;
    }
    roles.add(role);
    if (phrase.provider() != null) {
      providers.add(phrase.provider());
    }
    if (phrase.kind() != null && isBetter(hit, rank)) {
      best = hit;
      bestRank = rank;
    }
  }

  private int hintRank(int hit, Phrase phrase) {
    if (goesOn(hits.end(hit), phrase)) {
      return Rank.NOTHING;
    }
    if (isNetwork(phrase.kind())) {
      return Rank.NETWORK;
    }
    // One class serves for all that the server does wrong, network included.
    boolean ofClass = phrase.kind() == ErrorKind.SERVER_ERROR && phrase.text().indexOf(' ') < 0;
    return ofClass ? Rank.CLASS : Rank.HINT;
  }

  private int framework(int hit) {
    framesOnly &= Frame.contains(text, hits.start(hit));
    return Rank.ORIGIN;
  }

  /** A rate limiter is no rate limit. */
  private boolean goesOn(int end, Phrase phrase) {
    return end < length
        && phrase.text().indexOf(' ') > 0
        && text[end] >= 'a'
        && text[end] <= 'z'
        && text[end] != 's';
  }

  /** Ids that begin with 01 and are no hexadecimal numbers are Anthropic's. */
  private int requestId(int hit) {
    int end = hits.end(hit);
    if (hits.phrase(hit).text().equals(Details.REQUEST_ID)
        && Chars.startsWith(text, end, length, "01")) {
      for (int i = end + 2; i < length && Chars.isWord(text[i]); i++) {
        if (Character.digit(text[i], 16) < 0) {
          roles.add(Role.VENDOR);
          break;
        }
      }
    }
    return Rank.NOTHING;
  }

  private boolean isBetter(int hit, int rank) {
    return best < 0
        || rank > bestRank
        || (rank == bestRank
            && hits.phrase(hit).text().length() > hits.phrase(best).text().length());
  }

  private int valueRank(int hit, Phrase phrase) {
    FieldValue.Of of = FieldValue.of(text, length, hits.start(hit), hits.end(hit));
    boolean generic = phrase.kind() == ErrorKind.INVALID_REQUEST;
    boolean common = phrase.role() == Role.COMMON_CODE;
    if (phrase.text().indexOf('_') > 0 && FieldValue.isCounted(text, length, hits.end(hit))) {
      roles.add(Role.STAGED);
    }
    return switch (of) {
      case NOTHING -> Rank.NOTHING;
      case TYPE -> common || generic ? Rank.GENERIC_TYPE : Rank.TYPE;
      case CODE -> codeRank(phrase, generic);
      case BRACKETS -> common ? Rank.NOTHING : codeRank(phrase, generic);
    };
  }

  private static int codeRank(Phrase phrase, boolean generic) {
    if (phrase.role() == Role.TYPE) {
      return Rank.NOTHING;
    }
    if (phrase.role() == Role.COMMON_CODE) {
      return Rank.COMMON_CODE;
    }
    // DeepSeek swaps code and type; this one says nothing in either place.
    if (phrase.text().equals("invalid_request_error")) {
      return Rank.GENERIC_TYPE;
    }
    return generic ? Rank.GENERIC_CODE : Rank.CODE;
  }

  private int client(int hit, Phrase phrase) {
    int start = hits.start(hit);
    boolean python = phrase.text().equals("openai.error.");
    if (python && (hits.end(hit) >= length || !Character.isUpperCase(text[hits.end(hit)]))) {
      return Rank.NOTHING;
    }
    if (isListed(start, hits.end(hit))) {
      return Rank.NOTHING;
    }
    boolean frame = Frame.contains(text, start);
    officialClient |= phrase.text().equals("com.openai.errors.") && !frame;
    framesOnly &= frame;
    return Rank.ORIGIN;
  }

  /** A class in a list of classes, as configurations have it, was not thrown. */
  private boolean isListed(int start, int end) {
    int before = Chars.lastBefore(text, start);
    if (before < 0 || (text[before] != '[' && text[before] != ',')) {
      return false;
    }
    int after = end;
    int limit = Math.min(length, end + LONGEST_CLASS);
    while (after < limit && (Chars.isWord(text[after]) || text[after] == '.')) {
      after++;
    }
    return after < limit && (text[after] == ']' || text[after] == ',');
  }

  /** Another server was called before the error stands there: it is that server's error. */
  private int url(int hit) {
    CalledUrl.Of called = CalledUrl.at(text, hits.end(hit), length);
    if (called == CalledUrl.Of.COMPATIBLE_API) {
      providers.add(Provider.COMPATIBLE);
    }
    foreignCall |= called == CalledUrl.Of.FOREIGN_API && best < 0;
    return Rank.NOTHING;
  }

  private static boolean isNetwork(@Nullable ErrorKind kind) {
    return kind == ErrorKind.TIMEOUT || kind == ErrorKind.CONNECTION_ERROR;
  }

  /** Which phrase is believed about the kind: the higher one. */
  private static final class Rank {
    static final int NOTHING = 0;
    static final int ORIGIN = 1;
    static final int CLASS = 2;
    static final int NETWORK = 3;
    static final int GENERIC_TYPE = 4;
    static final int HINT = 5;
    static final int COMMON_CODE = 6;
    static final int PHRASE = 7;
    static final int TYPE = 8;
    static final int GENERIC_CODE = 9;
    static final int SENTENCE = 10;
    static final int CODE = 11;
  }
}
