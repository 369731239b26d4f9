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

  private FieldValue() {}

  /** Whether the word is a counter's name: {@code x=132}, {@code x 132}. */
  static boolean isCounted(char[] text, int length, int end) {
    return end + 1 < length
        && Chars.isDigit(text[end + 1])
        && (text[end] == '='
            || text[end] == ':'
            || (text[end] == ' ' && !isStatus(text, length, end + 1)));
  }

  private static boolean isStatus(char[] text, int length, int at) {
    return at + 3 <= length
        && (text[at] == '4' || text[at] == '5')
        && Chars.isDigit(text[at + 1])
        && Chars.isDigit(text[at + 2]);
  }

  /** Whether the word is the last label of a metric: {@code {type="x"} 132}. */
  static boolean isLabel(char[] text, int length, int end) {
    int at = end;
    if (at + 1 >= length || text[at] != '"' || text[at + 1] != '}') {
      return false;
    }
    at = Chars.firstFrom(text, at + 2, length);
    return at > end + 2 && at < length && Chars.isDigit(text[at]);
  }

  /**
   * {@code "code": "x"}, {@code 'code': 'x'}, {@code error_code=x}, {@code code x}, {@code [x]}.
   */
  static Of of(char[] text, int length, int start, int end) {
    if ((end < length && Chars.isWord(text[end])) || (start > 0 && Chars.isWord(text[start - 1]))) {
      return Of.NOTHING;
    }
    int sign = Chars.lastBeforeQuotes(text, start);
    if (sign < 0) {
      return Of.NOTHING;
    }
    if (text[sign] == '(' && end < length && text[end] == ':' && isAfterHttp(text, length, sign)) {
      return Of.TYPE;
    }
    if (text[sign] == '>' && sign > 0 && text[sign - 1] == '=') {
      sign--; // Ruby's hashes, and PHP's.
    }
    if (text[sign] == ':' && isBehindType(text, length, sign)) {
      return Of.CODE;
    }
    if (text[sign] == ':' || text[sign] == '=') {
      Of named = named(text, Chars.lastBeforeQuotes(text, sign) + 1);
      return named == Of.NOTHING && inBrackets(text, length, start, end) ? Of.BRACKETS : named;
    }
    if (sign == start - 1 && inBrackets(text, length, start, end)) {
      return Of.BRACKETS;
    }
    if (text[sign] == '-' && sign == start - 2 && isNumbered(text, sign)) {
      return Of.CODE;
    }
    if (Chars.isDigit(text[sign]) && sign == start - 2 && isAfterStatus(text, length, sign)) {
      return Of.CODE;
    }
    return sign < start - 1 ? named(text, sign + 1) : Of.NOTHING;
  }

  /** {@code Error code: 429 - x}: what a client prints of an answer without a payload. */
  private static boolean isNumbered(char[] text, int dash) {
    int digit = Chars.lastBefore(text, dash);
    int end = digit;
    while (end >= 0 && Chars.isDigit(text[end])) {
      end--;
    }
    int colon = Chars.lastBefore(text, end + 1);
    return digit - end == 3
        && colon >= 0
        && text[colon] == ':'
        && Chars.endsWith(text, colon, "code");
  }

  /** {@code error: 401 x}, {@code HTTP 429 x: why}. */
  private static boolean isAfterStatus(char[] text, int length, int last) {
    int from = last - 2;
    return from >= 2
        && isStatus(text, length, from)
        && text[from - 1] == ' '
        && (text[from - 2] == ':' || Chars.endsWith(text, from, "http "));
  }

  /** {@code HTTP 400 (x: }, the type and the code, as OpenAI's client for .NET prints them. */
  private static boolean isAfterHttp(char[] text, int length, int bracket) {
    int from = bracket - 4;
    return from > 0
        && text[bracket - 1] == ' '
        && isStatus(text, length, from)
        && Chars.endsWith(text, from, "http ");
  }

  private static boolean isBehindType(char[] text, int length, int colon) {
    int start = colon;
    while (start > 0 && Chars.isWord(text[start - 1])) {
      start--;
    }
    return start > 0 && text[start - 1] == '(' && isAfterHttp(text, length, start - 1);
  }

  private static Of named(char[] text, int end) {
    // "error.code" is a field of the log's own schema, not of a payload.
    if (end < text.length && Chars.isQuote(text[end]) && isDotted(text, end)) {
      return Of.NOTHING;
    }
    if (Chars.endsWith(text, end, "code")) {
      return Of.CODE;
    }
    return Chars.endsWith(text, end, "type") ? Of.TYPE : Of.NOTHING;
  }

  private static boolean isDotted(char[] text, int end) {
    int start = end;
    while (start > 0 && Chars.isWord(text[start - 1])) {
      start--;
    }
    return start > 0 && text[start - 1] == '.';
  }

  /** {@code [x]}, {@code (x)} and {@code (type: x)}. */
  private static boolean inBrackets(char[] text, int length, int start, int end) {
    if (end >= length || (text[end] != ']' && text[end] != ')')) {
      return false;
    }
    char before = text[Math.max(0, start - 1)];
    return before == '[' || before == '(' || before <= ' ';
  }
}
