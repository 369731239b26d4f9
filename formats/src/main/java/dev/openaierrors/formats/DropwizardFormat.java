package dev.openaierrors.formats;

/** Dropwizard, level first: {@code ERROR [2026-11-23 05:31:57,816] c.a.A: text}. */
final class DropwizardFormat extends TextFormat {

  DropwizardFormat() {
    super("dropwizard", "Dropwizard");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Levels.read(c, h)
        && c.blanks()
        && c.skip('[')
        && Times.dateTime(c, h)
        && c.skip(']')
        && c.blanks()
        && loggerBeforeColon(c, h)
        && message(c, h);
  }

  private static boolean loggerBeforeColon(Cursor c, Head h) {
    h.loggerFrom = c.at();
    while (!c.isAtEnd() && c.peek() != ':' && c.peek() != ' ') {
      c.to(c.at() + 1);
    }
    h.loggerTo = c.at();
    c.skipBlanks();
    return h.loggerTo > h.loggerFrom && c.skip(':');
  }

  @Override
  boolean isLoose() {
    return true;
  }
}
