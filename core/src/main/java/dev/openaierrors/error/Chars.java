package dev.openaierrors.error;

/** What characters are, and whether a word stands somewhere among them. */
final class Chars {

  private Chars() {}

  /** Part of a word: letters, digits and the underscore of ASCII. */
  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** As {@link #isWord}, with the letters and digits of all languages. */
  static boolean isIdent(char c) {
    return isWord(c) || (c >= 128 && Character.isLetterOrDigit(c));
  }

  static boolean isLetterOrDigit(char c) {
    return c != '_' && isIdent(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`' || (c >= '\u2018' && c <= '\u201d');
  }

  /** Whether the text has this word, given in lower case, right before {@code end}. */
  static boolean endsWith(char[] text, int end, String word) {
    return end >= word.length() && startsWith(text, end - word.length(), end, word);
  }

  /** Whether the text has this word, given in lower case, at {@code at}. */
  static boolean startsWith(char[] text, int at, int length, String word) {
    if (at < 0 || at + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text[at + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isAsciiQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** Lower case of ASCII letters, in every locale. */
  static char lower(char c) {
    return isUpper(c) ? (char) (c + 'a' - 'A') : c;
  }
}
