package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.error.Printable;
import dev.openaierrors.internal.JsonWriter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens and resolves incidents of PagerDuty by its Events API v2.
 *
 * <p>An incident is known by service, environment, rule, provider and group: not by its own id or
 * the instance, so that a fleet has one, and so has a service that crashes again and again.
 *
 * <p>Instances know nothing of each other, and PagerDuty does not say what is open. So an instance
 * resolves only what it told, and as long as it fails it tells that again every few minutes: no
 * second page while the incident is open, and a new one soon after somebody else resolved it.
 */
final class PagerDutySink extends HttpSink {

  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_KEY = 255;
  private static final Duration RENEWAL = Duration.ofMinutes(5);

  private final String routingKey;
  private final boolean resolves;
  private final SharedIncidents shared = new SharedIncidents();

  PagerDutySink(HttpPost post, String routingKey, boolean resolves) {
    super(post);
    this.routingKey = routingKey;
    this.resolves = resolves;
  }

  @Override
  public boolean keepsState() {
    return true;
  }

  @Override
  Duration renewal() {
    return RENEWAL;
  }

  /** The end of an instance is the end of no incident. */
  @Override
  public boolean wants(AlertState state) {
    return switch (state) {
      case STOPPED, DIGEST -> false;
      case RESOLVED -> resolves;
      default -> true;
    };
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    String key = dedupKey(alert);
    boolean resolved = alert.state() == AlertState.RESOLVED;
    if (!resolved || shared.isLast(key, alert.id(), alert.times().at())) {
      post().send(resolved ? resolve(key) : trigger(key, alert));
    }
    if (alert.state() == AlertState.TEST) {
      // Nobody would ever resolve it.
      post().send(resolve(key));
    } else if (resolved) {
      shared.ended(key, alert.id());
    } else {
      shared.opened(key, alert.id(), alert.times().at());
    }
  }

  static String dedupKey(Alert alert) {
    return FleetKey.of(alert, '/', LONGEST_KEY);
  }

  private String resolve(String key) {
    return Json.of(
        json -> {
          json.writeStartObject();
          writeHead(json, key, "resolve");
          json.writeEndObject();
        });
  }

  String trigger(String key, Alert alert) {
    return Json.of(
        json -> {
          json.writeStartObject();
          writeHead(json, key, "trigger");
          json.writeObjectFieldStart("payload");
          writePayload(json, alert);
          json.writeEndObject();
          json.writeStringField("client", "openai-errors");
          json.writeArrayFieldStart("links");
          writeLink(json, alert.text().runbook(), "Runbook");
          writeLink(json, alert.text().logLink(), "Logs");
          writeLink(json, alert.text().guide(), "Guide to this error");
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void writeLink(JsonWriter json, @Nullable String address, String text) {
    if (address != null) {
      json.writeStartObject();
      json.writeStringField("href", address);
      json.writeStringField("text", text);
      json.writeEndObject();
    }
  }

  private void writeHead(JsonWriter json, String key, String action) {
    json.writeStringField("routing_key", routingKey);
    json.writeStringField("event_action", action);
    json.writeStringField("dedup_key", key);
  }

  private static void writePayload(JsonWriter json, Alert alert) {
    json.writeStringField(
        "summary",
        Printable.truncate(alert.text().title() + ": " + alert.text().summary(), LONGEST_SUMMARY));
    json.writeStringField("source", source(alert));
    json.writeStringField("severity", alert.severity().id());
    json.writeStringField("timestamp", Json.time(alert.times().startsAt()));
    json.writeStringField("component", alert.cause().provider().id());
    Json.text(json, "group", alert.origin().service());
    json.writeStringField("class", alert.cause().kind().id());
    json.writeObjectFieldStart("custom_details");
    writeDetails(json, alert);
    json.writeEndObject();
  }

  /** Required there. */
  private static String source(Alert alert) {
    String instance = alert.origin().instance();
    String service = alert.origin().service();
    return instance != null ? instance : service != null ? service : "unknown";
  }

  private static void writeDetails(JsonWriter json, Alert alert) {
    json.writeStringField("id", alert.id());
    json.writeStringField("state", alert.state().id());
    json.writeStringField("rule", alert.rule());
    Json.text(json, "environment", alert.origin().environment());
    Json.text(json, "instance", alert.origin().instance());
    Json.text(json, "group", alert.group().isEmpty() ? null : alert.group());
    if (!alert.origin().labels().isEmpty()) {
      Json.texts(json, "labels", alert.origin().labels());
    }
    Json.text(json, "code", alert.cause().code());
    json.writeNumberField("count", alert.counts().failures());
    json.writeNumberField("rate_per_minute", alert.counts().perMinute());
    json.writeNumberField("peak_per_minute", alert.counts().peakPerMinute());
    for (Map.Entry<String, Map<String, Long>> facet : alert.dimensions().entrySet()) {
      Json.text(json, facet.getKey() + "s", Json.counts(facet.getValue()));
    }
    json.writeBooleanField("retryable", alert.cause().retryable());
    Json.text(json, "cause", alert.text().cause());
    Json.text(json, "fix", alert.text().fix());
    Json.text(json, "next_step", alert.text().nextStep());
    Alert.Sample sample = alert.sample();
    Json.text(json, "sample", sample == null ? null : sample.message());
  }
}
