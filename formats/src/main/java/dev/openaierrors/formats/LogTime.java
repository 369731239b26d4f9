package dev.openaierrors.formats;

import java.time.Instant;
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

  /** Second of the day. */
  public int secondOfDay() {
    return 3600 * hour + 60 * minute + second;
  }
}
