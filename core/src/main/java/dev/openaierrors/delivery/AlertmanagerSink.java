package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.internal.JsonWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Posts to Prometheus' Alertmanager, API v2.
 *
 * <p>Labels are an alert's identity there. All instances of a service post the same, so they have
 * one alert; what differs between instances, or while an incident lasts, is in annotations. Nobody
 * resolves it, as one instance would resolve what another still sees: each post says until when it
 * holds, which is a quiet period from now, and the latest time holds. Only where somebody tells of
 * calls that succeed an instance ends at once what it posted; one that still fails posts it again
 * within a minute.
 *
 * <p>The severity is a label, since people route by it. Once it rises there are two alerts, and the
 * first is posted on: else its end would be told while the incident goes on.
 */
final class AlertmanagerSink extends HttpSink {

  private static final String API = "/api/v2/alerts";
  private static final Duration WITHOUT_QUIET = Duration.ofMinutes(5);
  private static final int REMEMBERED = 256;

  private final Clock clock;
  // With which severities each incident was posted.
  private final Map<String, Set<Severity>> posted = new BoundedMap<>(REMEMBERED);

  /**
   * The destination.
   *
   * @param clock of the machine that posts: an end in the past is a resolution, so no other will do
   */
  AlertmanagerSink(HttpPost post, Clock clock) {
    super(post);
    this.clock = clock;
  }

  /** The URL of its API. */
  static URI api(URI address) {
    String text = address.toString();
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return base.endsWith(API) ? address : URI.create(base + API);
  }

  @Override
  public boolean keepsState() {
    return true;
  }

  /** The end of an instance is the end of no incident: it holds for as long as was posted last. */
  @Override
  public boolean wants(AlertState state) {
    return state != AlertState.DIGEST && state != AlertState.STOPPED;
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    boolean over = alert.state() == AlertState.RESOLVED;
    boolean ended = alert.progress().resolution() == Alert.Resolution.SUCCESS;
    if (!over || (ended && posted.containsKey(alert.id()))) {
      post().send(json(alert));
    }
    if (over) {
      posted.remove(alert.id());
    }
  }

  String json(Alert alert) {
    Instant now = clock.instant();
    Instant start = alert.times().startsAt().isBefore(now) ? alert.times().startsAt() : now;
    boolean over = alert.state() == AlertState.RESOLVED;
    Instant end = over ? now : now.plus(quiet(alert));
    Set<Severity> severities =
        posted.computeIfAbsent(alert.id(), any -> EnumSet.noneOf(Severity.class));
    severities.add(alert.severity());
    return Json.of(
        json -> {
          json.writeStartArray();
          for (Severity severity : severities) {
            json.writeStartObject();
            json.writeObjectFieldStart("labels");
            writeLabels(json, alert, severity);
            json.writeEndObject();
            json.writeObjectFieldStart("annotations");
            writeAnnotations(json, alert);
            json.writeEndObject();
            json.writeStringField("startsAt", Json.time(start));
            json.writeStringField("endsAt", Json.time(end));
            json.writeStringField("generatorURL", alert.text().guide());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static Duration quiet(Alert alert) {
    Instant until = alert.times().quietUntil();
    return until == null || !until.isAfter(alert.times().lastSeen())
        ? WITHOUT_QUIET
        : Duration.between(alert.times().lastSeen(), until);
  }

  private static void writeLabels(JsonWriter json, Alert alert, Severity severity) {
    json.writeStringField("alertname", alertName(alert));
    Json.text(json, "service", alert.origin().service());
    Json.text(json, "environment", alert.origin().environment());
    json.writeStringField("rule", alert.rule());
    json.writeStringField("provider", alert.cause().provider().id());
    Json.text(json, "group", alert.group());
    json.writeStringField("severity", severity.id());
    alert.origin().labels().forEach(json::writeStringField);
  }

  /** {@code OpenAIRateLimitDaily} for the rule {@code rate-limit-daily}. */
  private static String alertName(Alert alert) {
    if (alert.state() == AlertState.TEST) {
      return "OpenAITest";
    }
    StringBuilder name = new StringBuilder("OpenAI");
    boolean begins = true;
    for (int i = 0; i < alert.rule().length(); i++) {
      char c = alert.rule().charAt(i);
      if (Character.isLetterOrDigit(c)) {
        name.append(begins ? Character.toUpperCase(c) : c);
      }
      begins = !Character.isLetterOrDigit(c);
    }
    return name.toString();
  }

  private static void writeAnnotations(JsonWriter json, Alert alert) {
    Json.text(json, "title", alert.text().title());
    json.writeStringField("kind", alert.cause().kind().id());
    Json.text(json, "summary", alert.text().summary());
    Json.text(json, "description", alert.text().cause());
    Json.text(json, "fix", alert.text().fix());
    Json.text(json, "next_step", alert.text().nextStep());
    json.writeStringField("retryable", Boolean.toString(alert.cause().retryable()));
    Json.text(json, "code", alert.cause().code());
    json.writeStringField("count", Long.toString(alert.counts().failures()));
    for (Map.Entry<String, Map<String, Long>> facet : alert.dimensions().entrySet()) {
      Json.text(json, name(facet.getKey()) + "s", Json.counts(facet.getValue()));
    }
    Json.text(json, "instance", alert.origin().instance());
    Alert.Sample sample = alert.sample();
    Json.text(json, "sample", sample == null ? null : sample.message());
    String runbook = alert.text().runbook();
    json.writeStringField("runbook_url", runbook == null ? alert.text().guide() : runbook);
    Json.text(json, "log_url", alert.text().logLink());
  }

  /** Alertmanager refuses an alert for one name with other characters. */
  private static String name(String facet) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < facet.length(); i++) {
      char c = facet.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      name.append(letter || (i > 0 && c >= '0' && c <= '9') ? c : '_');
    }
    return name.toString();
  }
}
