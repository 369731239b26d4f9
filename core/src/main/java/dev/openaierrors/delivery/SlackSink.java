package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.internal.JsonWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Posts to an incoming webhook of Slack, as blocks. */
final class SlackSink implements AlertSink {

  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 1_000;
  private static final int LONGEST_FIELD = 300;
  private static final int MOST_FIELDS = 10;
  private static final int LONGEST_CONTEXT = 500;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final HttpPost post;

  SlackSink(HttpPost post) {
    this.post = post;
  }

  @Override
  public String name() {
    return post.name();
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    post.send(json(alert));
  }

  static String json(Alert alert) {
    String title = "[" + alert.state().id().toUpperCase(Locale.ROOT) + "] " + alert.text().title();
    return Json.of(
        json -> {
          json.writeStartObject();
          // What a notification shows, and readers of screens read.
          json.writeStringField("text", SlackText.of(title, LONGEST_HEADER));
          json.writeArrayFieldStart("blocks");
          writeHeader(json, emoji(alert) + " " + SlackText.of(title, LONGEST_HEADER - 30));
          writeSection(json, summary(alert));
          writeFields(json, fields(alert));
          writeSection(json, fix(alert));
          writeSample(json, alert);
          writeContext(json, alert);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static String emoji(Alert alert) {
    if (alert.state() == AlertState.RESOLVED) {
      return ":white_check_mark:";
    }
    return switch (alert.severity()) {
      case CRITICAL -> ":red_circle:";
      case WARNING -> ":large_orange_circle:";
      case INFO -> ":large_blue_circle:";
    };
  }

  private static String summary(Alert alert) {
    String text = SlackText.of(alert.text().summary(), LONGEST_SECTION);
    if (alert.cause().retryable() || !alert.state().isOpen()) {
      return text;
    }
    return text + (text.endsWith(".") ? "" : ".") + " *Not retryable.*";
  }

  private static String fix(Alert alert) {
    String next = alert.text().nextStep();
    return "*Fix* "
        + SlackText.of(alert.text().fix(), LONGEST_SECTION)
        + (next == null ? "" : "\n*Next step* " + SlackText.of(next, LONGEST_SECTION));
  }

  private static Map<String, String> fields(Alert alert) {
    Map<String, String> fields = new LinkedHashMap<>();
    String code = alert.cause().code();
    if (code != null && !alert.dimensions().containsKey("code")) {
      fields.put("Code", SlackText.of(code, LONGEST_FIELD));
    }
    alert.dimensions().forEach((facet, values) -> putFacet(fields, facet, values));
    Instant next = alert.times().nextNotice();
    if (next != null) {
      fields.put("Next notice", time(next));
    }
    return fields;
  }

  private static void putFacet(Map<String, String> fields, String facet, Map<String, Long> values) {
    if (!values.isEmpty() && fields.size() < MOST_FIELDS - 1) {
      String plural = facet.endsWith("s") ? "" : "s";
      String name = facet.substring(0, 1).toUpperCase(Locale.ROOT) + facet.substring(1) + plural;
      fields.put(SlackText.of(name, 60), SlackText.of(Json.counts(values), LONGEST_FIELD));
    }
  }

  /** In the reader's own time zone. */
  private static String time(Instant time) {
    return "<!date^%s^{time}|%s>".formatted(time.getEpochSecond(), CLOCK.format(time));
  }

  private static void writeHeader(JsonWriter json, String text) {
    json.writeStartObject();
    json.writeStringField("type", "header");
    json.writeObjectFieldStart("text");
    json.writeStringField("type", "plain_text");
    json.writeStringField("text", text);
    json.writeBooleanField("emoji", true);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeSection(JsonWriter json, String text) {
    json.writeStartObject();
    json.writeStringField("type", "section");
    json.writeFieldName("text");
    writeText(json, text);
    json.writeEndObject();
  }

  private static void writeFields(JsonWriter json, Map<String, String> fields) {
    if (fields.isEmpty()) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", "section");
    json.writeArrayFieldStart("fields");
    for (Map.Entry<String, String> field : fields.entrySet()) {
      writeText(json, "*" + field.getKey() + "*\n" + field.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSample(JsonWriter json, Alert alert) {
    Alert.Sample sample = alert.sample();
    if (sample != null && alert.state() != AlertState.RESOLVED) {
      // A backtick would end the quotation.
      String text = sample.message().replace('`', '\'');
      writeSection(json, "*Sample*\n`" + SlackText.of(text, LONGEST_SECTION) + "`");
    }
  }

  private static void writeContext(JsonWriter json, Alert alert) {
    String instance = alert.origin().instance();
    String where = instance == null ? "" : " · instance " + SlackText.of(instance, 200);
    json.writeStartObject();
    json.writeStringField("type", "context");
    json.writeArrayFieldStart("elements");
    writeText(
        json,
        SlackText.of("rule " + alert.rule() + " · id " + alert.id(), LONGEST_CONTEXT)
            + where
            + " · <"
            + SlackText.of(alert.text().guide(), LONGEST_CONTEXT)
            + "|guide>");
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Verbatim: Slack makes no links and no mentions of what looks like one. */
  private static void writeText(JsonWriter json, String text) {
    json.writeStartObject();
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", text);
    json.writeBooleanField("verbatim", true);
    json.writeEndObject();
  }

  @Override
  public void close() {
    post.close();
  }
}
