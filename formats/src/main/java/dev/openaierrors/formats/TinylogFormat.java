package dev.openaierrors.formats;

/**
 * Two lines to a head, without a time: {@code [main] c.a.Chat.ask()}, and the level and the message
 * below it.
 */
final class TinylogFormat extends TextFormat {

  TinylogFormat() {
    super("tinylog", "tinylog");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    if (!threadInBrackets(c, h) || !c.blanks() || !logger(c, h) || !c.isAtEnd()) {
      return false;
    }
    byte[] bytes = c.bytes();
    int end = h.loggerTo;
    boolean called = end - h.loggerFrom > 3 && bytes[end - 1] == ')' && bytes[end - 2] == '(';
    int method = end - 2;
    while (called && method > h.loggerFrom && bytes[method] != '.') {
      method--;
    }
    h.loggerTo = method;
    h.messageFrom = c.end();
    return called && method > h.loggerFrom;
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    super.parse(event, head, target);
    LayoutFormat.secondLine(event, target);
  }
}
