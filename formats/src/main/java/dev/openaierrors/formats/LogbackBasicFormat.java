package dev.openaierrors.formats;

/**
 * Logback without a configuration, and Micronaut: {@code 05:31:47.587 [main] ERROR c.a.A -- text}.
 */
final class LogbackBasicFormat extends TextFormat {

  LogbackBasicFormat() {
    super("logback-basic", "Logback without configuration, Micronaut");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.timeOnly(c, h)
        && c.blanks()
        && threadInBrackets(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && logger(c, h)
        && c.blanks()
        && messageBehindDash(c, h);
  }

  @Override
  boolean hasTimeOnly() {
    return true;
  }
}
