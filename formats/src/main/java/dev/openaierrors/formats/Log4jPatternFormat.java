package dev.openaierrors.formats;

/**
 * Log4j2's pattern with the thread behind the logger: {@code 2026-11-23 05:32:06,547 ERROR c.a.A
 * [main] text}.
 */
final class Log4jPatternFormat extends TextFormat {

  Log4jPatternFormat() {
    super("log4j2-pattern", "Log4j2 pattern");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.dateTime(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && !Cursor.isDigit(c.peek())
        && logger(c, h)
        && c.blanks()
        && threadInBrackets(c, h)
        && (c.blanks() || c.isAtEnd())
        && messageBehindSign(c, h);
  }

  @Override
  boolean isLoose() {
    return true;
  }
}
