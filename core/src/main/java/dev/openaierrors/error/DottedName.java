package dev.openaierrors.error;

/**
 * Names of classes, packages and modules: people's words with dots between them, a number in some.
 * Each is too short to be told by itself, and all of them together may look like a key.
 */
final class DottedName {

  private static final int MIN_PARTS = 3;

  private DottedName() {}

  /** Whether what stands between these bounds is such a name. */
  static boolean is(char[] text, int from, int to) {
    int parts = 0;
    int numbered = 0;
    int begin = from;
    for (int i = from; i <= to; i++) {
      if (i < to && text[i] != '.') {
        continue;
      }
      int groups = numbers(text, begin, i);
      if (groups < 0 || groups > 1) {
        return false;
      }
      parts++;
      numbered += groups;
      begin = i + 1;
    }
    return parts >= MIN_PARTS && 3 * numbered <= parts && RandomWord.isOfWords(text, from, to);
  }

  /** How many numbers are in a part; -1 if nobody calls anything so. */
  private static int numbers(char[] text, int from, int to) {
    if (from == to || !isLetter(text[from])) {
      return -1;
    }
    int groups = 0;
    int capitals = 0;
    for (int i = from + 1; i < to; i++) {
      if (!Chars.isIdent(text[i]) && text[i] != '$') {
        return -1;
      }
      groups += Chars.isDigit(text[i]) && !Chars.isDigit(text[i - 1]) ? 1 : 0;
      capitals += Chars.isUpper(text[i]) && !Chars.isUpper(text[i - 1]) ? 1 : 0;
    }
    return 3 * capitals > to - from ? -1 : groups;
  }

  private static boolean isLetter(char c) {
    return Chars.isLower(c) || Chars.isUpper(c);
  }
}
