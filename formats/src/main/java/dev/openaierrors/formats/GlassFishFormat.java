package dev.openaierrors.formats;

/**
 * GlassFish and Payara: {@code [2026-05-04T09:15:02.101+0000] [Payara 6.2] [SEVERE] [] [c.a.Chat]
 * [tid: _ThreadID=42 _ThreadName=main] [timeMillis: …] [levelValue: 1000] [[} and the message.
 */
final class GlassFishFormat extends TextFormat {

  private static final String THREAD = "_ThreadName=";

  GlassFishFormat() {
    super("glassfish", "GlassFish, Payara");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    boolean head =
        c.skip('[')
            && Times.dateTime(c, h)
            && c.skip("] [")
            && field(c)
            && c.skip("] [")
            && level(c, h)
            && c.skip("] [")
            && field(c)
            && c.skip("] [");
    if (!head) {
      return false;
    }
    h.loggerFrom = c.at();
    boolean logger = field(c);
    h.loggerTo = c.at();
    return logger && c.skip("] [tid: ") && thread(c, h) && message(c, h);
  }

  private static boolean field(Cursor c) {
    return c.find(']');
  }

  private static boolean level(Cursor c, Head h) {
    int from = c.at();
    if (!field(c)) {
      return false;
    }
    h.level = LevelNames.of(c, from, c.at(), true);
    return h.level != null;
  }

  private static boolean thread(Cursor c, Head h) {
    int from = c.at();
    while (!c.isAtEnd() && c.peek() != ']' && !c.startsWith(THREAD)) {
      c.to(c.at() + 1);
    }
    h.threadFrom = c.skip(THREAD) ? c.at() : from;
    if (!field(c)) {
      return false;
    }
    h.threadTo = c.at();
    while (c.skip("] [")) {
      if (c.skip('[') || !field(c)) {
        return true;
      }
    }
    return true;
  }
}
