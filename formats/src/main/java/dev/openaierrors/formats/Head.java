package dev.openaierrors.formats;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the begin of an event says, as places in its line. Reused for line after line. */
final class Head {

  /** Bytes of a line that are looked at. */
  static final int BYTES = 512;

  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int nano;
  boolean timed;
  boolean zoned;
  int offsetSeconds;

  /** What the zone is called, if that may mean several; null if it does not. */
  @Nullable String unknownZone;

  /** Whether hours go up to twelve. */
  boolean halves;

  @Nullable String level;
  int loggerFrom;
  int loggerTo;
  int threadFrom;
  int threadTo;
  int serviceFrom;
  int serviceTo;
  int messageFrom;

  /** Whether a throwable may stand in the line, behind the message. */
  boolean throwableInLine;

  void clear() {
    noTime();
    level = null;
    loggerTo = loggerFrom = 0;
    threadTo = threadFrom = 0;
    serviceTo = serviceFrom = 0;
    messageFrom = 0;
    throwableInLine = false;
  }

  /** Forgets the time, and nothing else. */
  void noTime() {
    year = 0;
    month = 0;
    day = 0;
    timed = false;
    zoned = false;
    unknownZone = null;
    halves = false;
  }

  /** Takes this point in time. */
  void at(long seconds, int nanos) {
    OffsetDateTime time = Instant.ofEpochSecond(seconds, nanos).atOffset(ZoneOffset.UTC);
    year = time.getYear();
    month = time.getMonthValue();
    day = time.getDayOfMonth();
    hour = time.getHour();
    minute = time.getMinute();
    second = time.getSecond();
    nano = nanos;
    timed = true;
    zoned = true;
    offsetSeconds = 0;
  }

  /** Its hour is one of twelve, of the first half of the day or of the second. */
  void inHalf(int half) {
    hour = hour % 12 + (half == 2 ? 12 : 0);
    halves = true;
  }

  /** Null if there is no time, or none that can be. */
  @Nullable LogTime time() {
    boolean possible =
        timed && month <= 12 && day <= 31 && hour < 24 && minute < 60 && second <= 60;
    if (!possible || Math.abs(offsetSeconds) > 18 * 3600) {
      return null;
    }
    ZoneOffset offset = zoned ? ZoneOffset.ofTotalSeconds(offsetSeconds) : null;
    return new LogTime(year, month, day, hour, minute, Math.min(second, 59), nano, offset);
  }
}
