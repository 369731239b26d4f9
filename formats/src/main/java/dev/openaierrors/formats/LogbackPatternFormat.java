package dev.openaierrors.formats;

/**
 * Logback's usual pattern, level or thread first: {@code 2026-11-23 05:31:49,393 ERROR [main] c.a.A
 * - text}.
 */
final class LogbackPatternFormat extends TextFormat {

  LogbackPatternFormat() {
    super("logback", "Logback pattern");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    if (!Times.dateTime(c, h) || !c.blanks()) {
      return false;
    }
    boolean parts =
        c.peek() == '['
            ? threadInBrackets(c, h) && c.blanks() && Levels.read(c, h)
            : Levels.read(c, h) && c.blanks() && threadInBrackets(c, h);
    return parts && c.blanks() && logger(c, h) && c.blanks() && messageBehindDash(c, h);
  }
}
