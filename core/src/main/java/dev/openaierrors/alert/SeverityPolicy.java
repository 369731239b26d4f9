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
  static Severity of(AlertRule rule, IncidentStats tally, long firing) {
    Severity severity = rule.severity();
    for (AlertRule.Trait trait : rule.traits()) {
      severity =
          switch (trait) {
            case WIDENS -> isWide(tally, firing) ? Severity.CRITICAL : severity;
            case KEYS_OF_USERS -> hasKeysOfUsers(rule, tally) ? Severity.WARNING : severity;
            case CONTENT_INFORMS -> isContent(tally) ? Severity.INFO : severity;
            default -> severity;
          };
    }
    return severity;
  }

  private static boolean isWide(IncidentStats tally, long firing) {
    return tally.distinct(Dimension.MODEL) >= MODELS_IF_WIDE || firing >= WIDE_AFTER;
  }

  private static boolean isContent(IncidentStats tally) {
    return tally.kind() == ErrorKind.CONTENT_POLICY_VIOLATION;
  }

  /** Whether there are more different keys than one service has. */
  static boolean hasKeysOfUsers(AlertRule rule, IncidentStats tally) {
    return rule.traits().contains(AlertRule.Trait.KEYS_OF_USERS)
        && tally.distinct(Dimension.KEY) > KEYS_OF_ONE;
  }
}
