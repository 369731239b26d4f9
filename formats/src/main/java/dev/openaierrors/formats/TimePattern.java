package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the times of a log are written, as a user says: a pattern of {@link DateTimeFormatter}. */
public final class TimePattern implements TimeForm {

  private static final int LONGEST = 80;
  private static final ZonedDateTime ANY =
      ZonedDateTime.of(2026, 11, 23, 21, 42, 57, 123_456_789, ZoneOffset.ofHours(2));

  private final String pattern;
  private final DateTimeFormatter formatter;

  private TimePattern(String pattern, DateTimeFormatter formatter) {
    this.pattern = pattern;
    this.formatter = formatter;
  }

  /**
   * The pattern, such as {@code dd.MM.yyyy HH:mm:ss,SSS}.
   *
   * @throws IllegalArgumentException if it is none, or has no time of day; the message says why
   */
  public static TimePattern of(String pattern) {
    TimePattern made =
        new TimePattern(
            pattern,
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.SMART));
    try {
      byte[] example = made.formatter.format(ANY).getBytes(StandardCharsets.UTF_8);
      Head head = new Head();
      head.clear();
      if (made.reads(new Cursor().on(example, 0, example.length), head)) {
        return made;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    throw new IllegalArgumentException("it has no hour and minute, or a date without a day");
  }

  @Override
  public boolean reads(Cursor c, Head h) {
    h.noTime();
    int end = Math.min(c.end(), c.at() + LONGEST);
    String text = new String(c.bytes(), c.at(), end - c.at(), StandardCharsets.UTF_8);
    ParsePosition position = new ParsePosition(0);
    TemporalAccessor time = parsed(text, position);
    if (time == null || !take(time, h)) {
      return false;
    }
    int length = text.substring(0, position.getIndex()).getBytes(StandardCharsets.UTF_8).length;
    c.to(c.at() + length);
    return true;
  }

  private @Nullable TemporalAccessor parsed(String text, ParsePosition position) {
    // Most places have no time, which the first of the two says without an exception.
    TemporalAccessor read = formatter.parseUnresolved(text, position);
    if (read == null || position.getErrorIndex() >= 0) {
      return null;
    }
    position.setIndex(0);
    try {
      return formatter.parse(text, position);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static boolean take(TemporalAccessor time, Head h) {
    if (time.isSupported(ChronoField.INSTANT_SECONDS)) {
      h.at(time.getLong(ChronoField.INSTANT_SECONDS), value(time, ChronoField.NANO_OF_SECOND, 0));
      return true;
    }
    h.hour = value(time, ChronoField.HOUR_OF_DAY, -1);
    h.minute = value(time, ChronoField.MINUTE_OF_HOUR, -1);
    h.second = value(time, ChronoField.SECOND_OF_MINUTE, 0);
    h.nano = value(time, ChronoField.NANO_OF_SECOND, 0);
    h.year = value(time, ChronoField.YEAR, 0);
    h.month = value(time, ChronoField.MONTH_OF_YEAR, 0);
    h.day = value(time, ChronoField.DAY_OF_MONTH, 0);
    boolean whole = h.month > 0 ? h.day > 0 : h.day == 0 && h.year == 0;
    h.timed = h.hour >= 0 && h.minute >= 0 && whole;
    if (h.timed) {
      zone(time, h);
    }
    return h.timed && h.time() != null;
  }

  private static void zone(TemporalAccessor time, Head h) {
    ZoneId zone = time.query(TemporalQueries.zone());
    if (zone == null) {
      return;
    }
    boolean dated = h.year > 0 && h.month > 0;
    if (zone instanceof ZoneOffset offset) {
      h.zoned = true;
      h.offsetSeconds = offset.getTotalSeconds();
    } else if (dated) {
      LocalDateTime local =
          LocalDateTime.of(h.year, h.month, h.day, h.hour, h.minute, h.second, h.nano);
      h.zoned = true;
      h.offsetSeconds = zone.getRules().getOffset(local).getTotalSeconds();
    }
  }

  private static int value(TemporalAccessor time, ChronoField field, int ifNone) {
    return time.isSupported(field) ? time.get(field) : ifNone;
  }

  /** As it was given. */
  @Override
  public String toString() {
    return pattern;
  }
}
