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

  private PayloadText() {}

  /** The text from the opening brace at {@code open} on. */
  static char[] toJson(Text text, int open, int end) {
    char[] json = Arrays.copyOfRange(text.chars(), open, end);
    for (int i = 0; i < MAX_ESCAPES && isEscaped(json); i++) {
      json = unescape(json);
    }
    translate(json);
    return json;
  }

  /** Whether the first quote is escaped. */
  private static boolean isEscaped(char[] json) {
    for (int i = 1; i < json.length; i++) {
      if (json[i] == '"' || json[i] == '\'') {
        return json[i - 1] == '\\';
      }
    }
    return false;
  }

  /** One level of JSON string escapes less. */
  private static char[] unescape(char[] json) {
    char[] plain = new char[json.length];
    int count = 0;
    boolean escaped = false;
    for (char c : json) {
      if (c == '\\' && !escaped) {
        escaped = true;
      } else {
        boolean blank = escaped && (c == 'n' || c == 'r' || c == 't');
        plain[count++] = blank ? ' ' : c;
        escaped = false;
      }
    }
    return Arrays.copyOf(plain, count);
  }

  private static void translate(char[] json) {
    char quote = 0;
    boolean escaped = false;
    int depth = 0;
    for (int i = 0; i < json.length; i++) {
      char c = json[i];
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
          return; // What stands behind the object is not read.
        }
        translateWord(json, i);
      } else if (escaped) {
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == quote) {
        quote = 0;
      }
    }
  }

  private static void translateWord(char[] json, int at) {
    char c = json[at];
    if (c == '_' && (at == 0 || !Chars.isWord(json[at - 1]))) {
      json[at] = ' '; // Spring's retry log writes line ends so.
      return;
    }
    if (BEGINNINGS.indexOf(c) < 0) {
      return;
    }
    for (String[] word : WORDS) {
      if (c == word[0].charAt(0) && holds(json, at, word[0])) {
        word[1].getChars(0, word[1].length(), json, at);
      }
    }
  }

  private static boolean holds(char[] json, int at, String word) {
    if (at + word.length() > json.length) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if (json[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
