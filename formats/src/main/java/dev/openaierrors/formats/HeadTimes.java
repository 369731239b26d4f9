package dev.openaierrors.formats;

/** Reads the times that tools put before the lines of others. */
final class HeadTimes {

  private static final int EPOCH_DIGITS = 10;

  private HeadTimes() {}

  /** A time, perhaps in brackets or before a colon, up to a blank or the end of the line. */
  static boolean read(Cursor c, Head h) {
    boolean bracket = c.skip('[');
    if (!time(c, h) || (bracket && !c.skip(']'))) {
      return false;
    }
    if (!c.skip(':') && bracket) {
      severity(c);
    }
    return c.isAtEnd() || c.peek() == ' ' || c.peek() == '\t';
  }

  /** {@code W:} right behind the bracket, or a blank for the letter, as TeamCity writes. */
  private static void severity(Cursor c) {
    int at = c.at();
    boolean one = c.peek() == ' ' || Character.isLetter(c.peek());
    c.to(one ? at + 1 : at);
    if (!c.skip(':')) {
      c.to(at);
    }
  }

  private static boolean time(Cursor c, Head h) {
    int begin = c.at();
    if (!Cursor.isDigit(c.peek())) {
      return named(c, h, begin);
    }
    int digits = 0;
    while (digits <= EPOCH_DIGITS && begin + digits < c.end()) {
      if (!Cursor.isDigit(c.bytes()[begin + digits])) {
        break;
      }
      digits++;
    }
    return switch (digits) {
      case 4 -> Times.dateTime(c, h) && repeatedZone(c);
      case 1, 2 -> short2(c, h, begin);
      case EPOCH_DIGITS -> epoch(c, h);
      default -> false;
    };
  }

  /** A time of day, or a date that begins with its day or its month. */
  private static boolean short2(Cursor c, Head h, int begin) {
    if (Times.timeOnly(c, h)) {
      return true;
    }
    c.to(begin);
    if (Times.dayMonthYear(c, h)) {
      return true;
    }
    c.to(begin);
    int month = c.number(2, 2);
    int day = month > 0 && c.skip('-') ? c.number(2, 2) : 0;
    if (day <= 0 || !c.blanks() || !Times.timeOnly(c, h)) {
      return false;
    }
    h.month = month;
    h.day = day;
    return true;
  }

  /** Go prints the zone twice. */
  private static boolean repeatedZone(Cursor c) {
    c.skip(" UTC");
    return true;
  }

  /** That begins with the name of a month or of a day. */
  private static boolean named(Cursor c, Head h, int begin) {
    if (c.peek() < 'A' || c.peek() > 'Z' || begin + 4 > c.end()) {
      return false;
    }
    if (Dates.weekday(c)) {
      return Times.dateTime(c, h);
    }
    if (Times.american(c, h)) {
      return true;
    }
    c.to(begin);
    return Times.syslog(c, h) && Times.half(c, h);
  }

  /** {@code 1777886102.101000}. */
  private static boolean epoch(Cursor c, Head h) {
    int begin = c.at();
    return Dates.epoch(c, h) && c.at() > begin + EPOCH_DIGITS + 1;
  }
}
