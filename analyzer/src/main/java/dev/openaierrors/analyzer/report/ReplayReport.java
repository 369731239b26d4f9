package dev.openaierrors.analyzer.report;

import dev.openaierrors.alert.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What alert rules would have told.
 *
 * @param rules where they come from; null for the default rules
 * @param alerts what they would have told, in order of time
 * @param leftOut how many further alerts there are
 * @param byService whether the logs are of several services, each with an engine of its own
 */
public record ReplayReport(
    @Nullable String rules, List<Alert> alerts, long leftOut, boolean byService) {

  /** Nothing. */
  public static final ReplayReport NONE = new ReplayReport(null, List.of(), 0, false);

  /** Copies the list. */
  public ReplayReport {
    alerts = List.copyOf(alerts);
  }
}
