package dev.openaierrors.formats;

/**
 * .NET's console, two lines to a head, with a time or without: {@code fail: Acme.Chat[0]} and the
 * message below it.
 */
final class DotnetFormat extends TextFormat {

  DotnetFormat() {
    super("dotnet", ".NET console");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    int begin = c.at();
    boolean timed = Cursor.isDigit(c.peek()) && Times.dateTime(c, h) && c.blanks();
    if (!timed) {
      h.noTime();
      c.to(begin);
    }
    int from = c.at();
    if (!isSmall(c.peek()) || !c.find(':')) {
      return false;
    }
    h.level = level(c, from);
    return h.level != null && c.skip(": ") && category(c, h);
  }

  private static boolean isSmall(int b) {
    return b >= 'a' && b <= 'z';
  }

  private static @org.jspecify.annotations.Nullable String level(Cursor c, int from) {
    int length = c.at() - from;
    return length >= 4 && length <= 5 ? LevelNames.of(c, from, c.at(), true) : null;
  }

  private static boolean category(Cursor c, Head h) {
    h.loggerFrom = c.at();
    if (!c.find('[')) {
      return false;
    }
    h.loggerTo = c.at();
    boolean whole = c.skip('[') && c.number(1, 9) >= 0 && c.skip(']') && c.isAtEnd();
    h.messageFrom = c.end();
    return whole && h.loggerTo > h.loggerFrom;
  }
}
