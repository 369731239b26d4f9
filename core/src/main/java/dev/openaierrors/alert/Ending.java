package dev.openaierrors.alert;

/**
 * When an incident is over: after a quiet period, or by calls that succeed. Times are milliseconds
 * since 1970.
 */
final class Ending {

  private static final long AFTER_RESET = 5 * 60_000;

  private Recovery recovery = Recovery.NONE;
  // The last failure of which there were more than now and then; 0 if nobody knows.
  private long busyAt;
  // Before that time nobody looked.
  private long observedFrom;
  // Nothing is due before: the rule was another one until then.
  private long ruledFrom;

  /** After a restart, before which nobody looked. */
  void restart(long now) {
    observedFrom = now;
    ruledFrom = now;
  }

  /** Another version of its rule holds from now on. */
  void use(long now) {
    ruledFrom = now;
  }

  /** Takes note of a failure that is no noise. */
  void failed(long at) {
    recovery = Recovery.NONE;
    busyAt = at;
  }

  /**
   * Takes note of a call that succeeded; whether it matters, which one before a failure does not.
   */
  boolean succeeded(long at, IncidentStats stats, long fired) {
    boolean matters = at > busy(stats);
    recovery = matters ? recovery.succeed(at, fired) : recovery;
    return matters;
  }

  /** When the last failure was that is no noise. */
  long busy(IncidentStats stats) {
    return busyAt == 0 ? stats.last() : busyAt;
  }

  /** When it is over if no failure follows such a quiet period. */
  long quietUntil(AlertRule rule, IncidentStats stats, long quiet) {
    boolean reset = rule.traits().contains(AlertRule.Trait.UNTIL_RESET) && stats.waitEnd() > 0;
    long from = Math.max(busy(stats), observedFrom);
    return Math.max(from + quiet, reset ? stats.waitEnd() + AFTER_RESET : 0);
  }

  /** When it is to be looked at, which is not in the past of its rule. */
  long due(long quietUntil, long flappingUntil) {
    return Math.max(ruledFrom, Math.min(Math.min(quietUntil, recovery.at()), flappingUntil));
  }

  /** When it is over by the calls that succeeded; {@link IncidentState#NEVER} if it is not yet. */
  long recoveredAt() {
    return recovery.at();
  }
}
