package dev.openaierrors.formats;

/** A format whose events are a line in a certain order and, perhaps, a stack trace below it. */
abstract class TextFormat extends LogFormat {

  TextFormat(String id, String title) {
    super(id, title);
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    target.time = head.time();
    target.level = head.level;
    target.logger = event.text(head.loggerFrom, head.loggerTo);
    target.thread = event.text(head.threadFrom, head.threadTo);
    target.service = event.text(head.serviceFrom, head.serviceTo);
    target.messageAndTrace(event.decode(head.messageFrom, event.end()));
  }

  /** {@code [x]}, with x as the thread. */
  static boolean threadInBrackets(Cursor c, Head h) {
    if (!c.skip('[')) {
      return false;
    }
    h.threadFrom = c.at();
    if (!c.find(']')) {
      return false;
    }
    h.threadTo = c.at();
    return c.skip(']');
  }

  /** A word as the logger. */
  static boolean logger(Cursor c, Head h) {
    h.loggerFrom = c.at();
    if ("[(<{|-".indexOf(c.peek()) >= 0 || !c.word()) {
      return false;
    }
    h.loggerTo = c.at();
    return true;
  }

  /** What follows is the message. */
  static boolean message(Cursor c, Head h) {
    h.messageFrom = c.at();
    return true;
  }

  /** What follows, behind a dash or a colon that stands alone, is the message. */
  static boolean messageBehindSign(Cursor c, Head h) {
    if (c.startsWith("- ") || c.startsWith(": ")) {
      c.to(c.at() + 2);
    }
    return message(c, h);
  }

  /** {@code - } or {@code -- }, or this at the end of the line, and then the message. */
  static boolean messageBehindDash(Cursor c, Head h) {
    if (!c.skip('-')) {
      return false;
    }
    c.skip('-');
    return (c.blanks() || c.isAtEnd()) && message(c, h);
  }
}
