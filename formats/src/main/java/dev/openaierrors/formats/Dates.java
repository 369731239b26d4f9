package dev.openaierrors.formats;

/** Reads the forms of dates and times that {@link Times} does not, each up to its zone. */
final class Dates {

  private static final int CENTURY = 2000;
  private static final String[] DAYS = {
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"
  };

  private Dates() {}

  /** Three numbers and what parts them, in the order of the file. */
  static boolean numbers(Cursor c, Head h, DateOrder order) {
    int first = c.number(1, 4);
    int separator = c.peek();
    if (first < 0 || (separator != '/' && separator != '.' && separator != '-')) {
      return false;
    }
    c.skip((char) separator);
    int second = c.number(1, 2);
    if (second < 0 || !c.skip((char) separator)) {
      return false;
    }
    int third = c.number(2, 4);
    if (third < 0 || !order.set(h, first, second, third)) {
      return false;
    }
    h.year += h.year < 100 ? CENTURY : 0;
    return isDay(h) && between(c) && timeOfDay(c, h) && Times.zone(c, h);
  }

  private static boolean isDay(Head h) {
    return h.year >= 1970 && h.month >= 1 && h.month <= 12 && h.day >= 1 && h.day <= 31;
  }

  /** What stands between date and time: a blank, a comma, a T, a dash. */
  private static boolean between(Cursor c) {
    c.skip(',');
    return c.blanks() || c.skip('T') || c.skip('-') || c.skip('_') || c.skip(':');
  }

  /** {@code 20260504 091502}, {@code 20260504T091502.101Z}, {@code 20260504 09:15:02}. */
  static boolean compact(Cursor c, Head h) {
    int date = c.number(8, 8);
    h.year = date / 10_000;
    h.month = date / 100 % 100;
    h.day = date % 100;
    return date > 0
        && isDay(h)
        && h.year < 2100
        && between(c)
        && compactTime(c, h)
        && Times.zone(c, h);
  }

  /** {@code 260504 091502}, {@code 260504 9:15:02}. */
  static boolean compactShort(Cursor c, Head h) {
    int date = c.number(6, 6);
    h.year = CENTURY + date / 10_000;
    h.month = date / 100 % 100;
    h.day = date % 100;
    return date > 0 && isDay(h) && c.blanks() && compactTime(c, h) && Times.zone(c, h);
  }

  /** {@code 05-04 09:15:02.101}, {@code 05/04 09:15:02}: without a year, the month first. */
  static boolean monthAndDay(Cursor c, Head h) {
    h.month = c.number(2, 2);
    boolean parted = c.skip('-') || c.skip('/');
    h.day = parted ? c.number(2, 2) : -1;
    h.year = 0;
    return h.month >= 1
        && h.month <= 12
        && h.day >= 1
        && h.day <= 31
        && c.blanks()
        && timeOfDay(c, h)
        && Times.zone(c, h);
  }

  private static boolean compactTime(Cursor c, Head h) {
    int at = c.at();
    if (timeOfDay(c, h)) {
      return true;
    }
    c.to(at);
    int time = c.number(6, 6);
    if (time < 0) {
      c.to(at);
      time = c.number(9, 9);
      h.nano = time % 1000 * 1_000_000;
      time = time < 0 ? -1 : time / 1000;
    } else {
      h.nano = Times.fraction(c);
    }
    h.hour = time / 10_000;
    h.minute = time / 100 % 100;
    h.second = time % 100;
    h.timed = time >= 0;
    return time >= 0;
  }

  /**
   * {@code 04 May 2026 09:15:02,101}, {@code 04-Mai-2026 09:15:02}, {@code 04/May/2026:09:15:02}.
   */
  static boolean dayAndMonthName(Cursor c, Head h) {
    h.day = c.number(1, 2);
    c.skip('.');
    boolean parted = c.skip('-') || c.skip('/') || c.blanks();
    if (h.day <= 0 || (h.month = MonthNames.read(c)) == 0) {
      return false;
    }
    boolean again = c.skip('-') || c.skip('/') || c.blanks();
    int begin = c.at();
    h.year = parted == again ? c.number(4, 4) : -1;
    if (h.year < 0 && parted && again && c.bytes()[begin - 1] != ' ') {
      h.year = CENTURY + c.to(begin).number(2, 2);
    }
    return isDay(h) && between(c) && timeOfDay(c, h) && Times.zone(c, h);
  }

