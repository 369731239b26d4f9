package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;

/** How bad an incident is, by its rule and by whom it hits. */
final class SeverityPolicy {

  private static final long WIDE_AFTER = 15 * 60_000L;
  private static final int MODELS_IF_WIDE = 2;
  private static final int KEYS_OF_ONE = 3;

  private SeverityPolicy() {}

  /**
   * The severity.
   *
   * @param firing how long it has been firing, in milliseconds
   */
  static Severity of(AlertRule rule, IncidentStats stats, long firing) {
    Severity severity = rule.severity();
    for (AlertRule.Trait trait : rule.traits()) {
      severity =
          switch (trait) {
            case WIDENS -> isWide(stats, firing) ? Severity.CRITICAL : severity;
            case KEYS_OF_USERS ->
                hasKeysOfUsers(rule, stats.distinct(Dimension.KEY)) ? Severity.WARNING : severity;
            case CONTENT_INFORMS -> isContent(stats) ? Severity.INFO : severity;
            default -> severity;
          };
    }
    return severity;
  }

  private static boolean isWide(IncidentStats stats, long firing) {
    return stats.distinct(Dimension.MODEL) >= MODELS_IF_WIDE || firing >= WIDE_AFTER;
  }

  private static boolean isContent(IncidentStats stats) {
    return stats.kind() == ErrorKind.CONTENT_POLICY_VIOLATION;
  }

  /** Whether so many different keys are more than one service has. */
  static boolean hasKeysOfUsers(AlertRule rule, int keys) {
    return rule.traits().contains(AlertRule.Trait.KEYS_OF_USERS) && keys > KEYS_OF_ONE;
  }
}
