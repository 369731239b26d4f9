package dev.openaierrors.formats;

/**
 * Lines without any head: an event begins where a line is neither indented nor part of a stack
 * trace.
 */
final class PlainFormat extends TextFormat {

  PlainFormat() {
    super("plain", "lines without a time");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    h.timed = false;
    return isBegin(c) && message(c, h);
  }

  /** Whether an event begins with it, as far as the line alone tells. */
  static boolean isBegin(Cursor c) {
    if (!isAtLeft(c)) {
      return false;
    }
    String line = c.text(c.at(), c.end());
    return !StackTrace.isHeader(line, 0, line.length());
  }

  /** Whether a line neither is indented nor begins with what only goes on with others. */
  static boolean isAtLeft(Cursor c) {
    int first = c.peek();
    if (c.isAtEnd()
        || (first <= ' ' && first >= 0)
        || first == '}'
        || first == '!'
        || first == ']') {
      return false;
    }
    return !c.startsWith("at ")
        && !c.startsWith("Caused by:")
        && !c.startsWith("Wrapped by:")
        && !c.startsWith("Suppressed:")
        && !c.startsWith("... ");
  }
}
