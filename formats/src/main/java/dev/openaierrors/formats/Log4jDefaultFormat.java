package dev.openaierrors.formats;

/** Log4j2 without a configuration: {@code 2026-11-23T05:32:01.453655180Z main ERROR text}. */
final class Log4jDefaultFormat extends TextFormat {

  Log4jDefaultFormat() {
    super("log4j2", "Log4j2 without configuration");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.dateTime(c, h)
        && c.blanks()
        && threadBeforeLevel(c, h)
        && isThread(c, h)
        && (c.blanks() || c.isAtEnd())
        && message(c, h);
  }

  /** A host or a logger may stand there as well; nanoseconds are what only this one has. */
  private static boolean isThread(Cursor c, Head h) {
    boolean exact = h.nano % 1000 != 0 && h.zoned;
    return exact || Words.isThreadForSure(c.text(h.threadFrom, h.threadTo));
  }

  /** The names of threads may have blanks, but no brackets: then it is another format. */
  private static boolean threadBeforeLevel(Cursor c, Head h) {
    h.threadFrom = c.at();
    if (!isLetterOrDigit(c.peek())) {
      return false;
    }
    for (int words = 0; words < MAX_WORDS && mayBeThread(c) && c.word(); words++) {
      h.threadTo = c.at();
      if (!c.blanks()) {
        return false;
      }
      int level = c.at();
      if (Levels.read(c, h)) {
        return true;
      }
      c.to(level);
    }
    return false;
  }

  /** Behind a second time, the first one was put before the line by another tool. */
  private static boolean mayBeThread(Cursor c) {
    int begin = c.at();
    boolean time = c.number(1, 2) >= 0 && c.skip(':') && c.number(2, 2) >= 0 && c.skip(':');
    c.to(begin);
    return !time && c.peek() != '[';
  }

  private static boolean isLetterOrDigit(int b) {
    return Character.isLetterOrDigit(b) || b < 0;
  }

  private static final int MAX_WORDS = 4;

  @Override
  boolean isLoose() {
    return true;
  }
}
