package dev.openaierrors.alert;

/** How many there were in each of the last 60 minutes. Not thread-safe. */
final class MinuteCounts {

  /** The longest time that can be asked for, in minutes. */
  static final int MINUTES = 60;

  private static final long MINUTE = 60_000;

  private final long[] counts = new long[MINUTES];
  private long newest;

  /**
   * Counts some.
   *
   * @param at when, in milliseconds since 1970; more than an hour before the newest is left out
   */
  void add(long at, long many) {
    long minute = at / MINUTE;
    for (long next = Math.max(newest + 1, minute - MINUTES + 1); next <= minute; next++) {
      counts[slot(next)] = 0;
    }
    newest = Math.max(newest, minute);
    if (minute > newest - MINUTES) {
      counts[slot(minute)] += many;
    }
  }

  /** How many there were in the minute of {@code at} and those before it, so many in all. */
  long within(long at, int minutes) {
    long last = at / MINUTE;
    long sum = 0;
    for (long minute = Math.max(last - minutes, newest - MINUTES) + 1;
        minute <= Math.min(last, newest);
        minute++) {
      sum += counts[slot(minute)];
    }
    return sum;
  }

  private static int slot(long minute) {
    return (int) Math.floorMod(minute, (long) MINUTES);
  }
}
