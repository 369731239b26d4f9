package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.delivery.DeliveryCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the settings of an appender's alerts came to, in lines. */
public final class AlertSummary {

  private AlertSummary() {}

  /** The rules that are not as by default, how incidents are told apart, a link, destinations. */
  public static List<String> of(AlertServices services, String appender) {
    AlertRules rules = Objects.requireNonNull(services.rules(appender));
    List<String> lines = new ArrayList<>(AlertSettingsCase.differences(rules));
    lines.add(
        "by "
            + rules.groupBy().dimensions().stream()
                .map(Dimension::id)
                .sorted()
                .collect(Collectors.joining(", ")));
    lines.add("logs at " + rules.rules().get(0).text().logLink());
    lines.add(
        services.destinations(appender).stream()
            .map(DeliveryCounts::destination)
            .sorted()
            .collect(Collectors.joining(", ")));
    return lines;
  }
}
