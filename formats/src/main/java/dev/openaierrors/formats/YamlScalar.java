package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A text, a number, or nothing, as YAML writes it. */
final class YamlScalar {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DIGITS = 18;
  private static final int HEX = 16;

  private YamlScalar() {}

  static JsonNode value(String text) {
    char first = text.charAt(0);
    if (first == '"' || first == '\'') {
      return NODES.textNode(unquoted(text));
    }
    return switch (text) {
      case "null", "~", "Null", "NULL" -> NODES.nullNode();
      case "true", "false" -> NODES.booleanNode(text.equals("true"));
      case "{}" -> NODES.objectNode();
      case "[]" -> NODES.arrayNode();
      default -> isNumber(text) ? NODES.numberNode(Long.parseLong(text)) : NODES.textNode(text);
    };
  }

  private static boolean isNumber(String text) {
    int from = text.charAt(0) == '-' ? 1 : 0;
    int digits = text.length() - from;
    return digits > 0 && digits <= MAX_DIGITS && text.chars().skip(from).allMatch(Cursor::isDigit);
  }

  /** Whether the quote with which a text begins is closed. */
  static boolean isClosed(CharSequence text, char quote) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == '"' && c == '\\') {
        i++;
      } else if (c == quote) {
        if (quote == '"' || i + 1 == text.length() || text.charAt(i + 1) != quote) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Adds the next line of a text over several: line ends are blanks, empty lines are line ends. */
  static void fold(StringBuilder text, String line, char quote) {
    int last = text.length() - 1;
    boolean escaped = quote == '"' && last > 0 && text.charAt(last) == '\\';
    if (escaped) {
      text.setLength(last);
      text.append(line);
    } else if (line.isEmpty()) {
      text.append('\n');
    } else {
      text.append(text.charAt(last) == '\n' ? "" : " ").append(line);
    }
  }

  /** Without its quotes, and what they need inside. */
  static String unquoted(String text) {
    char quote = text.isEmpty() ? ' ' : text.charAt(0);
    if (quote != '"' && quote != '\'') {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (quote == '"' && c == '\\') {
        i += escape(text, i + 1, out);
      } else if (c != quote) {
        out.append(c);
      } else if (quote == '\'' && next == quote) {
        out.append(c);
        i++;
      } else {
        break;
      }
    }
    return out.toString();
  }

  /** Adds what is meant; how many characters it takes. */
  private static int escape(String text, int at, StringBuilder out) {
    char c = at < text.length() ? text.charAt(at) : '\\';
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
    int code = digits > 0 ? hex(text, at + 1, digits) : -1;
    if (code >= 0) {
      out.append((char) code);
      return 1 + digits;
    }
    out.append(
        switch (c) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case '0' -> ' ';
          case 'e' -> '\u001b';
          default -> c;
        });
    return 1;
  }

  private static int hex(String text, int from, int digits) {
    int code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), HEX) : -1;
      if (digit < 0) {
        return -1;
      }
      code = HEX * code + digit;
    }
    return code;
  }
}
