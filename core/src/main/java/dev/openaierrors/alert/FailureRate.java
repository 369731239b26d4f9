package dev.openaierrors.alert;

import java.util.List;

/** How fast the failures of an incident come, from its first to its last one and lately. */
final class FailureRate {

  private static final long MINUTE = 60_000;
  private static final int FEW = 4;
  // So many times as fast, or as long, is worth a word.
  private static final int FASTER = 2;

  private final long count;
  private final long first;
  private final long last;
  // When the last failures were.
  private final List<Long> lately;

  FailureRate(IncidentState.Stats stats) {
    this.count = stats.count();
    this.first = stats.first();
    this.last = stats.last();
    this.lately = stats.lately();
  }

  /** Failures a minute from the first to the last, but not over less than a minute. */
  double perMinute() {
    return count * (double) MINUTE / Math.max(MINUTE, last - first);
  }

  /** The same of the last failures only; 0 if they are too few. */
  double perMinuteLately() {
    double most = 0;
    for (int some = FEW; some <= lately.size(); some++) {
      long span = last - lately.get(lately.size() - some);
      most = Math.max(most, some * (double) MINUTE / Math.max(MINUTE, span));
    }
    return most;
  }

  /**
   * In words that say something where failures are rare, too: {@code 12/min, lately 40/min}, {@code
   * 1 in 3 h, the last 20 min ago}.
   */
  String words(long now) {
    String mean =
        perMinute() < 1
            ? "1 in " + Amounts.span((last - first) / Math.max(1, count - 1))
            : Amounts.number(perMinute()) + "/min";
    return mean + faster() + silence(now);
  }

  /** What the mean hides: that it became much faster. */
  private String faster() {
    double fast = perMinuteLately();
    if (fast <= FASTER * perMinute()) {
      return "";
    }
    String speed =
        fast < 1 ? "1 in " + Amounts.span((long) (MINUTE / fast)) : Amounts.number(fast) + "/min";
    return ", lately " + (isFasterThanKnown() ? "over " : "") + speed;
  }

  /** Whether there were more within the last minute than are remembered. */
  private boolean isFasterThanKnown() {
    return !lately.isEmpty() && count > lately.size() && last - lately.get(0) < MINUTE;
  }

  /** What the mean hides, too: that nothing failed any more. */
  private String silence(long now) {
    long gap = lately.isEmpty() ? 0 : (last - lately.get(0)) / Math.max(1, lately.size() - 1);
    long silence = now - last;
    boolean silent = silence > Math.max(MINUTE, FASTER * gap);
    return silent ? ", the last " + Amounts.span(silence) + " ago" : "";
  }
}
