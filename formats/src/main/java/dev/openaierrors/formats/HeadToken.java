package dev.openaierrors.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One piece of what a tool puts before the lines of others. */
enum HeadToken {
  /** When it took the line, as {@link HeadTimes} reads it. */
  TIME,
  /** A word, or something in brackets, that names who wrote the line. */
  NAME,
  /** The same, of digits only. */
  NUMBER,
  /** The same, that is a level. */
  LEVEL,
  /** The same in brackets and small letters, as platforms write it and layouts do not. */
  TAG,
  /** A sign that stands alone. */
  BAR,
  /** A colon, behind a name. */
  COLON,
  /** A name up to a colon behind which the text begins at once. */
  PATH,
  /** The same, and the line's number up to another colon. */
  PATH_AND_LINE,
  /** A name that may have blanks, up to a tabulator. */
  FIELD;

  private static final int LONGEST = 200;
  private static final String SIGNS = "|>-";
  // Signs of more than one byte: a line from top to bottom, and two kinds of angles.
  private static final byte[][] WIDE = {
    {(byte) 0xE2, (byte) 0x94, (byte) 0x82},
    {(byte) 0xE2, (byte) 0x80, (byte) 0xBA},
    {(byte) 0xC2, (byte) 0xBB}
  };

  /** Reads whatever stands there, and goes behind it; null if it is not of a head. */
  static @Nullable HeadToken read(Cursor c, Head h) {
    int begin = c.at();
    if (HeadTimes.read(c, h)) {
      return TIME;
    }
    c.to(begin);
    if (c.skip(':')) {
      return isAtGap(c) ? COLON : null;
    }
    if (sign(c)) {
      return BAR;
    }
    c.to(begin);
    return name(c) ? kind(c, begin, c.at()) : null;
  }

  /** Whether the text follows without any blank. */
  boolean isGlued() {
    return this == PATH || this == PATH_AND_LINE;
  }

  /** Goes behind a piece of this kind; false if none stands there. */
  boolean skip(Cursor c, Head h) {
    return switch (this) {
      case TIME -> HeadTimes.read(c, h);
      case NAME -> name(c);
      case NUMBER -> {
        int begin = c.at();
        yield name(c) && isNumber(c, begin, c.at());
      }
      case LEVEL, TAG -> {
        int begin = c.at();
        yield name(c) && levelOf(c, begin, c.at()) != null;
      }
      case BAR -> sign(c);
      case COLON -> c.skip(':') && isAtGap(c);
      case PATH -> path(c);
      case PATH_AND_LINE -> path(c) && c.number(1, 9) >= 0 && c.skip(':');
      case FIELD -> field(c);
    };
  }

  private static HeadToken kind(Cursor c, int from, int to) {
    if (isNumber(c, from, to)) {
      return NUMBER;
    }
    if (levelOf(c, from, to) == null) {
      return NAME;
    }
    boolean small = to - from > 3 && Character.isLowerCase(c.bytes()[from + 1]);
    return small && c.bytes()[from] == '[' ? TAG : LEVEL;
  }

  private static boolean isAtGap(Cursor c) {
    return c.isAtEnd() || c.peek() == ' ' || c.peek() == '\t';
  }

  private static boolean sign(Cursor c) {
    int begin = c.at();
    if (c.peek() > 0 && SIGNS.indexOf(c.peek()) >= 0) {
      c.to(begin + 1);
      c.skip('-');
      return isAtGap(c);
    }
    for (byte[] wide : WIDE) {
      if (begin + wide.length <= c.end()
          && Arrays.equals(c.bytes(), begin, begin + wide.length, wide, 0, wide.length)) {
        c.to(begin + wide.length);
        return isAtGap(c);
      }
    }
    return false;
  }

  /** Up to a blank or a last colon; what is in brackets may have blanks. */
  private static boolean name(Cursor c) {
    int begin = c.at();
    if (c.peek() == '[' || c.peek() == '{' || c.peek() == '(' || c.peek() == '<') {
      return bracket(c);
    }
    byte[] bytes = c.bytes();
    int limit = Math.min(c.end(), begin + LONGEST);
    int at = begin;
    boolean letters = false;
    while (at < limit && bytes[at] != ' ' && bytes[at] != '\t') {
      int b = bytes[at];
      letters |= Character.isLetterOrDigit(b & 0xff);
      if (b == '"' || b == '=' || b == '{' || b == ',' || b == ';' || b == '\'') {
        return false;
      }
      at++;
    }
    if (!letters || at == begin + LONGEST) {
      return false;
    }
    c.to(bytes[at - 1] == ':' ? at - 1 : at);
    return true;
  }

  private static boolean bracket(Cursor c) {
    int begin = c.at();
    byte[] bytes = c.bytes();
    int open = bytes[begin];
    int close = open == '(' ? ')' : open + 2;
    boolean quoted = false;
    int limit = Math.min(c.end(), begin + LONGEST);
    for (int at = begin + 1; at < limit; at++) {
      int b = bytes[at];
      quoted ^= b == '"' && open == '{';
      if (b == close && !quoted) {
        c.to(at + 1);
        return at > begin + 1 && (isAtGap(c) || c.peek() == ':');
      }
    }
    return false;
  }

  private static boolean path(Cursor c) {
    int begin = c.at();
    byte[] bytes = c.bytes();
    int limit = Math.min(c.end(), begin + LONGEST);
    int at = begin;
    while (at < limit && isOfPath(bytes[at])) {
      at++;
    }
    if (at == begin || at == limit || bytes[at] != ':') {
      return false;
    }
    c.to(at + 1);
    return true;
  }

  private static boolean isOfPath(int b) {
    return b < 0 || Character.isLetterOrDigit(b) || "._-/@+~".indexOf(b) >= 0;
  }

  private static boolean field(Cursor c) {
    int begin = c.at();
    byte[] bytes = c.bytes();
    int limit = Math.min(c.end(), begin + LONGEST);
    int at = begin;
    while (at < limit && bytes[at] != '\t') {
      at++;
    }
    if (at == begin || at == limit || bytes[begin] == ' ') {
      return false;
    }
    c.to(at);
    return true;
  }

  private static boolean isNumber(Cursor c, int from, int to) {
    boolean digits = false;
    for (int i = from; i < to; i++) {
      int b = c.bytes()[i];
      digits |= Cursor.isDigit(b);
      if (!Cursor.isDigit(b) && b != '.' && b != '[' && b != ']' && b != '#' && b != ' ') {
        return false;
      }
    }
    return digits;
  }

  /** The level that a piece of a head means; null if it is none. */
  static @Nullable String levelOf(Cursor c, int from, int to) {
    int begin = from;
    int end = to;
    byte first = c.bytes()[from];
    if (first == '[' || first == '(' || first == '<') {
      begin++;
      end--;
    }
    if (end - begin == 1) {
      return Levels.ofLetter(c.bytes()[begin]);
    }
    return end - begin < 3 || end - begin > 9 ? null : Levels.of(c.text(begin, end));
  }
}
