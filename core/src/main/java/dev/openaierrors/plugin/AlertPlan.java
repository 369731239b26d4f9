package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.delivery.QuietHours;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of alerts come to.
 *
 * @param on whether alerts are wanted
 * @param rules when to alert
 * @param origin where alerts say that they come from
 * @param destinations where they go beside the log
 * @param own destinations of the user's own making
 * @param stateFile what holds open alerts over a restart; null for nothing
 * @param jmx whether an MXBean is wanted
 * @param quiet when what can wait is held back from destinations beside the log
 * @param muteFile what mutes rules; null for nothing
 */
record AlertPlan(
    boolean on,
    AlertRules rules,
    Origin origin,
    List<DestinationSettings> destinations,
    List<AlertSink> own,
    @Nullable Path stateFile,
    boolean jmx,
    QuietHours quiet,
    @Nullable Path muteFile) {

  /** One that alerts of nothing: errors are only counted. */
  AlertPlan withoutAlerts() {
    return new AlertPlan(
        false, AlertRules.of(List.of()), origin, List.of(), List.of(), null, false, quiet, null);
  }
}
