package dev.openaierrors.formats;

/**
 * SLF4J's simple logger, without a time: {@code [main] ERROR c.a.A - text}, or with milliseconds
 * since the start: {@code 467 [main] ERROR c.a.A - text}.
 */
final class Slf4jSimpleFormat extends TextFormat {

  Slf4jSimpleFormat() {
    super("slf4j-simple", "SLF4J simple");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return relativeTime(c)
        && !isTime(c, h)
        && threadInBrackets(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && logger(c, h)
        && c.blanks()
        && messageBehindDash(c, h);
  }

  /** As build servers put it in brackets before a line. */
  private static boolean isTime(Cursor c, Head h) {
    int begin = c.at();
    boolean digit = c.skip('[') && Cursor.isDigit(c.peek());
    boolean time = digit && TimeShape.here(c, h) != null && c.peek() == ']';
    c.to(begin);
    h.noTime();
    return time;
  }

  private static boolean relativeTime(Cursor c) {
    return !Cursor.isDigit(c.peek()) || (c.number(1, 10) >= 0 && c.blanks());
  }
}
