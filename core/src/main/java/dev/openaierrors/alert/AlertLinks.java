package dev.openaierrors.alert;

import dev.openaierrors.alert.LinkTemplate.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the links of a rule with what one of its alerts knows. */
final class AlertLinks {

  private static final Duration AFTER = Duration.ofMinutes(1);

  private AlertLinks() {}

  /** The alert with the links that its rule has. */
  static Alert linked(Alert alert, AlertRule.Text rule) {
    LinkTemplate runbook = rule.runbook();
    LinkTemplate logLink = rule.logLink();
    if (runbook == null && logLink == null) {
      return alert;
    }
    Map<Place, String> values = values(alert);
    return alert.withText(
        alert
            .text()
            .withLinks(
                runbook == null ? null : runbook.fill(values),
                logLink == null ? null : logLink.fill(values)));
  }

  private static Map<Place, String> values(Alert alert) {
    Map<Place, String> values = new EnumMap<>(Place.class);
    put(values, Place.SERVICE, alert.origin().service());
    put(values, Place.ENVIRONMENT, alert.origin().environment());
    put(values, Place.INSTANCE, alert.origin().instance());
    put(values, Place.RULE, alert.rule());
    put(values, Place.GROUP, alert.group());
    put(values, Place.KIND, alert.cause().kind().id());
    put(values, Place.SEVERITY, alert.severity().id());
    put(values, Place.PROVIDER, alert.cause().provider().id());
    Map<String, Long> models = alert.dimensions().getOrDefault(Dimension.MODEL.id(), Map.of());
    put(values, Place.MODEL, models.keySet().stream().findFirst().orElse(null));
    Alert.Sample sample = alert.sample();
    put(values, Place.REQUEST_ID, sample == null ? null : sample.requestId());
    put(values, Place.ID, alert.id());
    Instant from = alert.times().startsAt();
    // Later: of a single failure it would else be no time at all to look at.
    Instant to = alert.times().at().plus(AFTER);
    put(values, Place.FROM, from.toString());
    put(values, Place.TO, to.toString());
    put(values, Place.FROM_MILLIS, Long.toString(from.toEpochMilli()));
    put(values, Place.TO_MILLIS, Long.toString(to.toEpochMilli()));
    return values;
  }

  private static void put(Map<Place, String> values, Place place, @Nullable String value) {
    if (value != null) {
      values.put(place, value);
    }
  }
}
