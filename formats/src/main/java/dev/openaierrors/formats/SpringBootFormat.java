package dev.openaierrors.formats;

/**
 * Spring Boot's console and file pattern: {@code 2026-11-23T05:35:58.127Z ERROR 25168 --- [shop]
 * [main] c.a.A : text}.
 */
final class SpringBootFormat extends TextFormat {

  SpringBootFormat() {
    super("spring-boot", "Spring Boot");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return Times.dateTime(c, h)
        && c.blanks()
        && Levels.read(c, h)
        && c.blanks()
        && beforeProcess(c, h)
        && c.number(1, 10) >= 0
        && c.skip(" --- ")
        && brackets(c, h)
        && logger(c, h)
        && c.blanks()
        && c.skip(':')
        && message(c, h);
  }

  /** Sleuth's {@code [service,trace,span,true]}, or what else an application puts there. */
  private static boolean beforeProcess(Cursor c, Head h) {
    if (c.peek() != '[') {
      return true;
    }
    int from = c.at() + 1;
    if (!c.find(']')) {
      return false;
    }
    int to = from;
    while (c.bytes()[to] != ']' && c.bytes()[to] != ',') {
      to++;
    }
    if (c.bytes()[to] == ',' && !isContext(c, from, to)) {
      h.serviceFrom = from;
      h.serviceTo = to;
    }
    return c.skip(']') && c.blanks();
  }

  private static boolean isContext(Cursor c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (c.bytes()[i] == '=') {
        return true;
      }
    }
    return false;
  }

  /** One is the thread; with two, the application comes first or the trace last. */
  private static boolean brackets(Cursor c, Head h) {
    if (!threadInBrackets(c, h) || !c.blanks()) {
      return false;
    }
    while (c.peek() == '[') {
      int from = h.threadFrom;
      int to = h.threadTo;
      if (!threadInBrackets(c, h) || !c.blanks()) {
        return false;
      }
      if (isTrace(c, h.threadFrom, h.threadTo) || isContext(c, h.threadFrom, h.threadTo)) {
        h.threadFrom = from;
        h.threadTo = to;
      } else {
        h.serviceFrom = from;
        h.serviceTo = to;
      }
    }
    return true;
  }

  /** Ids of trace and span, or as many blanks. */
  private static boolean isTrace(Cursor c, int from, int to) {
    for (int i = from; i < to; i++) {
      int b = c.bytes()[i];
      if (b != ' ' && b != '-' && Character.digit(b, 16) < 0) {
        return false;
      }
    }
    return to - from > 32;
  }
}
