package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** WebSphere and Open Liberty: {@code [5/4/26 9:15:02:101 UTC] 0000004a ChatService E text}. */
final class WebSphereFormat extends TextFormat {

  private static final int THREAD = 8;

  WebSphereFormat() {
    super("websphere", "WebSphere, Open Liberty");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    return c.skip('[')
        && date(c, h)
        && c.skip(']')
        && c.blanks()
        && thread(c, h)
        && c.blanks()
        && logger(c, h)
        && c.blanks()
        && level(c, h)
        && (c.blanks() || c.isAtEnd())
        && message(c, h);
  }

  /** The day first where the zone of the file is European: a month has no number above 12. */
  private static boolean date(Cursor c, Head h) {
    int begin = c.at();
    if (Dates.numbers(c, h, DateOrder.MONTH_FIRST)) {
      return true;
    }
    c.to(begin);
    if (Dates.numbers(c, h, DateOrder.DAY_FIRST)) {
      return true;
    }
    c.to(begin);
    return Times.dateTime(c, h);
  }

  private static boolean thread(Cursor c, Head h) {
    h.threadFrom = c.at();
    while (Character.digit(c.peek(), 16) >= 0) {
      c.to(c.at() + 1);
    }
    h.threadTo = c.at();
    return h.threadTo - h.threadFrom == THREAD;
  }

  private static boolean level(Cursor c, Head h) {
    h.level = level(c.peek());
    c.to(c.at() + 1);
    return h.level != null;
  }

  private static @Nullable String level(int letter) {
    return switch (letter) {
      case 'E', 'F' -> "ERROR";
      case 'W' -> "WARN";
      case 'I', 'A', 'C', 'O', 'R' -> Levels.INFO;
      case 'D', '1' -> "DEBUG";
      case '2', '3', '>', '<' -> "TRACE";
      default -> null;
    };
  }
}
