package dev.openaierrors.error;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as a reader of secrets has to see it: without the escapes of JSON, URLs and XML, however
 * often they were applied, without characters that do not show, and with the letters of ASCII where
 * others only look like them. Made in one pass, never longer than the text.
 */
final class FoldedText {

  private static final int ASCII = 128;
  private static final char ESCAPE = '\u001b';
  private static final int MAX_SEQUENCE = 16;

  /** What XML and HTML write for the characters that separate names from values. */
  private static final String[][] ENTITIES = {
    {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}
  };

  private final String text;
  private char[] chars;
  private int @Nullable [] origins;
  private int length;

  private FoldedText(String text) {
    this.text = text;
    this.chars = text.toCharArray();
    this.length = chars.length;
  }

  static FoldedText of(String text) {
    FoldedText folded = new FoldedText(text);
    for (int i = 0; i < folded.length; i++) {
      char c = folded.chars[i];
      if (c < ' ' || c >= 127 || c == '\\' || c == '%' || c == '&') {
        folded.fold(i);
        break;
      }
    }
    return folded;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Where in the text the character at this index, or the end, comes from. */
  int origin(int index) {
    return origins == null ? index : origins[index];
  }

  private void fold(int from) {
    int count = chars.length;
    int[] map = new int[count + 1];
    for (int i = 0; i < from; i++) {
      map[i] = i;
    }
    char[] folded = Arrays.copyOf(chars, count);
    int at = from;
    int to = from;
    while (at < count) {
      int end = at + 1;
      int c = chars[at];
      if (c == '\\') {
        end = escapeEnd(at);
        c = escaped(at, end);
      } else if (c == '%') {
        end = percentEnd(at);
        c = end == at + 1 ? '%' : hex(end - 2, 2);
        c = c >= ASCII ? -1 : c;
      } else if (c == '&') {
        end = entityEnd(at);
        c = end == at + 1 ? '&' : entity(at, end);
      } else if (c == ESCAPE) {
        end = sequenceEnd(at);
        c = -1;
      }
      int plain = c < 0 ? -1 : plain((char) c);
      if (plain >= 0) {
        folded[to] = (char) plain;
        map[to++] = at;
      }
      at = end;
    }
    map[to] = count;
    chars = folded;
    length = to;
    origins = map;
  }

  /** The character that is meant; -1 for one that does not show. */
  private static int plain(char c) {
    if (c >= ' ' && c < 127) {
      return c;
    }
    if (c == '\n' || c == '\r' || c == Text.PIECE_END || c == '\u2028' || c == '\u2029') {
      return '\n';
    }
    if (c == '\t' || c == '\u000b' || c == '\f') {
      return ' ';
    }
    if (c < 160) {
      return -1;
    }
    if (c >= '\uff01' && c <= '\uff5e') {
      return c - '\uff01' + '!';
    }
    if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\ufe63') {
      return '-';
    }
    if (c == '\u2018' || c == '\u2019' || c == '\u201a' || c == '\u2039' || c == '\u203a') {
      return '\'';
    }
    if (c == '\u201c' || c == '\u201d' || c == '\u201e' || c == '\u00ab' || c == '\u00bb') {
      return '"';
    }
    return isHidden(c) ? -1 : Character.isSpaceChar(c) ? ' ' : c;
  }

  /** Characters that join or direct others and are not seen themselves. */
  static boolean isHidden(char c) {
    return Character.getType(c) == Character.FORMAT
        || c == '\u034f'
        || c == '\u115f'
        || c == '\u1160'
        || c == '\u3164'
        || (c >= '\ufe00' && c <= '\ufe0f');
  }

  /** Behind the backslash and what it escapes; a backslash before another escapes that one. */
  private int escapeEnd(int at) {
    if (at + 1 >= chars.length) {
      return at + 1;
    }
    return switch (chars[at + 1]) {
      case 'u' -> hex(at + 2, 4) >= 0 ? at + 6 : at + 1;
      case 'x' -> hex(at + 2, 2) >= 0 ? at + 4 : at + 1;
      case '"', '\'', '/', 'n', 'r', 't' -> at + 2;
      default -> at + 1;
    };
  }

  private int escaped(int at, int end) {
    return switch (end - at) {
      case 6 -> hex(at + 2, 4);
      case 4 -> hex(at + 2, 2);
      case 2 ->
          switch (chars[at + 1]) {
            case 'n', 'r' -> '\n';
            case 't' -> ' ';
            default -> chars[at + 1];
          };
      default -> -1;
    };
  }

  /** Behind {@code %2D}, and behind {@code %252D}, where it was encoded twice. */
  private int percentEnd(int at) {
    int digits = at + 1;
    while (digits + 1 < chars.length && chars[digits] == '2' && chars[digits + 1] == '5') {
      digits += 2;
    }
    return hex(digits, 2) >= 0 ? digits + 2 : digits;
  }

  private int entityEnd(int at) {
    if (at + 3 < chars.length && chars[at + 1] == '#') {
      int end = at + 2;
      while (end < chars.length && end < at + 9 && Character.isLetterOrDigit(chars[end])) {
        end++;
      }
      return end < chars.length && chars[end] == ';' ? end + 1 : at + 1;
    }
    for (String[] entity : ENTITIES) {
      if (text.startsWith(entity[0], at)) {
        return at + entity[0].length();
      }
    }
    return at + 1;
  }

  private int entity(int at, int end) {
    if (chars[at + 1] != '#') {
      for (String[] entity : ENTITIES) {
        if (text.startsWith(entity[0], at)) {
          return entity[1].charAt(0);
        }
      }
    }
    boolean hex = chars[at + 2] == 'x' || chars[at + 2] == 'X';
    int value = 0;
    for (int i = at + (hex ? 3 : 2); i < end - 1; i++) {
      int digit = Character.digit(chars[i], hex ? 16 : 10);
      value = digit < 0 ? Character.MAX_VALUE : Math.min(value * (hex ? 16 : 10) + digit, 0xffff);
    }
    return value;
  }

  /** Behind a sequence that sets colours of a terminal. */
  private int sequenceEnd(int at) {
    if (at + 1 >= chars.length || chars[at + 1] != '[') {
      return at + 1;
    }
    int end = at + 2;
    int limit = Math.min(chars.length, at + MAX_SEQUENCE);
    while (end < limit && (Chars.isDigit(chars[end]) || chars[end] == ';')) {
      end++;
    }
    return end < limit ? end + 1 : at + 1;
  }

  /** The number that these digits write; -1 if they do not. */
  private int hex(int from, int digits) {
    if (from + digits > chars.length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = chars[i] < ASCII ? Character.digit(chars[i], 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
