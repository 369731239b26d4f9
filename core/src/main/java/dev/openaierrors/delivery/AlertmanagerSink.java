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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Posts to Prometheus' Alertmanager, API v2.
 *
 * <p>Labels are an alert's identity there. All instances of a service post the same, so they have
 * one alert; what differs between instances, or while an incident lasts, is in annotations. Nobody
 * resolves it, as one instance would resolve what another still sees: each post says until when it
 * holds, and the latest time holds. Since that cannot be taken back, it is never far: as long as an
 * incident is open it is posted each minute, and holds for some minutes, or until right after it is
 * quiet if that is sooner. Only the last word of a service that stops holds for all of its quiet
 * period, so that whoever comes after it has the time to see what it saw. Where somebody tells of
 * calls that succeed it is ended at once, unless another instance posts it, too: for that it may
 * not be over.
 *
 * <p>The severity is a label, since people route by it. Once it rises there are two alerts, and the
 * first is posted on: else its end would be told while the incident goes on.
 */
final class AlertmanagerSink extends HttpSink implements Forgetful {

  private static final String API = "/api/v2/alerts";
  // How long an alert may have been on its way.
  private static final Duration PROMPT = Duration.ofMinutes(1);
  private static final int REMEMBERED = 256;

  /**
   * How long a post holds.
   *
   * @param next more than the minute until the next one
   * @param most as long as Alertmanager itself takes an alert for true that names no end
   */
  record Hold(Duration next, Duration most) {

    static final Hold USUAL = new Hold(Duration.ofSeconds(90), Duration.ofMinutes(5));
  }

  private final Clock clock;
  private final Hold hold;
  // With which severities each incident was posted.
  private final Map<String, Set<Severity>> posted = new BoundedMap<>(REMEMBERED);
  private final OtherInstances others;

  /**
   * The destination.
   *
   * @param clock of the machine that posts: an end in the past is a resolution, so no other will do
   */
  AlertmanagerSink(HttpPost post, Clock clock) {
    this(post, clock, Hold.USUAL);
  }

  /** As above, in a hurry. */
  AlertmanagerSink(HttpPost post, Clock clock, Hold hold) {
    super(post);
    this.clock = clock;
    this.hold = hold;
    this.others = new OtherInstances(post, clock, hold.most());
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

  /** The last word of an instance, too: it is the end of no incident, and holds it open. */
  @Override
  public boolean wants(AlertState state) {
    return state != AlertState.DIGEST;
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    if (alert.state() != AlertState.RESOLVED) {
      if (alert.state() == AlertState.ONGOING) {
        others.look(alert, labels(alert));
      }
      post().send(json(alert));
      return;
    }
    if (alert.progress().resolution() == Alert.Resolution.SUCCESS
        && posted.containsKey(alert.id())) {
      boolean shared = others.post(alert, labels(alert));
      // Once more, since the post before may have got to one member of a cluster only.
      post().send(shared ? json(alert, end(alert, clock.instant())) : json(alert));
    }
    posted.remove(alert.id());
    others.forget(alert);
  }

  String json(Alert alert) {
    Instant now = clock.instant();
    return json(alert, alert.state() == AlertState.RESOLVED ? now : end(alert, now));
  }

  private String json(Alert alert, Instant end) {
    Instant now = clock.instant();
    Instant start = alert.times().startsAt().isBefore(now) ? alert.times().startsAt() : now;
    Set<Severity> severities =
        posted.computeIfAbsent(alert.id(), any -> EnumSet.noneOf(Severity.class));
    severities.add(alert.severity());
    Map<String, String> labels = labels(alert);
    return Json.of(
        json -> {
          json.writeStartArray();
          for (Severity severity : severities) {
            json.writeStartObject();
            json.writeObjectFieldStart("labels");
            labels.forEach((name, value) -> Json.text(json, name, value));
            json.writeStringField("severity", severity.id());
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

  /**
   * Until when it holds: the same for all posts after the last failure, and for all members of a
   * cluster, though they are posted to one after another. One that held it longer than the others
   * would tell of it again.
   */
  private Instant end(Alert alert, Instant now) {
    Instant at = alert.times().at();
    boolean prompt = !at.isAfter(now) && at.plus(PROMPT).isAfter(now);
    Instant posted = prompt ? at : now;
    Instant quiet = alert.times().quietUntil();
    if (quiet == null) {
      return posted.plus(hold.most());
    }
    // A failure after this post is told by the next one.
    Duration held = Duration.between(at, quiet).plus(hold.next());
    boolean lastWord = alert.state() == AlertState.STOPPED;
    return posted.plus(lastWord || held.compareTo(hold.most()) < 0 ? held : hold.most());
  }

  /** All that tell it from other alerts, but for the severity. */
  private static Map<String, String> labels(Alert alert) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("alertname", alertName(alert));
    putKnown(labels, "service", alert.origin().service());
    putKnown(labels, "environment", alert.origin().environment());
    labels.put("rule", alert.rule());
    labels.put("provider", alert.cause().provider().id());
    putKnown(labels, "group", alert.group());
    labels.putAll(alert.origin().labels());
    return labels;
  }

  private static void putKnown(Map<String, String> labels, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      labels.put(name, value);
    }
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
