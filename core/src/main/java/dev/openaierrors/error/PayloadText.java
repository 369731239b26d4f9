package dev.openaierrors.error;

import java.util.Arrays;

/**
 * Turns what logs make of a JSON object back into JSON: escaped inside other strings, printed by
 * Python, with line ends replaced by something else.
 */
final class PayloadText {

  // Deeper escaping than this has been seen nowhere.
  private static final int MAX_ESCAPES = 4;

  /** What stands outside of strings where JSON has, or wants, something of the same length. */
  private static final String[][] WORDS = {
    {"None", "null"},
    {"True", "true"},
    {"False", "false"},
    {"undefined", "null     "},
    {"=>", ": "},
    {"nil", "[] "},
    {"<EOL>", "     "},
    {"\u2502", " "},
    {"\u00a0", " "}
  };

  /** What these begin with: nearly no character does. */
  private static final String BEGINNINGS = "NTFu<=n\u2502\u00a0";

  private char[] chars;
  private int from;
  private int to;
  // Nearly no payload needs a copy.
  private boolean copied;

  private PayloadText(Text text, int from, int to) {
    this.chars = text.chars();
    this.from = from;
    this.to = to;
  }

  /** The text from the opening brace at {@code open} on. */
  static PayloadText of(Text text, int open, int end) {
    PayloadText json = new PayloadText(text, open, end);
    for (int i = 0; i < MAX_ESCAPES && json.isEscaped(); i++) {
      json.unescape();
    }
    json.translate();
    return json;
  }

  /** What holds it, between {@link #from} and {@link #to}; never to be changed. */
  char[] chars() {
    return chars;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the first quote is escaped. */
  private boolean isEscaped() {
    for (int i = from + 1; i < to; i++) {
      if (chars[i] == '"' || chars[i] == '\'') {
        return chars[i - 1] == '\\';
      }
    }
    return false;
  }

  /** One level of JSON string escapes less. */
  private void unescape() {
    char[] plain = new char[to - from];
    int count = 0;
    boolean escaped = false;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c == '\\' && !escaped) {
        escaped = true;
      } else {
        boolean blank = escaped && (c == 'n' || c == 'r' || c == 't');
        plain[count++] = blank ? ' ' : c;
        escaped = false;
      }
    }
    use(plain, count);
  }

  private void use(char[] copy, int length) {
    chars = copy;
    from = 0;
    to = length;
    copied = true;
  }

  private void translate() {
    char quote = 0;
    boolean escaped = false;
    int depth = 0;
    // Counted from the brace, since a copy begins there.
    for (int i = 0; i < to - from; i++) {
      char c = chars[from + i];
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
          return; // What stands behind the object is not read.
        }
        translateWord(c, i);
      } else if (escaped) {
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == quote) {
        quote = 0;
      }
    }
  }

  private void translateWord(char c, int at) {
    if (c == '_' && (at == 0 || !Chars.isWord(chars[from + at - 1]))) {
      write(" ", at); // Spring's retry log writes line ends so.
      return;
    }
    if (BEGINNINGS.indexOf(c) < 0) {
      return;
    }
    for (String[] word : WORDS) {
      if (c == word[0].charAt(0) && holds(at, word[0])) {
        write(word[1], at);
      }
    }
  }

  private void write(String word, int at) {
    if (!copied) {
      use(Arrays.copyOfRange(chars, from, to), to - from);
    }
    word.getChars(0, word.length(), chars, at);
  }

  private boolean holds(int at, String word) {
    if (from + at + word.length() > to) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if (chars[from + at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
