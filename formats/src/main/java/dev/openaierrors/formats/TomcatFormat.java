package dev.openaierrors.formats;

/** Tomcat's log: {@code 23-Nov-2026 05:32:20.815 SEVERE [main] c.a.A.call text}. */
final class TomcatFormat extends TextFormat {

  TomcatFormat() {
    super("tomcat", "Tomcat");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.dayMonthYear(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && threadInBrackets(c, h)
        && c.blanks()
        && logger(c, h)
        && (c.blanks() || c.isAtEnd())
        && message(c, h);
  }
}
