package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How many errors of each kind there were of late. Not thread-safe. */
final class RecentErrors {

  /** What is understood by late; the minute that is not over yet is one of them. */
  static final int MINUTES = 5;

  private final Map<ErrorKind, Kind> kinds = new EnumMap<>(ErrorKind.class);

  /** There are so many by now, since the beginning. */
  void are(ErrorKind kind, long recorded, Instant now) {
    if (recorded > 0) {
      kinds.computeIfAbsent(kind, any -> new Kind()).are(recorded, now);
    }
  }

  double perMinute(ErrorKind kind, Instant now) {
    Kind known = kinds.get(kind);
    return known == null ? 0 : (double) known.minutes.within(now.toEpochMilli(), MINUTES) / MINUTES;
  }

  private static final class Kind {

    private final MinuteCounts minutes = new MinuteCounts();
    private long known;

    void are(long recorded, Instant now) {
      if (recorded > known) {
        minutes.add(now.toEpochMilli(), recorded - known);
        known = recorded;
      }
    }
  }
}
