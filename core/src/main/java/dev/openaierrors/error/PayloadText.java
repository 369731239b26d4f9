package dev.openaierrors.error;

import java.util.Arrays;

/**
 * Turns what logs make of a JSON object back into JSON: escaped inside other strings, printed by
 * Python, with line ends replaced by something else.
 */
final class PayloadText {

  // Deeper escaping than this has been seen nowhere.
  private static final int MAX_ESCAPES = 4;

  private PayloadText() {}

  /** The text from the opening brace at {@code open} on. */
  static char[] toJson(char[] text, int open, int end) {
    char[] json = Arrays.copyOfRange(text, open, end);
    for (int i = 0; i < MAX_ESCAPES && isEscaped(json); i++) {
      json = unescape(json);
    }
    blankOut(json);
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

  /** One level of JSON string escapes less; ends where the string that holds the payload ends. */
  private static char[] unescape(char[] json) {
    char[] plain = new char[json.length];
    int count = 0;
    for (int i = 0; i < json.length; i++) {
      char c = json[i];
      if (c != '\\' || i + 1 == json.length) {
        plain[count++] = c;
        continue;
      }
      i++;
      plain[count++] =
          switch (json[i]) {
            case 'n', 'r', 't' -> ' ';
            default -> json[i];
          };
    }
    return Arrays.copyOf(plain, count);
  }

  /** Makes all that is no JSON outside of strings blank, and writes Python's words as JSON's. */
  private static void blankOut(char[] json) {
    char quote = 0;
    for (int i = 0; i < json.length; i++) {
      char c = json[i];
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '<') {
        blank(json, i, "<EOL>");
      } else if (c == '_' && (i == 0 || !Chars.isWord(json[i - 1]))) {
        json[i] = ' ';
      } else if (c == 'N') {
        replace(json, i, "None", "null");
      } else if (c == 'T') {
        replace(json, i, "True", "true");
      } else if (c == 'F') {
        replace(json, i, "False", "false");
      } else if (c == 'u') {
        replace(json, i, "undefined", "null     ");
      } else if (c == '\u2502' || c == '\u00a0') {
        json[i] = ' ';
      }
    }
  }

  private static void blank(char[] json, int at, String word) {
    replace(json, at, word, " ".repeat(word.length()));
  }

  private static void replace(char[] json, int at, String word, String by) {
    if (at + word.length() > json.length) {
      return;
    }
    for (int i = 0; i < word.length(); i++) {
      if (json[at + i] != word.charAt(i)) {
        return;
      }
    }
    by.getChars(0, by.length(), json, at);
  }
}
