package dev.openaierrors.formats;

/** Kubernetes and Google's glog: {@code E0504 09:15:02.101000 12345 chat.go:42] text}. */
final class KlogFormat extends TextFormat {

  KlogFormat() {
    super("klog", "klog, glog");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    h.level = Levels.ofLetter(c.peek());
    if (h.level == null) {
      return false;
    }
    c.to(c.at() + 1);
    return date(c, h)
        && c.blanks()
        && Times.timeOfDay(c, h)
        && c.blanks()
        && c.number(1, 10) >= 0
        && c.blanks()
        && file(c, h)
        && message(c, h);
  }

  private static boolean date(Cursor c, Head h) {
    int begin = c.at();
    int date = c.number(4, 4);
    if (date < 0) {
      date = c.to(begin).number(8, 8);
    }
    h.year = date / 10_000;
    h.month = date / 100 % 100;
    h.day = date % 100;
    return date > 0 && h.month >= 1 && h.month <= 12 && h.day >= 1 && h.day <= 31;
  }

  /** Which is what tells who logged. */
  private static boolean file(Cursor c, Head h) {
    h.loggerFrom = c.at();
    while (!c.isAtEnd() && c.peek() != ':' && c.peek() != ' ') {
      c.to(c.at() + 1);
    }
    h.loggerTo = c.at();
    return c.skip(':') && c.number(1, 7) >= 0 && c.skip(']');
  }
}
