package dev.openaierrors.formats;

/**
 * WebLogic's own log: {@code ####<May 4, 2026 9:15:02,101 AM UTC> <Error> <Chat> <host> <server>
 * <thread> <> <> <> <1777886102101> <BEA-000000> <text>}.
 */
final class WebLogicFormat extends TextFormat {

  WebLogicFormat() {
    super("weblogic", "WebLogic");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    if (!c.skip("####<")) {
      return false;
    }
    boolean timed = TimeShape.here(c, h) != null;
    boolean level = timed && c.find('>') && c.skip("> <") && level(c, h);
    if (!level || !c.skip("> <")) {
      return false;
    }
    h.loggerFrom = c.at();
    h.loggerTo = field(c);
    c.skip("> <");
    field(c);
    c.skip("> <");
    field(c);
    c.skip("> <");
    h.threadFrom = c.at();
    h.threadTo = field(c);
    c.skip("> <");
    rest(c);
    return message(c, h);
  }

  private static boolean level(Cursor c, Head h) {
    int from = c.at();
    h.level = LevelNames.of(c, from, field(c), true);
    return h.level != null;
  }

  /** Goes to the end of a field, which may have brackets of the same kind inside. */
  private static int field(Cursor c) {
    while (!c.isAtEnd() && !c.startsWith("> <")) {
      c.to(c.at() + 1);
    }
    return c.at();
  }

  /** Goes to the last field of the line, the message, which may go on below. */
  private static void rest(Cursor c) {
    for (int fields = 0; fields < 6; fields++) {
      int before = c.at();
      field(c);
      if (!c.skip("> <")) {
        c.to(before);
        return;
      }
    }
  }
}
