package dev.openaierrors.formats;

/** Syslog of RFC 5424: {@code <11>1 2026-05-04T10:03:21.123Z host app 4711 - - text}. */
final class SyslogWrapping extends Wrapping {

  SyslogWrapping() {
    super("syslog", "syslog");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    if (!line.skip('<')) {
      return false;
    }
    int priority = line.number(1, 3);
    Head head = target.parts.head;
    head.clear();
    if (priority < 0
        || !line.skip(">1 ")
        || !(line.skip("- ") || (Times.dateTime(line, head) && line.skip(' ')))
        || !line.word()
        || !line.skip(' ')) {
      return false;
    }
    boolean timed = head.timed;
    int app = line.at();
    boolean named = line.word() && line.skip(' ') && line.word();
    int process = line.at();
    if (!named || !line.skip(' ') || !line.word() || !line.skip(' ') || !data(line)) {
      return false;
    }
    line.skip(' ');
    String key = line.text(app, process);
    SyslogText.set(line, target);
    target.key = key;
    target.service = key.substring(0, key.indexOf(' '));
    head.timed = timed;
    target.level = Levels.ofSyslog(priority & 7);
    return true;
  }

  /** Structured data: a dash, or elements in brackets. */
  private static boolean data(Cursor line) {
    if (line.skip('-')) {
      return true;
    }
    boolean any = false;
    while (line.skip('[')) {
      any = true;
      while (!line.isAtEnd() && line.peek() != ']') {
        line.to(Math.min(line.at() + (line.peek() == '\\' ? 2 : 1), line.end()));
      }
      line.skip(']');
    }
    return any;
  }
}
