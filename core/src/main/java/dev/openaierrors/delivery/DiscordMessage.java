package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.error.Printable;
import dev.openaierrors.internal.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A message for a webhook of Discord: an embed in the colour of the severity, that mentions nobody.
 * Discord takes 6,000 characters in all parts of embeds together.
 */
final class DiscordMessage {

  private static final int LONGEST_TITLE = 256;
  private static final int LONGEST_TEXT = 600;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 200;

  private DiscordMessage() {}

  static String json(Alert alert) {
    String title = Printable.truncate(ChatText.title(alert), LONGEST_TITLE);
    return Json.of(
        json -> {
          json.writeStartObject();
          // What a notification shows.
          json.writeStringField("content", Look.of(alert).emoji() + " " + title);
          json.writeArrayFieldStart("embeds");
          json.writeStartObject();
          json.writeStringField("title", title);
          json.writeStringField("url", alert.text().guide());
          json.writeStringField("description", description(alert));
          json.writeNumberField("color", Look.of(alert).color());
          json.writeArrayFieldStart("fields");
          ChatText.allFacts(alert).forEach((name, value) -> writeField(json, name, value));
          json.writeEndArray();
          json.writeObjectFieldStart("footer");
          json.writeStringField(
              "text",
              Printable.truncate(
                  "rule %s · id %s".formatted(alert.rule(), alert.id()), LONGEST_VALUE));
          json.writeEndObject();
          json.writeStringField("timestamp", Json.time(alert.times().at()));
          json.writeEndObject();
          json.writeEndArray();
          writeNoMentions(json);
          json.writeEndObject();
        });
  }

  private static String description(Alert alert) {
    StringBuilder text = new StringBuilder();
    int longest = ChatText.longest(alert, LONGEST_TEXT);
    text.append(Printable.truncate(ChatText.summary(alert, "Not retryable."), longest));
    append(text, "Fix", alert.text().fix());
    append(text, "Next step", alert.text().nextStep());
    Alert.Sample sample = alert.sample();
    boolean over = alert.state() == AlertState.RESOLVED;
    append(text, "Sample", sample == null || over ? null : sample.message());
    return text.toString();
  }

  private static void append(StringBuilder text, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      text.append("\n**").append(name).append("** ");
      text.append(Printable.truncate(value, LONGEST_TEXT));
    }
  }

  private static void writeField(JsonWriter json, String name, String value) {
    json.writeStartObject();
    json.writeStringField("name", Printable.truncate(name, LONGEST_NAME));
    json.writeStringField("value", Printable.truncate(value, LONGEST_VALUE));
    json.writeBooleanField("inline", true);
    json.writeEndObject();
  }

  /** Whatever the text of a stranger says. */
  private static void writeNoMentions(JsonWriter json) {
    json.writeObjectFieldStart("allowed_mentions");
    json.writeArrayFieldStart("parse");
    json.writeEndArray();
    json.writeEndObject();
  }
}
