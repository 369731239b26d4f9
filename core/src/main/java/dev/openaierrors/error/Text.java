package dev.openaierrors.error;

/**
 * The text of an event, or part of it, and what stands where in it. Questions about a place outside
 * of it are answered with no.
 */
class Text {

  /** Stands between the pieces of an event; white space to whoever reads the text. */
  static final char PIECE_END = '\u0002';

  private static final int MAX_INDENT = 40;

  private final char[] chars;
  private final int length;

  /** Of the first characters of an array, which is not copied. */
  Text(char[] chars, int length) {
    this.chars = chars;
    this.length = length;
  }

  static Text of(String text) {
    return new Text(text.toCharArray(), text.length());
  }

  /**
   * For loops over all of it, which are faster so; what stands behind {@link #length()} is none of
   * it.
   */
  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  char at(int index) {
    return chars[index];
  }

  /** As much of it as stands before {@code end}. */
  Text until(int end) {
    return end == length ? this : new Text(chars, end);
  }

  String substring(int from, int to) {
    return new String(chars, from, to - from);
  }

  boolean is(int index, char c) {
    return isIn(index) && chars[index] == c;
  }

  /** Whether exactly these characters stand there. */
  boolean is(int at, String word) {
    if (at < 0 || at + word.length() > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (chars[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether this character is part of a word: a letter, digit or underscore of ASCII. */
  boolean isWord(int index) {
    return isIn(index) && Chars.isWord(chars[index]);
  }

  boolean isDigit(int index) {
    return isIn(index) && Chars.isDigit(chars[index]);
  }

  boolean isQuote(int index) {
    return isIn(index) && Chars.isQuote(chars[index]);
  }

  /** Whether a line of the text, or a piece of the event, ends with this character. */
  boolean isLineEnd(int index) {
    return isIn(index) && (chars[index] == '\n' || chars[index] == PIECE_END);
  }

  private boolean isIn(int index) {
    return index >= 0 && index < length;
  }

  /** Whether this word, given in lower case, stands there. */
  boolean startsWith(int at, String word) {
    return Chars.startsWith(chars, at, length, word);
  }

  /** Whether this word, given in lower case, stands there and ends no later than at {@code to}. */
  boolean startsWith(int at, int to, String word) {
    return Chars.startsWith(chars, at, to, word);
  }

  /** Whether this word, given in lower case, stands right before {@code end}. */
  boolean endsWith(int end, String word) {
    return Chars.endsWith(chars, end, word);
  }

  /** As {@link #startsWith}, for words that no word goes on. */
  boolean startsWithWord(int at, String word) {
    return startsWith(at, word) && !isWord(at + word.length());
  }

  /** Where the word begins that ends before {@code end}; {@code end} if none does. */
  int wordStart(int end) {
    int start = end;
    while (start > 0 && Chars.isWord(chars[start - 1])) {
      start--;
    }
    return start;
  }

  /** Index of the last character before {@code at} that is no white space; -1 if there is none. */
  int lastBefore(int at) {
    int i = at - 1;
    while (i >= 0 && chars[i] <= ' ') {
      i--;
    }
    return i;
  }

  /** As {@link #lastBefore}, over quotes and the backslashes before them, too. */
  int lastBeforeQuotes(int at) {
    int i = at - 1;
    while (i >= 0 && isBlankOrQuote(chars[i])) {
      i--;
    }
    return i;
  }

  /** Index of the first character from {@code at} on that is no white space; or the length. */
  int firstFrom(int at) {
    int i = at;
    while (i < length && chars[i] <= ' ') {
      i++;
    }
    return i;
  }

  /** As {@link #firstFrom}, over quotes and backslashes, too. */
  int firstFromQuotes(int at) {
    int i = at;
    while (i < length && isBlankOrQuote(chars[i])) {
      i++;
    }
    return i;
  }

  private static boolean isBlankOrQuote(char c) {
    return c <= ' ' || c == '\\' || Chars.isQuote(c);
  }

  /** Whether the class name at {@code start} is that of a frame ({@code at x.y.Z.method}). */
  boolean isFrame(int start) {
    int i = start - 1;
    // A module or class loader may stand before the class: at java.base/java.util…
    int limit = Math.max(0, start - MAX_INDENT);
    while (i > limit && chars[i] > ' ') {
      i--;
    }
    return i >= 2 && chars[i] == ' ' && chars[i - 1] == 't' && chars[i - 2] == 'a';
  }

  /** As {@link #startsWithWord}, where the word may be of any language that goes on. */
  boolean isWordAt(int at, String word) {
    return startsWith(at, word)
        && (at + word.length() == length || !Chars.isIdent(chars[at + word.length()]));
  }

  boolean isWord(int from, int to, String word) {
    return to - from == word.length() && startsWith(from, to, word);
  }

  boolean isUuid(int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int i = from; i < to; i++) {
      int place = i - from;
      boolean dash = place == 8 || place == 13 || place == 18 || place == 23;
      if (dash ? chars[i] != '-' : Character.digit(chars[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  int indexOf(char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] == c) {
        return i;
      }
    }
    return -1;
  }

  int indexOf(String word, int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] == word.charAt(0) && is(i, word)) {
        return i;
      }
    }
    return -1;
  }

  int lastIndexOf(String word, int from, int to) {
    for (int i = to - word.length(); i >= from; i--) {
      if (is(i, word)) {
        return i;
      }
    }
    return -1;
  }

  int lastIndexOf(char c, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (chars[i] == c) {
        return i;
      }
    }
    return -1;
  }

  int blanksEnd(int from) {
    int at = from;
    while (at < length && chars[at] == ' ') {
      at++;
    }
    return at;
  }

  int blanksAndLines(int from) {
    int at = from;
    while (at < length && (chars[at] == ' ' || chars[at] == '\n')) {
      at++;
    }
    return at;
  }

  /** Where the word ends that begins there, in any language; {@code from} if none does. */
  int wordEnd(int from) {
    int at = from;
    while (at < length && Chars.isIdent(chars[at])) {
      at++;
    }
    return at;
  }

  /** Letters, digits and underscores, with single dashes and dots between them. */
  int identEnd(int from) {
    int at = from;
    while (at < length
        && (Chars.isIdent(chars[at])
            || ((chars[at] == '-' || chars[at] == '.')
                && at > from
                && at + 1 < length
                && Chars.isIdent(chars[at + 1])))) {
      at++;
    }
    return at;
  }
}
