package dev.openaierrors.formats;

/** Helidon: {@code 2026.11.23 05:32:21 SEVERE c.a.A !thread!: text}. */
final class HelidonFormat extends TextFormat {

  HelidonFormat() {
    super("helidon", "Helidon");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.dateTime(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && logger(c, h)
        && c.blanks()
        && threadInMarks(c, h)
        && message(c, h);
  }

  private static boolean threadInMarks(Cursor c, Head h) {
    if (!c.skip('!')) {
      return false;
    }
    h.threadFrom = c.at();
    if (!c.find('!')) {
      return false;
    }
    h.threadTo = c.at();
    return c.skip("!:");
  }
}
