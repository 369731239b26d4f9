package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.alert.Share;
import dev.openaierrors.internal.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Posts an alert as text, by default as JSON of a schema of our own. All fields of that are always
 * there; one without a value is {@code null}.
 *
 * <table>
 * <caption>The schema {@code openai-alert/1}</caption>
 * <tr><th>field</th><th>value</th></tr>
 * <tr><td>schema</td><td>{@code openai-alert/1}</td></tr>
 * <tr><td>id</td><td>of the incident, the same in all its notices</td></tr>
 * <tr><td>state</td><td>{@code firing}, {@code reminder}, {@code escalated}, {@code reopened},
 *     {@code flapping}, {@code resolved}, {@code stopped}, {@code digest} or {@code test}</td></tr>
 * <tr><td>rule</td><td>name of the rule; {@code digest} in a digest</td></tr>
 * <tr><td>group</td><td>what keeps it apart from other incidents of the rule, such as
 *     {@code model gpt-4o}, or null</td></tr>
 * <tr><td>severity</td><td>{@code critical}, {@code warning} or {@code info}</td></tr>
 * <tr><td>kind</td><td>kind of the errors, one of the documented ids</td></tr>
 * <tr><td>code</td><td>code in the payloads, or null</td></tr>
 * <tr><td>title, summary</td><td>what and where; how often and since when; one line each</td></tr>
 * <tr><td>service, environment, instance</td><td>where, as configured, or null</td></tr>
 * <tr><td>labels</td><td>those of the configuration, by name</td></tr>
 * <tr><td>provider</td><td>{@code openai}, {@code azure}, {@code compatible} or
 *     {@code unknown}</td></tr>
 * <tr><td>at, startsAt, lastSeen</td><td>time of this notice, of the first and of the last failure;
 *     ISO 8601, UTC</td></tr>
 * <tr><td>count, repeats</td><td>failures so far, and further log events about them</td></tr>
 * <tr><td>ratePerMinute, peakPerMinute</td><td>failures a minute: mean, most</td></tr>
 * <tr><td>share</td><td>which part of the last minutes' calls failed: {@code failed} of {@code
 *     calls}; null where nobody reports calls that succeed</td></tr>
 * <tr><td>reminder</td><td>number of reminders so far</td></tr>
 * <tr><td>flapping</td><td>whether it comes and goes</td></tr>
 * <tr><td>retryable</td><td>whether sending the same request again can help</td></tr>
 * <tr><td>retryAfter</td><td>seconds to wait that an answer named, or null</td></tr>
 * <tr><td>quietUntil</td><td>when it counts as resolved if no failure follows, or null</td></tr>
 * <tr><td>nextNotice</td><td>when the next reminder comes, or null</td></tr>
 * <tr><td>facets</td><td>by facet ({@code model}, {@code logger}, …) its values with
 *     counts</td></tr>
 * <tr><td>sample</td><td>a redacted log event, {@code at}, {@code logger}, {@code message},
 *     {@code requestId}; or null</td></tr>
 * <tr><td>cause, fix, nextStep</td><td>why; what to do; who does it where, or null</td></tr>
 * <tr><td>guide</td><td>page that explains it</td></tr>
 * <tr><td>runbook, logLink</td><td>pages of the user's own, about the alert and with its log; or
 *     null</td></tr>
 * <tr><td>reason</td><td>why it counts as resolved: {@code quiet} or {@code success}; null in other
 *     states</td></tr>
 * </table>
 */
final class WebhookSink extends HttpSink {

  private final Function<Alert, String> body;

  /**
   * The destination.
   *
   * @param body what it gets of an alert
   */
  WebhookSink(HttpPost post, Function<Alert, String> body) {
    super(post);
    this.body = body;
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    post().send(body.apply(alert));
  }

