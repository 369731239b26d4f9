package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.error.Printable;
import dev.openaierrors.internal.JsonWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Opens and closes alerts of Opsgenie by its Alert API v2. To close one has an address of its own,
 * with the alias in it. Instances share an alert by its alias, as they do an incident of PagerDuty;
 * see {@link PagerDutySink}.
 */
final class OpsgenieSink extends HttpSink {

  private static final String API = "/v2/alerts";
  private static final Duration RENEWAL = Duration.ofMinutes(5);
  private static final int LONGEST_MESSAGE = 130;
  private static final int LONGEST_DESCRIPTION = 15_000;
  private static final int LONGEST_ALIAS = 512;
  private static final int LONGEST_TAG = 50;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DETAIL = 400;

  private final SharedIncidents shared = new SharedIncidents();

  OpsgenieSink(HttpPost post) {
    super(post);
  }

  /** The URL of its API. */
  static URI api(URI address) {
    String text = address.toString();
    String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return base.endsWith(API) ? URI.create(base) : URI.create(base + API);
  }

  @Override
  public boolean keepsState() {
    return true;
  }

  @Override
  Duration renewal() {
    return RENEWAL;
  }

  @Override
  public boolean wants(AlertState state) {
    return state != AlertState.STOPPED && state != AlertState.DIGEST;
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    String alias = alias(alert);
    boolean over = alert.state() == AlertState.RESOLVED;
    if (!over) {
      post().send(create(alert));
    }
    if (alert.state() == AlertState.TEST
        || (over && shared.isLast(alias, alert.id(), alert.times().at()))) {
      post().send(closing(alias), close(alert));
    }
    if (over) {
      shared.ended(alias, alert.id());
    } else if (alert.state() != AlertState.TEST) {
      shared.opened(alias, alert.id(), alert.times().at());
    }
  }

  /** With a colon, since in a path many servers take no slash, however it is written. */
  private static String alias(Alert alert) {
    return FleetKey.of(alert, ':', LONGEST_ALIAS).replace('/', '_');
  }

  private static String closing(String alias) {
    // That is for forms, where a plus sign is a blank.
    String segment = URLEncoder.encode(alias, StandardCharsets.UTF_8).replace("+", "%20");
    return "/" + segment + "/close?identifierType=alias";
  }

  static String create(Alert alert) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField(
              "message", Printable.truncate(ChatText.title(alert), LONGEST_MESSAGE));
          json.writeStringField("alias", alias(alert));
          json.writeStringField(
              "description", Printable.truncate(description(alert), LONGEST_DESCRIPTION));
          json.writeArrayFieldStart("tags");
          json.writeString("openai");
          json.writeString(Printable.truncate(alert.rule(), LONGEST_TAG));
          json.writeString(alert.severity().id());
          json.writeEndArray();
          writeDetails(json, alert);
          json.writeStringField("entity", alert.cause().provider().id());
          json.writeStringField("priority", priority(alert));
          writeWho(json, alert);
          json.writeEndObject();
        });
  }

  static String close(Alert alert) {
    return Json.of(
        json -> {
          json.writeStartObject();
          writeWho(json, alert);
          Json.text(json, "note", alert.text().summary());
          json.writeEndObject();
        });
  }

  private static void writeWho(JsonWriter json, Alert alert) {
    json.writeStringField("user", "openai-errors");
    String instance = alert.origin().instance();
    if (instance != null && !instance.isEmpty()) {
      json.writeStringField("source", Printable.truncate(instance, LONGEST_NAME));
    }
  }

  private static String priority(Alert alert) {
    return switch (alert.severity()) {
      case CRITICAL -> "P1";
      case WARNING -> "P3";
      case INFO -> "P5";
    };
  }

  private static String description(Alert alert) {
    Alert.Sample sample = alert.sample();
    String next = alert.text().nextStep();
    return ChatText.summary(alert, "Not retryable.")
        + "\nCause: "
        + alert.text().cause()
        + "\nFix: "
        + alert.text().fix()
        + (next == null ? "" : "\nNext step: " + next)
        + (sample == null ? "" : "\nSample: " + sample.message())
        + "\nGuide: "
        + alert.text().guide();
  }

  private static void writeDetails(JsonWriter json, Alert alert) {
    json.writeObjectFieldStart("details");
    json.writeStringField("id", alert.id());
    json.writeStringField("kind", alert.cause().kind().id());
    json.writeStringField("count", Long.toString(alert.counts().failures()));
    for (Map.Entry<String, String> fact : ChatText.allFacts(alert).entrySet()) {
      json.writeStringField(fact.getKey(), Printable.truncate(fact.getValue(), LONGEST_DETAIL));
    }
    json.writeEndObject();
  }
}
