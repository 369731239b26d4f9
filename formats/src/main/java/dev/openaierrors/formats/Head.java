package dev.openaierrors.formats;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the begin of an event says, as places in its line. Reused for line after line. */
final class Head {

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
    year = 0;
    month = 0;
    day = 0;
    timed = false;
    zoned = false;
    level = null;
    loggerTo = loggerFrom = 0;
    threadTo = threadFrom = 0;
    serviceTo = serviceFrom = 0;
    messageFrom = 0;
    throwableInLine = false;
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
