package dev.openaierrors.formats;

/**
 * Quarkus and WildFly: {@code 2026-11-23 05:32:22,217 ERROR [c.a.A] (main) text: java.lang.X: why}.
 */
final class JBossFormat extends TextFormat {

  JBossFormat() {
    super("jboss", "Quarkus, WildFly");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.dateTime(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && c.skip('[')
        && loggerInBrackets(c, h)
        && c.blanks()
        && c.skip('(')
        && threadInBraces(c, h)
        && !areExchanged(c, h)
        && (c.blanks() || c.isAtEnd())
        && messageAndThrowable(c, h);
  }

  private static boolean loggerInBrackets(Cursor c, Head h) {
    h.loggerFrom = c.at();
    if (!c.find(']')) {
      return false;
    }
    h.loggerTo = c.at();
    return c.skip(']');
  }

  private static boolean threadInBraces(Cursor c, Head h) {
    h.threadFrom = c.at();
    if (!c.find(')')) {
      return false;
    }
    h.threadTo = c.at();
    return c.skip(')');
  }

  private static boolean messageAndThrowable(Cursor c, Head h) {
    h.throwableInLine = true;
    return messageBehindSign(c, h);
  }

  /** {@code [main] (Chat.java:41)} is of another layout, with the thread first. */
  private static boolean areExchanged(Cursor c, Head h) {
    for (int i = h.loggerFrom; i < h.loggerTo; i++) {
      if (c.bytes()[i] == '.') {
        return false;
      }
    }
    String behind = c.text(h.threadFrom, h.threadTo);
    Words kind = Words.of(behind);
    return kind == Words.LOGGER
        || kind == Words.FILE
        || (Words.isThreadForSure(c.text(h.loggerFrom, h.loggerTo))
            && !Words.isThreadForSure(behind));
  }

  /** The throwable stands behind the message, on its line. */
  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    super.parse(event, head, target);
    String text = event.decode(head.messageFrom, event.end());
    int end = text.indexOf('\n');
    int colon = text.indexOf(": ");
    while (end > 0 && colon >= 0 && colon < end) {
      if (StackTrace.isHeader(text, colon + 2, end)) {
        target.found(text, text.substring(0, colon), StackTrace.parse(text.substring(colon + 2)));
        return;
      }
      colon = text.indexOf(": ", colon + 2);
    }
  }
}
