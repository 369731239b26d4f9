package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which incidents a failure belongs to by the rules in force; for any thread. */
final class RuleIndex {

  private final AlertRules rules;
  private final Map<ErrorKind, List<AlertRule>> byKind;

  RuleIndex(AlertRules rules) {
    this.rules = rules;
    this.byKind = rules.byKind();
  }

  AlertRules rules() {
    return rules;
  }

  /** One key for each rule that counts the failure; those that inhibit others come before them. */
  List<IncidentKey> keys(Failure failure) {
    List<IncidentKey> keys = new ArrayList<>(2);
    for (AlertRule rule : byKind.getOrDefault(failure.error().kind(), List.of())) {
      if (rule.counts(failure.error())) {
        keys.add(IncidentKey.of(rule.name(), rules.keyDimensions(rule), failure));
      }
    }
    return keys;
  }
}
