package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** How bad an incident is: by its rule, by how many calls fail, and by whom it hits. */
final class SeverityPolicy {

  private static final long WIDE_AFTER = 15 * 60_000L;
  private static final int MODELS_IF_WIDE = 2;
  private static final int NO_MODELS = Integer.MAX_VALUE;
  private static final int KEYS_OF_ONE = 3;
  // In five minutes, more than somebody tries who mistyped a key.
  private static final int NOBODYS_TRIES = 30;
  // Of all calls, in per cent.
  private static final int ALL = 100;
  private static final int MOST = 50;
  private static final int HURTS = 20;
  // Calls.
  private static final int MANY = 10;
  private static final int FEW = 3;

  private SeverityPolicy() {}

  /**
   * How an incident goes.
   *
   * @param slow whether it fires by nothing but failures far apart or attempts that are tried
   *     again, and is told as that
   * @param wide whether it is open and was told to be critical
   * @param firing how long it has been firing, in milliseconds
   */
  record Course(boolean slow, boolean wide, long firing) {}

  /**
   * The severity at a time.
   *
   * @param impact which part of the calls fails, and how many
   */
  static Severity of(AlertRule rule, IncidentStats stats, Impact impact, Course course, long at) {
    Share share = impact.share();
    Severity severity = rule.severity();
    for (AlertRule.Trait trait : rule.traits()) {
      severity =
          switch (trait) {
            case WIDENS ->
                isWide(stats, share, course, MODELS_IF_WIDE) ? Severity.CRITICAL : severity;
            case LASTS -> isWide(stats, share, course, NO_MODELS) ? Severity.CRITICAL : severity;
            case KEYS_OF_USERS -> isOfUsers(rule, stats, impact, at) ? Severity.WARNING : severity;
            case CONTENT_INFORMS -> isContent(stats) ? Severity.INFO : severity;
            default -> severity;
          };
    }
    if (rule.traits().contains(AlertRule.Trait.SEVERITY_STAYS)) {
      return severity;
    }
    Severity most = share == null ? mostUnknown(stats, course.slow()) : most(share);
    return severity.isAtLeast(most) ? most : severity;
  }

  /** The most that the share of calls allows. */
  private static Severity most(Share share) {
    boolean hurts =
        (share.isAtLeast(HURTS) && share.failed() >= MANY)
            || (share.isAtLeast(ALL) && share.failed() >= FEW);
    return hurts ? Severity.CRITICAL : Severity.WARNING;
  }

  /** The most that may be said where nobody knows the share. */
  private static Severity mostUnknown(IncidentStats stats, boolean slow) {
    if (!slow) {
      return Severity.CRITICAL;
    }
    return stats.kind().retryable() ? Severity.INFO : Severity.WARNING;
  }

  /** Without a share it stays as bad as it was: how many failed lately goes up and down. */
  private static boolean isWide(
      IncidentStats stats, @Nullable Share share, Course course, int models) {
    boolean hurts = share != null || stats.isFrequent();
    boolean wide = stats.distinct(Dimension.MODEL) >= models || course.firing() >= WIDE_AFTER;
    return (share == null && course.wide()) || (hurts && wide);
  }

  private static boolean isContent(IncidentStats stats) {
    return stats.kind() == ErrorKind.CONTENT_POLICY_VIOLATION;
  }

  /**
   * Whether it may be one customer's mistyped key, where services use their customers' own: more
   * keys than one service has, or a key that was not refused again later.
   */
  private static boolean isOfUsers(AlertRule rule, IncidentStats stats, Impact impact, long at) {
    Share share = impact.share();
    boolean most = share != null && share.isAtLeast(MOST);
    boolean once =
        stats.kind() == ErrorKind.INVALID_API_KEY
            && stats.distinct(Dimension.KEY) > 0
            && !stats.keyStays()
            && impact.lately(at) < NOBODYS_TRIES;
    return hasKeysOfUsers(rule, stats.distinct(Dimension.KEY)) || (once && !most);
  }

  /** Whether so many different keys are more than one service has. */
  static boolean hasKeysOfUsers(AlertRule rule, int keys) {
    return rule.traits().contains(AlertRule.Trait.KEYS_OF_USERS) && keys > KEYS_OF_ONE;
  }
}
