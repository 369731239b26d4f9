package dev.openaierrors.alert;

/** How long nothing may have failed until an incident is over, if it does not come and go. */
final class Quiet {

  // A silence so many times as long as the longest gap lately, or as the mean one, is an end.
  private static final int QUIET_GAPS = 3;
  private static final int QUIET_MEANS = 10;
  // Expected between the first failures, before there are gaps to go by.
  private static final long UNKNOWN_GAP = 60 * 60_000;
  private static final int KNOWN_FROM = 8;
  private static final long DAY = 24 * 60 * 60_000;
  // What trickles for more than a day is not over after a night.
  private static final long HALF_A_DAY = DAY / 2;

  private Quiet() {}

  /**
   * In milliseconds, after failures like these.
   *
   * @param slow whether it fires by nothing but failures far apart
   */
  static long of(AlertRule rule, IncidentStats stats, boolean slow) {
    long quiet = rule.quiet().period().toMillis();
    if (!rule.quiet().adapts()) {
      return quiet;
    }
    boolean patient = rule.quiet().patient();
    if (slow && patient) {
      boolean trickle = stats.last() - stats.first() > DAY;
      quiet = Math.max(quiet, trickle ? HALF_A_DAY : rule.slowSpan());
    }
    boolean unknown = stats.count() < KNOWN_FROM && patient;
    long gap = unknown ? Math.max(stats.gap(), UNKNOWN_GAP) : stats.gap();
    long expected = Math.max(QUIET_GAPS * gap, QUIET_MEANS * stats.meanGap());
    return Math.max(quiet, Math.min(expected, IncidentState.Flapping.DAILY_QUIET));
  }
}
