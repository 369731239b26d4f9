package dev.openaierrors.error;

/** Whether a word stands as the value of a payload's {@code code} or {@code type}. */
final class FieldValue {

  /** What a word is the value of. */
  enum Of {
    /** Of nothing: it is part of a sentence or of a longer word. */
    NOTHING,
    /** Of a field whose name ends in code. */
    CODE,
    /** Of a field whose name ends in type. */
    TYPE,
    /** Of nothing that is named, but it stands in brackets, as clients print a code. */
    BRACKETS
  }

  private static final int SOME = "some".length();

  private FieldValue() {}

  /** Whether the word is a counter's name: {@code x=132}, {@code x 132}. */
  static boolean isCounted(Text text, PhraseMatch match) {
    int end = match.end();
    return text.isDigit(end + 1)
        && (text.at(end) == '='
            || text.at(end) == ':'
            || (text.at(end) == ' ' && !isStatus(text, end + 1)));
  }

  private static boolean isStatus(Text text, int at) {
    return (text.is(at, '4') || text.is(at, '5')) && text.isDigit(at + 1) && text.isDigit(at + 2);
  }

  /** Whether the word is the last label of a metric: {@code {type="x"} 132}. */
  static boolean isLabel(Text text, PhraseMatch match) {
    int end = match.end();
    int at = end;
    if (!text.is(at, '"') || !text.is(at + 1, '}')) {
      return false;
    }
    at = text.firstFrom(at + 2);
    return at > end + 2 && text.isDigit(at);
  }

  /**
   * {@code "code": "x"}, {@code 'code': 'x'}, {@code error_code=x}, {@code code x}, {@code [x]}.
   */
  static Of of(Text text, PhraseMatch match) {
    int start = match.start();
    int end = match.end();
    if (text.isWord(end) || text.isWord(start - 1)) {
      return Of.NOTHING;
    }
    int sign = text.lastBeforeQuotes(start);
    if (sign < 0) {
      return Of.NOTHING;
    }
    if (text.at(sign) == '(' && text.is(end, ':') && isAfterHttp(text, sign)) {
      return Of.TYPE;
    }
    if (text.at(sign) == '(' && text.endsWith(sign, "some")) {
      sign = text.lastBefore(sign - SOME); // Rust's, around what may be missing.
      if (sign < 0) {
        return Of.NOTHING;
      }
    }
    if (text.at(sign) == '>' && text.is(sign - 1, '=')) {
      sign--; // Ruby's hashes, and PHP's.
    }
    if (text.at(sign) == ':' && isBehindType(text, sign)) {
      return Of.CODE;
    }
    if (text.at(sign) == ':' || text.at(sign) == '=') {
      Of named = named(text, text.lastBeforeQuotes(sign) + 1);
      return named == Of.NOTHING && inBrackets(text, start, end) ? Of.BRACKETS : named;
    }
    if (sign == start - 1 && inBrackets(text, start, end)) {
      return Of.BRACKETS;
    }
    if (text.at(sign) == '-' && sign == start - 2 && isNumbered(text, sign)) {
      return Of.CODE;
    }
    if (text.isDigit(sign) && sign == start - 2 && isAfterStatus(text, sign)) {
      return Of.CODE;
    }
    return sign < start - 1 ? named(text, sign + 1) : Of.NOTHING;
  }

  /** {@code Error code: 429 - x}: what a client prints of an answer without a payload. */
  private static boolean isNumbered(Text text, int dash) {
    int digit = text.lastBefore(dash);
    int end = digit;
    while (text.isDigit(end)) {
      end--;
    }
    int colon = text.lastBefore(end + 1);
    return digit - end == 3 && text.is(colon, ':') && text.endsWith(colon, "code");
  }

  /** {@code error: 401 x}, {@code HTTP 429 x: why}. */
  private static boolean isAfterStatus(Text text, int last) {
    int from = last - 2;
    return from >= 2
        && isStatus(text, from)
        && text.at(from - 1) == ' '
        && (text.at(from - 2) == ':' || text.endsWith(from, "http "));
  }

  /** {@code HTTP 400 (x: }, the type and the code, as OpenAI's client for .NET prints them. */
  private static boolean isAfterHttp(Text text, int bracket) {
    int from = bracket - 4;
    return from > 0
        && text.at(bracket - 1) == ' '
        && isStatus(text, from)
        && text.endsWith(from, "http ");
  }

  private static boolean isBehindType(Text text, int colon) {
    int start = text.wordStart(colon);
    return text.is(start - 1, '(') && isAfterHttp(text, start - 1);
  }

  private static Of named(Text text, int end) {
    // "error.code" is a field of the log's own schema, not of a payload.
    if (text.isQuote(end) && isDotted(text, end)) {
      return Of.NOTHING;
    }
    if (text.endsWith(end, "code")) {
      return Of.CODE;
    }
    return text.endsWith(end, "type") ? Of.TYPE : Of.NOTHING;
  }

  private static boolean isDotted(Text text, int end) {
    return text.is(text.wordStart(end) - 1, '.');
  }

  /** {@code [x]}, {@code (x)} and {@code (type: x)}. */
  private static boolean inBrackets(Text text, int start, int end) {
    if (!text.is(end, ']') && !text.is(end, ')')) {
      return false;
    }
    char before = text.at(Math.max(0, start - 1));
    // The last of a list is no code: [slow_down, server_error].
    return before == '['
        || before == '('
        || (before <= ' ' && !text.is(text.lastBefore(start), ','));
  }
}
