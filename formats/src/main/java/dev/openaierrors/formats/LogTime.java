package dev.openaierrors.formats;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as a log line has it, with whatever is missing.
 *
 * @param year 0 if the line does not say
 * @param month 0 if the line has a time of day only
 * @param day of the month; 0 if the line has a time of day only
 * @param offset null if the line names none
 */
public record LogTime(
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    int nano,
    @Nullable ZoneOffset offset) {

  /** What one call logs comes faster, also where times are cut to seconds. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final int QUARTER_HOUR = 900;
  private static final int MINUTE = 60;
  private static final int MOST_QUARTERS = 18 * 4;

  /** A time that lacks nothing. */
  static LogTime of(Instant instant) {
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return new LogTime(
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano(),
        ZoneOffset.UTC);
  }

  /** Whether there is no date. */
  public boolean isTimeOfDay() {
    return month == 0;
  }

  /** To be compared with that of others that lack the same; null if it is no time. */
  @Nullable Instant comparable() {
    try {
      LocalDateTime local =
          LocalDateTime.of(year, Math.max(1, month), Math.max(1, day), hour, minute, second, nano);
      return local.toInstant(offset == null ? ZoneOffset.UTC : offset);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** Whether it is so long after another that a line with it does not go on with the one before. */
  boolean isPauseAfter(@Nullable LogTime before) {
    Instant own = before == null ? null : comparable();
    Instant other = before == null ? null : before.comparable();
    return own != null && other != null && !own.isBefore(other.plus(PAUSE));
  }

  /** Second of the day. */
  public int secondOfDay() {
    return 3600 * hour + 60 * minute + second;
  }

  /**
   * The time of an event in a line that was taken at this time: its own, with what it lacks. A time
   * without a zone that is hours from this one is of the zone in which it is the same.
   */
  @Nullable LogTime completing(@Nullable LogTime own) {
    if (own == null) {
      return this;
    }
    if (isTimeOfDay() || own.offset != null) {
      return own;
    }
    if (own.isTimeOfDay()) {
      return this;
    }
    return offset == null || own.year == 0 ? own : own.inZoneOf(this);
  }

  private LogTime inZoneOf(LogTime other) {
    try {
      long ahead = local().toEpochSecond(ZoneOffset.UTC) - other.epochSecond();
      long quarters = Math.floorDiv(ahead + QUARTER_HOUR / 2, QUARTER_HOUR);
      boolean same = Math.abs(ahead - quarters * QUARTER_HOUR) <= MINUTE;
      return same && Math.abs(quarters) <= MOST_QUARTERS
          ? withOffset(ZoneOffset.ofTotalSeconds((int) (quarters * QUARTER_HOUR)))
          : this;
    } catch (DateTimeException noSuchDay) {
      return this;
    }
  }

  private long epochSecond() {
    return local().toEpochSecond(offset == null ? ZoneOffset.UTC : offset);
  }

  private LocalDateTime local() {
    return LocalDateTime.of(year, month, day, hour, minute, second);
  }

  private LogTime withOffset(ZoneOffset zone) {
    return new LogTime(year, month, day, hour, minute, second, nano, zone);
  }
}
