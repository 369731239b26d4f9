package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** What the bytes between the fields of a head are. */
final class HeadBytes {

  private static final String CLOSING = "])>}";

  private HeadBytes() {}

  /**
   * Skips blanks, and one bar, dash or colon between or behind them; which one it was. What is
   * closed here was opened around the time.
   */
  static char separators(Cursor c, int limit) {
    char found = ' ';
    while (c.at() < limit) {
      int b = c.peek();
      if (b == ' ' || b == '\t') {
        c.to(c.at() + 1);
      } else if (b == '|' || (b == ';' && !blankAt(c, c.at() + 1, limit))) {
        c.to(c.at() + 1);
        return (char) b;
      } else if ((b == ']' || b == ')' || b == '>') && found == ' ') {
        c.to(c.at() + 1);
      } else if (found == ' '
          && (b == ':' || b == ',' || b == ';')
          && blankAt(c, c.at() + 1, limit)) {
        found = b == ':' ? ':' : ' ';
        c.to(c.at() + 1);
      } else if (found == ' ' && b == '-' && dashEnd(c, limit) > 0) {
        found = '-';
        c.to(dashEnd(c, limit));
      } else {
        return found;
      }
    }
    return found;
  }

  static boolean blankAt(Cursor c, int at, int limit) {
    return at >= limit || c.bytes()[at] == ' ' || c.bytes()[at] == '\t';
  }

  /** Behind one to three dashes that stand alone; 0 if there are none. */
  static int dashEnd(Cursor c, int limit) {
    int end = c.at();
    while (end < limit && c.bytes()[end] == '-') {
      end++;
    }
    return end - c.at() <= 3 && blankAt(c, end, limit) ? end : 0;
  }

  static void closed(Cursor c) {
    while (!c.isAtEnd() && (CLOSING.indexOf(c.peek()) >= 0 || c.peek() == '"')) {
      c.to(c.at() + 1);
    }
  }

  /** Of {@code ERROR}, {@code production.ERROR:}, {@code [proxy:error]}. */
  static @Nullable String levelIn(Cursor c, int begin, int end, boolean apart) {
    String level = LevelNames.of(c, begin, end, apart);
    if (level != null || !apart) {
      return level;
    }
    int at = end;
    while (at > begin && ".:/".indexOf(c.bytes()[at - 1]) < 0) {
      at--;
    }
    return at > begin ? LevelNames.of(c, at, end, c.bytes()[at - 1] == ':') : null;
  }

  /** Where the level begins in {@code app.chat:ERROR}; the begin if the word is nothing else. */
  static int levelFrom(Cursor c, int begin, int end) {
    int at = end;
    while (at > begin && ".:/".indexOf(c.bytes()[at - 1]) < 0) {
      at--;
    }
    return at > begin + 1 && LevelNames.of(c, begin, end, true) == null ? at : begin;
  }

  static boolean isNumber(Cursor c, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!Cursor.isDigit(c.bytes()[i]) && c.bytes()[i] != '#') {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a number in a message, or the half of a time whose date is not understood. */
  static boolean isPart(byte[] bytes, int begin, int at, TimeForm found) {
    if (found == TimeShape.EPOCH) {
      return at > begin + 1;
    }
    return found == TimeShape.TIME_ONLY
        && at > begin + 1
        && bytes[at - 1] == ' '
        && isDate(bytes, begin, at - 1);
  }

  /** Whether the word before has a year, or two numbers and is no address of a host. */
  private static boolean isDate(byte[] bytes, int begin, int end) {
    int numbers = 0;
    int digits = 0;
    int most = 0;
    for (int i = end - 1; i >= begin && bytes[i] != ' '; i--) {
      boolean digit = Cursor.isDigit(bytes[i]);
      numbers += digit && digits == 0 ? 1 : 0;
      digits = digit ? digits + 1 : 0;
      most = Math.max(most, digits);
    }
    return numbers == 2 || numbers == 3 || (numbers == 1 && most == 4);
  }
}
