package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The places that a template of a body may have, by their names between braces. */
enum BodyPlace {
  TITLE("title", alert -> alert.text().title()),
  SUMMARY("summary", alert -> alert.text().summary()),
  CAUSE("cause", alert -> alert.text().cause()),
  FIX("fix", alert -> alert.text().fix()),
  NEXT_STEP("nextStep", alert -> alert.text().nextStep()),
  GUIDE("guide", alert -> alert.text().guide()),
  RUNBOOK("runbook", alert -> alert.text().runbook()),
  LOG_LINK("logLink", alert -> alert.text().logLink()),
  LINE("line", AlertText::line),
  STATE("state", alert -> alert.state().id()),
  SEVERITY("severity", alert -> alert.severity().id()),
  COLOR("color", alert -> Look.of(alert).hex()),
  COLOR_NUMBER("colorNumber", alert -> Integer.toString(Look.of(alert).color()), "1"),
  EMOJI("emoji", alert -> Look.of(alert).emoji()),
  RULE("rule", Alert::rule),
  GROUP("group", Alert::group),
  KIND("kind", alert -> alert.cause().kind().id()),
  CODE("code", alert -> alert.cause().code()),
  RETRYABLE("retryable", alert -> Boolean.toString(alert.cause().retryable()), "true"),
  PROVIDER("provider", alert -> alert.cause().provider().id()),
  COUNT("count", alert -> Long.toString(alert.counts().failures()), "1"),
  RATE("ratePerMinute", alert -> Double.toString(alert.counts().perMinute()), "1.5"),
  SERVICE("service", alert -> alert.origin().service()),
  ENVIRONMENT("environment", alert -> alert.origin().environment()),
  INSTANCE("instance", alert -> alert.origin().instance()),
  ID("id", Alert::id),
  KEY("key", alert -> FleetKey.of(alert, '/', 255)),
  AT("at", alert -> Json.time(alert.times().at())),
  STARTS_AT("startsAt", alert -> Json.time(alert.times().startsAt())),
  LAST_SEEN("lastSeen", alert -> Json.time(alert.times().lastSeen())),
  REASON("reason", BodyPlace::reason),
  SAMPLE("sample", BodyPlace::sample);

  private final String id;
  private final Function<Alert, @Nullable String> value;
  private final String example;

  BodyPlace(String id, Function<Alert, @Nullable String> value) {
    this(id, value, "Text");
  }

  /** The example shows whether it has to stand between quotes in JSON. */
  BodyPlace(String id, Function<Alert, @Nullable String> value, String example) {
    this.id = id;
    this.value = value;
    this.example = example;
  }

  String id() {
    return id;
  }

  String example() {
    return example;
  }

  /** What stands there; empty where the alert does not say it. */
  String of(Alert alert) {
    String text = value.apply(alert);
    return text == null ? "" : text;
  }

  /** The one of this name, in any case; null if there is none. */
  static @Nullable BodyPlace named(String name) {
    for (BodyPlace place : values()) {
      if (place.id.equalsIgnoreCase(name)) {
        return place;
      }
    }
    return null;
  }

  private static @Nullable String reason(Alert alert) {
    Alert.Resolution resolution = alert.progress().resolution();
    return resolution == null ? null : resolution.id();
  }

  private static @Nullable String sample(Alert alert) {
    Alert.Sample sample = alert.sample();
    return sample == null ? null : sample.message();
  }
}