  static String json(Alert alert) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("schema", "openai-alert/1");
          json.writeStringField("id", alert.id());
          json.writeStringField("state", alert.state().id());
          json.writeStringField("rule", alert.rule());
          json.writeStringField("group", alert.group().isEmpty() ? null : alert.group());
          json.writeStringField("severity", alert.severity().id());
          json.writeStringField("kind", alert.cause().kind().id());
          json.writeStringField("code", alert.cause().code());
          json.writeStringField("title", alert.text().title());
          json.writeStringField("summary", alert.text().summary());
          write(json, alert.origin());
          json.writeStringField("provider", alert.cause().provider().id());
          write(json, alert.times());
          write(json, alert.counts());
          json.writeNumberField("reminder", alert.progress().reminders());
          json.writeBooleanField("flapping", alert.progress().flapping());
          write(json, alert.cause());
          writeTime(json, "quietUntil", alert.times().quietUntil());
          writeTime(json, "nextNotice", alert.times().nextNotice());
          writeFacets(json, alert.dimensions());
          writeSample(json, alert.sample());
          write(json, alert.text());
          Alert.Resolution resolution = alert.progress().resolution();
          json.writeStringField("reason", resolution == null ? null : resolution.id());
          json.writeEndObject();
        });
  }

  private static void write(JsonWriter json, Origin origin) {
    json.writeStringField("service", origin.service());
    json.writeStringField("environment", origin.environment());
    json.writeStringField("instance", origin.instance());
    Json.texts(json, "labels", origin.labels());
  }

  private static void write(JsonWriter json, Alert.Times times) {
    writeTime(json, "at", times.at());
    writeTime(json, "startsAt", times.startsAt());
    writeTime(json, "lastSeen", times.lastSeen());
  }

  private static void write(JsonWriter json, Alert.Counts counts) {
    json.writeNumberField("count", counts.failures());
    json.writeNumberField("repeats", counts.repeats());
    json.writeNumberField("ratePerMinute", counts.perMinute());
    json.writeNumberField("peakPerMinute", counts.peakPerMinute());
    Share share = counts.share();
    if (share == null) {
      json.writeNullField("share");
      return;
    }
    json.writeObjectFieldStart("share");
    json.writeNumberField("failed", share.failed());
    json.writeNumberField("calls", share.calls());
    json.writeEndObject();
  }

  private static void write(JsonWriter json, Alert.Cause cause) {
    json.writeBooleanField("retryable", cause.retryable());
    Duration wait = cause.retryAfter();
    if (wait == null) {
      json.writeNullField("retryAfter");
    } else {
      json.writeNumberField("retryAfter", seconds(wait));
    }
  }

  private static void write(JsonWriter json, Alert.Text text) {
    json.writeStringField("cause", text.cause());
    json.writeStringField("fix", text.fix());
    json.writeStringField("nextStep", text.nextStep());
    json.writeStringField("guide", text.guide());
    json.writeStringField("runbook", text.runbook());
    json.writeStringField("logLink", text.logLink());
  }

  /** Rounded up, so that whoever waits so long has waited long enough. */
  private static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private static void writeTime(JsonWriter json, String name, @Nullable Instant time) {
    json.writeStringField(name, time == null ? null : Json.time(time));
  }

  private static void writeFacets(JsonWriter json, Map<String, Map<String, Long>> facets) {
    json.writeObjectFieldStart("facets");
    for (Map.Entry<String, Map<String, Long>> facet : facets.entrySet()) {
      json.writeObjectFieldStart(facet.getKey());
      for (Map.Entry<String, Long> value : facet.getValue().entrySet()) {
        json.writeNumberField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeSample(JsonWriter json, Alert.@Nullable Sample sample) {
    if (sample == null) {
      json.writeNullField("sample");
      return;
    }
    json.writeObjectFieldStart("sample");
    json.writeStringField("at", Json.time(sample.at()));
    json.writeStringField("logger", sample.logger());
    json.writeStringField("message", sample.message());
    json.writeStringField("requestId", sample.requestId());
    json.writeEndObject();
  }
}
