package dev.openaierrors.formats;

/** Reads the times that log lines begin with. */
final class Times {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private Times() {}

  /**
   * {@code 2026-11-23T05:32:01.453655180Z}, {@code 2026/11/23 05:32:01}, {@code 2026.11.23
   * 05:32:01,453 +0100}, {@code 2026-11-23, 05:32:01 UTC}, {@code 2026/11/23 - 05:32:01}.
   */
  static boolean dateTime(Cursor c, Head h) {
    int year = c.number(4, 4);
    int separator = c.peek();
    if (year < 1970 || (separator != '-' && separator != '/' && separator != '.')) {
      return false;
    }
    h.year = year;
    return c.skip((char) separator)
        && (h.month = c.number(2, 2)) > 0
        && c.skip((char) separator)
        && (h.day = c.number(2, 2)) > 0
        && (c.skip('T') || between(c) || (separator == '.' && c.peek() == '-'))
        && (c.skip('-') ? dotted(c, h) : timeOfDay(c, h))
        && half(c, h)
        && zone(c, h);
  }

  /** {@code 05.32.01:453}, as Unreal writes it behind a date with dots. */
  private static boolean dotted(Cursor c, Head h) {
    boolean read =
        (h.hour = c.number(2, 2)) >= 0
            && c.skip('.')
            && (h.minute = c.number(2, 2)) >= 0
            && c.skip('.')
            && (h.second = c.number(2, 2)) >= 0;
    h.nano = read ? fraction(c) : 0;
    h.timed = read;
    return read;
  }

  /** Blanks, and perhaps a comma before them or a dash among them. */
  private static boolean between(Cursor c) {
    c.skip(',');
    boolean blanks = c.blanks();
    return blanks && (!c.skip('-') || c.blanks());
  }

  /**
   * Perhaps the half of the day, in whose hours the time is: {@code AM}, {@code pm}, {@code p.m.}.
   * Always true.
   */
  static boolean half(Cursor c, Head h) {
    int before = c.at();
    space(c);
    int first = c.peek() | 0x20;
    int half = h.hour <= 12 && (first == 'a' || first == 'p') ? HalfOfDay.read(c) : 0;
    if (half == 0 || Character.isLetterOrDigit(c.peek())) {
      c.to(before);
      return true;
    }
    h.inHalf(half);
    return true;
  }

  /** {@code 23-Nov-2026 05:32:20.815}. */
  static boolean dayMonthYear(Cursor c, Head h) {
    return (h.day = c.number(1, 2)) > 0
        && c.skip('-')
        && (h.month = month(c)) > 0
        && c.skip('-')
        && (h.year = c.number(4, 4)) > 0
        && c.blanks()
        && timeOfDay(c, h);
  }

  /** {@code Nov 23, 2026 5:32:20 AM}. */
  static boolean american(Cursor c, Head h) {
    h.halves = false;
    return (h.month = month(c)) > 0
        && c.blanks()
        && (h.day = c.number(1, 2)) > 0
        && c.skip(',')
        && c.blanks()
        && (h.year = c.number(4, 4)) > 0
        && (!c.skip(',') || c.peek() == ' ')
        && space(c)
        && timeOfDay(c, h)
        && half(c, h)
        && h.halves
        // In small letters it is of another language, whose levels have other names.
        && c.bytes()[c.at() - 1] == 'M';
  }

  /** Newer JDKs write a narrow no-break space between the time and AM. */
  static boolean space(Cursor c) {
    return narrow(c) || c.blanks();
  }

  private static boolean narrow(Cursor c) {
    byte[] bytes = c.bytes();
    int at = c.at();
    if (at + 2 < c.end()
        && bytes[at] == (byte) 0xE2
        && bytes[at + 1] == (byte) 0x80
        && bytes[at + 2] == (byte) 0xAF) {
      c.to(at + 3);
      return true;
    }
    return false;
  }

  /** {@code May 4 10:03:21}. */
  static boolean syslog(Cursor c, Head h) {
    h.year = 0;
    return (h.month = month(c)) > 0
        && c.blanks()
        && (h.day = c.number(1, 2)) > 0
        && c.blanks()
        && timeOfDay(c, h);
  }

