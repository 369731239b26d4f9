package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** WebSphere and Open Liberty: {@code [5/4/26 9:15:02:101 UTC] 0000004a ChatService E text}. */
final class WebSphereFormat extends TextFormat {

  private static final int THREAD = 8;

  private final TimeShape order;

  WebSphereFormat() {
    this(TimeShape.MONTH_FIRST);
  }

  /** For dates in this order, which is that of the country of the server. */
  WebSphereFormat(TimeShape order) {
    super("websphere", "WebSphere, Open Liberty");
    this.order = order;
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

  private boolean date(Cursor c, Head h) {
    int begin = c.at();
    if (order.read(c, h) || Times.dateTime(c.to(begin), h)) {
      return true;
    }
    boolean dayFirst = order == TimeShape.DAY_FIRST;
    return (dayFirst ? TimeShape.MONTH_FIRST : TimeShape.DAY_FIRST).read(c.to(begin), h);
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
      // R is what was printed to System.err.
      case 'E', 'F', 'R' -> "ERROR";
      case 'W' -> "WARN";
      case 'I', 'A', 'C', 'O' -> Levels.INFO;
      case 'D', '1' -> "DEBUG";
      case '2', '3', '>', '<' -> "TRACE";
      default -> null;
    };
  }
}
