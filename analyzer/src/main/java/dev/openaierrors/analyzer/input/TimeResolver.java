package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LogTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Makes points in time of what lines have, in the order of the file. Where a zone, a year or a date
 * is missing, it follows from what the user says, and from when the file was last written.
 */
final class TimeResolver {

  /** By so much may a time be later than the file's, as clocks and zones differ. */
  private static final Duration LATER = Duration.ofDays(1);

  /** By less than this, events of several threads are out of order. */
  private static final Duration OUT_OF_ORDER = Duration.ofMinutes(10);

  /** Before the year 10,000, so that every form of a date can hold it, in every zone. */
  private static final Instant END = Instant.parse("9999-12-30T00:00:00Z");

  private final ZoneId zone;
  private final Instant written;
  private LocalDate firstDay;
  private @Nullable Instant previous;
  private boolean zoneAssumed;

  /**
   * A resolver for one file.
   *
   * @param written when the file was last written
   * @param days counted in the whole file; null if it was not read before
   */
  TimeResolver(ZoneId zone, Instant written, @Nullable DayCount days) {
    this.zone = zone;
    this.written = written;
    LocalDateTime end = LocalDateTime.ofInstant(written, zone);
    firstDay = end.toLocalDate();
    if (days != null && days.last() >= 0) {
      // The last event cannot be later than the last write.
      boolean dayBefore = days.last() > end.toLocalTime().toSecondOfDay() + 60;
      firstDay = firstDay.minusDays(days.days() + (dayBefore ? 1 : 0));
    }
  }

  /** Whether the zone had to be taken from the user or the system. */
  boolean zoneAssumed() {
    return zoneAssumed;
  }

  /**
   * The point in time.
   *
   * @param day midnights since the file's first event; counts only where there is no date
   */
  @Nullable Instant resolve(@Nullable LogTime time, int day) {
    if (time == null) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.of(date(time, day), timeOfDay(time));
      Instant instant =
          time.offset() != null ? local.toInstant(time.offset()) : inZone(local).toInstant();
      if (!isPossible(instant)) {
        return null;
      }
      previous = instant;
      return instant;
    } catch (DateTimeException | ArithmeticException noSuchDay) {
      return null;
    }
  }

  /** Whether something can have been logged then, or a file been written. */
  static boolean isPossible(Instant time) {
    return !time.isBefore(Instant.EPOCH) && time.isBefore(END);
  }

  private static LocalTime timeOfDay(LogTime time) {
    return LocalTime.of(time.hour(), time.minute(), time.second(), time.nano());
  }

  private LocalDate date(LogTime time, int day) {
    if (time.isTimeOfDay()) {
      return firstDay.plusDays(day);
    }
    if (time.year() > 0) {
      return LocalDate.of(time.year(), time.month(), time.day());
    }
    LocalDateTime latest = LocalDateTime.ofInstant(written.plus(LATER), zone);
    int year = latest.getYear();
    // The newest that is not in the future; a 29th of February makes it look further back.
    for (int back = 0; back < 8; back++) {
      if (isDate(year - back, time)) {
        LocalDate date = LocalDate.of(year - back, time.month(), time.day());
        if (!date.isAfter(latest.toLocalDate())) {
          return date;
        }
      }
    }
    throw new DateTimeException("no such day");
  }

  private static boolean isDate(int year, LogTime time) {
    return time.month() != 2 || time.day() != 29 || java.time.Year.isLeap(year);
  }

  /** In the hour that is there twice in autumn, the second one follows the first. */
  private ZonedDateTime inZone(LocalDateTime local) {
    zoneAssumed = true;
    ZonedDateTime earlier = local.atZone(zone);
    Instant before = previous;
    boolean back = before != null && earlier.toInstant().isBefore(before.minus(OUT_OF_ORDER));
    return back ? earlier.withLaterOffsetAtOverlap() : earlier;
  }
}
