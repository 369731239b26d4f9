package dev.openaierrors.alert;

import java.util.List;

/** Whether what happens comes at about the same time of the day. */
final class DailyPattern {

  private static final long HOUR = 60 * 60_000;
  private static final long DAY = 24 * HOUR;
  private static final long ABOUT = 4 * HOUR;
  private static final long EXACTLY = HOUR / 2;
  private static final int DAYS = 3;

  private DailyPattern() {}

  /**
   * Whether it came at the same time of two days, or at about the same of three.
   *
   * @param times milliseconds since 1970, in their order
   */
  static boolean isIn(List<Long> times) {
    int[] days = new int[times.size()];
    for (int i = 0; i < days.length; i++) {
      days[i] = 1;
      for (int earlier = 0; earlier < i; earlier++) {
        long off = offDaily(times.get(i) - times.get(earlier));
        days[i] = off <= ABOUT ? Math.max(days[i], days[earlier] + 1) : days[i];
        if (off <= EXACTLY || days[i] == DAYS) {
          return true;
        }
      }
    }
    return false;
  }

  /** How far from whole days, in milliseconds; less than most of a day is far. */
  private static long offDaily(long apart) {
    long days = Math.round(apart / (double) DAY);
    return days == 0 ? DAY : Math.abs(apart - days * DAY);
  }
}
