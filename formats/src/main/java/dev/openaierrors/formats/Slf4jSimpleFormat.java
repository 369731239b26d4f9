package dev.openaierrors.formats;

/** SLF4J's simple logger, without a time: {@code [main] ERROR c.a.A - text}. */
final class Slf4jSimpleFormat extends TextFormat {

  Slf4jSimpleFormat() {
    super("slf4j-simple", "SLF4J simple");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return threadInBrackets(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && logger(c, h)
        && c.blanks()
        && messageBehindDash(c, h);
  }
}
