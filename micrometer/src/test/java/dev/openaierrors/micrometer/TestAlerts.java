package dev.openaierrors.micrometer;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Instant;
import java.util.Map;

/** Alerts of which nothing matters but rule and severity. */
final class TestAlerts {

  private static final Instant AT = Instant.parse("2026-05-04T09:00:00Z");

  private TestAlerts() {}

  static Alert of(String id, String rule, Severity severity) {
    return new Alert(
        id,
        AlertState.ONGOING,
        rule,
        "",
        severity,
        new Alert.Cause(ErrorKind.INSUFFICIENT_QUOTA, null, Provider.OPENAI, false, null),
        Origin.NONE,
        Alert.Times.past(AT, AT, AT),
        Alert.Counts.NONE,
        Alert.Progress.NONE,
        Map.of(),
        null,
        new Alert.Text("title", "summary", "cause", "fix", null, "guide"));
  }
}