  /** {@code 05:31:47.587}, and nothing before it. */
  static boolean timeOnly(Cursor c, Head h) {
    h.year = 0;
    h.month = 0;
    h.day = 0;
    return timeOfDay(c, h);
  }

  static boolean timeOfDay(Cursor c, Head h) {
    boolean read =
        (h.hour = c.number(1, 2)) >= 0
            && c.skip(':')
            && (h.minute = c.number(2, 2)) >= 0
            && seconds(c, h);
    h.nano = read ? fraction(c) : 0;
    h.timed = read;
    return read;
  }

  /** Behind a date, they may be missing. */
  private static boolean seconds(Cursor c, Head h) {
    if (c.skip(':')) {
      return (h.second = c.number(2, 2)) >= 0;
    }
    h.second = 0;
    return h.month > 0 && h.day > 0;
  }

  static int fraction(Cursor c) {
    int before = c.at();
    if (!c.skip('.') && !c.skip(',') && !c.skip(':')) {
      return 0;
    }
    int nano = 0;
    int digits = 0;
    while (Cursor.isDigit(c.peek())) {
      if (digits < 9) {
        nano = 10 * nano + c.peek() - '0';
        digits++;
      }
      c.to(c.at() + 1);
    }
    if (digits == 0) {
      c.to(before);
    }
    for (; digits < 9; digits++) {
      nano *= 10;
    }
    return nano;
  }

  /**
   * Perhaps a zone: {@code Z}, {@code +02:00}, {@code +0200}, {@code +02}, {@code CEST}. Always
   * true.
   */
  static boolean zone(Cursor c, Head h) {
    int before = c.at();
    boolean apart = c.skip(' ');
    if (c.peek() == 'Z' && (!apart || Zones.isEnd(c, c.at() + 1))) {
      c.to(c.at() + 1);
      h.zoned = true;
      h.offsetSeconds = 0;
      Zones.region(c);
      return true;
    }
    boolean minus = c.peek() == '-';
    if (minus || c.peek() == '+') {
      c.to(c.at() + 1);
      int hours = twoDigits(c);
      int minutes = hours < 0 ? -1 : minutes(c, apart);
      if (minutes >= 0) {
        h.zoned = true;
        h.offsetSeconds = (minus ? -1 : 1) * (3600 * hours + 60 * minutes);
        Zones.region(c);
        return true;
      }
    }
    c.to(before);
    Zones.name(c, h);
    return true;
  }

  /** Of an offset; right behind a time, they may be missing. */
  private static int minutes(Cursor c, boolean apart) {
    if (!apart && Zones.isEnd(c, c.at())) {
      return 0;
    }
    c.skip(':');
    return twoDigits(c);
  }

  private static int twoDigits(Cursor c) {
    int at = c.at();
    byte[] bytes = c.bytes();
    if (at + 2 > c.end() || !Cursor.isDigit(bytes[at]) || !Cursor.isDigit(bytes[at + 1])) {
      return -1;
    }
    c.to(at + 2);
    return 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
  }

  /** British and Australian months are not all shortened to three letters: June, July, Sept. */
  private static void longer(Cursor c, int month) {
    int letter = month == 6 ? 'e' : month == 7 ? 'y' : month == 9 ? 't' : 0;
    if (letter > 0 && (c.peek() | 0x20) == letter) {
      c.to(c.at() + 1);
    }
  }

  /** 0 if there is none. */
  static int month(Cursor c) {
    int at = c.at();
    if (at + 3 > c.end()) {
      return 0;
    }
    byte[] bytes = c.bytes();
    for (int month = 0; month < 12; month++) {
      int i = 3 * month;
      if ((bytes[at] | 0x20) == MONTHS.charAt(i)
          && (bytes[at + 1] | 0x20) == MONTHS.charAt(i + 1)
          && (bytes[at + 2] | 0x20) == MONTHS.charAt(i + 2)) {
        c.to(at + 3);
        longer(c, month + 1);
        c.skip('.');
        return month + 1;
      }
    }
    return 0;
  }
}