  /** {@code Mai 04, 2026 9:15:02 AM}. */
  static boolean monthNameAndDay(Cursor c, Head h) {
    boolean day = (h.month = MonthNames.read(c)) > 0 && c.blanks() && (h.day = c.number(1, 2)) > 0;
    c.skip(',');
    return day
        && c.blanks()
        && (h.year = c.number(4, 4)) > 0
        && isDay(h)
        && between(c)
        && timeOfDay(c, h)
        && Times.zone(c, h);
  }

  /** {@code Mon May 04 09:15:02.101 UTC 2026}, {@code May 4 09:15:02}: the year last or missing. */
  static boolean yearLast(Cursor c, Head h) {
    weekday(c);
    boolean read =
        (h.month = MonthNames.read(c)) > 0
            && c.blanks()
            && (h.day = c.number(1, 2)) > 0
            && c.blanks()
            && timeOfDay(c, h)
            && Times.zone(c, h);
    h.year = 0;
    int before = c.at();
    int year = read && c.blanks() ? c.number(4, 4) : -1;
    if (year >= 1970 && year < 2100) {
      h.year = year;
    } else {
      c.to(before);
    }
    return read;
  }

  /** Goes behind the name of a day and the blanks behind it; false if none stands there. */
  static boolean weekday(Cursor c) {
    int begin = c.at();
    for (String day : DAYS) {
      if (c.skip(day)) {
        c.skip(',');
        if (c.blanks()) {
          return true;
        }
        c.to(begin);
      }
    }
    return false;
  }

  /** {@code 9:15:02}, {@code 09:15:02,101}, {@code 9:15:02:101 AM}, {@code 上午 9:15:02}. */
  static boolean timeOfDay(Cursor c, Head h) {
    int half = HalfOfDay.read(c);
    if (half > 0) {
      c.skipBlanks();
    }
    int at = c.at();
    if (!Times.timeOfDay(c, h) && !kitchenTime(c.to(at), h)) {
      return false;
    }
    if (half == 0) {
      int before = c.at();
      Times.space(c);
      half = HalfOfDay.read(c);
      if (half == 0) {
        c.to(before);
      }
    }
    if (half > 0 && h.hour <= 12) {
      h.inHalf(half);
    }
    return true;
  }

  /** {@code 9:15AM}, without a date. */
  private static boolean kitchenTime(Cursor c, Head h) {
    h.hour = c.number(1, 2);
    h.minute = c.skip(':') ? c.number(2, 2) : -1;
    h.second = 0;
    h.nano = 0;
    h.timed = h.hour >= 0 && h.minute >= 0 && (c.startsWith("AM") || c.startsWith("PM"));
    return h.timed;
  }

  /** Seconds, milliseconds, microseconds or nanoseconds since 1970: only one is in our time. */
  static boolean epoch(Cursor c, Head h) {
    int begin = c.at();
    long value = 0;
    while (c.at() - begin < 19 && Cursor.isDigit(c.peek())) {
      value = 10 * value + c.peek() - '0';
      c.to(c.at() + 1);
    }
    int digits = c.at() - begin;
    long unit = digits == 10 ? 1 : digits == 13 ? 1_000 : digits == 16 ? 1_000_000 : 1_000_000_000;
    boolean known = digits == 10 || digits == 13 || digits == 16 || digits == 19;
    if (!known || Cursor.isDigit(c.peek()) || value / unit < 946_684_800L) {
      return false;
    }
    int fraction = digits == 10 ? Times.fraction(c) : 0;
    h.at(value / unit, digits == 10 ? fraction : (int) (value % unit * (1_000_000_000L / unit)));
    return true;
  }
}
