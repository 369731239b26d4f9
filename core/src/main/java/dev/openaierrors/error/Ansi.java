package dev.openaierrors.error;

/** Terminal control sequences, as coloured logs have them. */
final class Ansi {

  private static final int LONGEST = 32;

  private Ansi() {}

  /** Behind the sequence that the escape character at {@code at} begins. */
  static int end(char[] text, int at, int length) {
    if (at + 1 >= length || text[at + 1] != '[') {
      return at + 1;
    }
    int limit = Math.min(length, at + LONGEST);
    for (int i = at + 2; i < limit; i++) {
      if (text[i] >= '@' && text[i] <= '~') {
        return i + 1;
      }
    }
    return at + 1;
  }
}
