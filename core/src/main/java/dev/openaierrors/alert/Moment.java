package dev.openaierrors.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * A time as people read it: in their zone, with its distance from UTC beside it, as {@code 09:12:07
 * UTC} and {@code 10:12:07 UTC+01:00}. Letters such as CST or IST would stand for several zones,
 * and the id of one for two times in an hour of each year.
 */
public final class Moment {

  private static final DateTimeFormatter TIME = inZone("HH:mm:ss");
  private static final DateTimeFormatter DATE = inZone("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter MINUTE = inZone("HH:mm");

  private Moment() {}

  private static DateTimeFormatter inZone(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .appendLiteral(" UTC")
        .appendOffset("+HH:MM:ss", "")
        .toFormatter(Locale.ROOT);
  }

  /** The time of day, with seconds; with its date instead where that is another day. */
  public static String near(Instant now, Instant time, ZoneId zone) {
    return (isNear(now, time, zone) ? TIME : DATE).format(at(time, zone));
  }

  /** The same of milliseconds since 1970. */
  static String near(long now, long time, ZoneId zone) {
    return near(Instant.ofEpochMilli(now), Instant.ofEpochMilli(time), zone);
  }

  /** The time of day; with its date where that is another day. */
  public static String minute(Instant now, Instant time, ZoneId zone) {
    return (isNear(now, time, zone) ? MINUTE : DATE).format(at(time, zone));
  }

  /** Whether it is of the same day. */
  private static boolean isNear(Instant now, Instant time, ZoneId zone) {
    return at(now, zone).toLocalDate().equals(at(time, zone).toLocalDate());
  }

  private static ZonedDateTime at(Instant time, ZoneId zone) {
    return time.atZone(zone);
  }
}
