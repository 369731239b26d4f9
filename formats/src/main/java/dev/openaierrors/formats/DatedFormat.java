package dev.openaierrors.formats;

/** Any other line that begins with a time; what stands behind it is looked through for a level. */
final class DatedFormat extends TextFormat {

  DatedFormat() {
    super("dated", "lines that begin with a time");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    c.skip('[');
    int begin = c.at();
    if (!time(c, h, begin)) {
      return false;
    }
    boolean bracket = c.skip(']');
    if (!c.isAtEnd() && " \t|-:,;".indexOf(c.peek()) < 0 && !(bracket && c.peek() == '[')) {
      return false;
    }
    message(c, h);
    levelNear(c, h);
    return true;
  }

  private static final int NEAR = 120;

  private static boolean time(Cursor c, Head h, int begin) {
    if (Times.dateTime(c, h)) {
      return true;
    }
    c.to(begin);
    if (Times.dayMonthYear(c, h)) {
      return true;
    }
    c.to(begin);
    if (Times.american(c, h)) {
      return true;
    }
    c.to(begin);
    if (Times.syslog(c, h)) {
      return true;
    }
    c.to(begin);
    return Times.timeOnly(c, h);
  }

  private static void levelNear(Cursor c, Head h) {
    int limit = Math.min(c.end(), c.at() + NEAR);
    while (c.at() < limit) {
      int b = c.peek();
      boolean begins = b >= 'A' && b <= 'Z' && !isLetter(c.bytes()[c.at() - 1]);
      int at = c.at();
      if (begins && Levels.read(c, h)) {
        return;
      }
      c.to(at + 1);
    }
  }

  private static boolean isLetter(int b) {
    return Character.isLetter(b) || b == '_' || b == '.';
  }
}
