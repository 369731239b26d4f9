package dev.openaierrors.analyzer.input;

/** Counts day changes in logs without dates: a step back in time is a new day. */
final class DayCount {

  /** Threads log a little out of order; clocks are set back an hour in autumn. */
  private static final int NO_STEP = 2 * 3600;

  private int first = -1;
  private int last = -1;
  private int days;

  void see(int secondOfDay) {
    if (first < 0) {
      first = secondOfDay;
    } else if (secondOfDay < last - NO_STEP) {
      days++;
    }
    last = secondOfDay;
  }

  /** Goes on with what was counted in a later part of the file. */
  void append(DayCount next) {
    if (next.first >= 0) {
      see(next.first);
      days += next.days;
      last = next.last;
    }
  }

  /** The day of the first time of {@code next}, were it appended. */
  int dayOfFirst(DayCount next) {
    return next.first >= 0 && first >= 0 && next.first < last - NO_STEP ? days + 1 : days;
  }

  int days() {
    return days;
  }

  /** -1 if none was seen. */
  int last() {
    return last;
  }
}
