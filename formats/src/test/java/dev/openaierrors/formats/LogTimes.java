package dev.openaierrors.formats;

import java.time.OffsetDateTime;

/** What is known of a time where a layout wrote it. */
final class LogTimes {

  private LogTimes() {}

  /** As much of a time as a pattern of {@link java.time.format.DateTimeFormatter} says. */
  static LogTime said(OffsetDateTime time, String pattern) {
    String letters = pattern.replaceAll("'[^']*'", "");
    boolean dated = letters.contains("d") || letters.contains("D");
    long fraction = letters.chars().filter(letter -> letter == 'S').count();
    int unit = 1;
    for (long digits = fraction; digits < 9; digits++) {
      unit *= 10;
    }
    boolean zoned = letters.matches(".*[XZx].*");
    return new LogTime(
        letters.contains("y") ? time.getYear() : 0,
        dated ? time.getMonthValue() : 0,
        dated ? time.getDayOfMonth() : 0,
        time.getHour(),
        time.getMinute(),
        letters.contains("s") ? time.getSecond() : 0,
        time.getNano() / unit * unit,
        zoned ? time.getOffset() : null);
  }
}
