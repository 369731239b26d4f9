package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.error.Printable;
import dev.openaierrors.internal.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message for the webhook of a workflow of Microsoft Teams: an Adaptive Card. Teams takes 28 KB
 * at most, so all texts together keep to less in any alphabet.
 */
final class TeamsMessage {

  private static final int LONGEST_TITLE = 250;
  private static final int LONGEST_TEXT = 600;
  private static final int LONGEST_FACT = 160;
  // What is seen is the same, but no link follows.
  private static final String NO_LINK = "]\u200b(";

  private TeamsMessage() {}

  static String json(Alert alert) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", "message");
          json.writeArrayFieldStart("attachments");
          json.writeStartObject();
          json.writeStringField("contentType", "application/vnd.microsoft.card.adaptive");
          json.writeNullField("contentUrl");
          json.writeFieldName("content");
          writeCard(json, alert);
          json.writeEndObject();
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void writeCard(JsonWriter json, Alert alert) {
    json.writeStartObject();
    json.writeStringField("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    json.writeStringField("type", "AdaptiveCard");
    json.writeStringField("version", "1.4");
    json.writeObjectFieldStart("msteams");
    json.writeStringField("width", "Full");
    json.writeEndObject();
    json.writeArrayFieldStart("body");
    writeHead(json, alert);
    int longest = ChatText.longest(alert, LONGEST_TEXT + 20);
    writeText(json, ChatText.summary(alert, "Not retryable."), longest);
    writeFacts(json, ChatText.allFacts(alert));
    writeText(json, "**Fix** " + shown(alert.text().fix(), LONGEST_TEXT));
    writeNamed(json, "**Next step** ", alert.text().nextStep());
    Alert.Sample sample = alert.sample();
    boolean over = alert.state() == AlertState.RESOLVED;
    writeNamed(json, "**Sample** ", sample == null || over ? null : sample.message());
    writeText(json, "rule %s · id %s".formatted(alert.rule(), alert.id()));
    json.writeEndArray();
    writeActions(json, alert);
    json.writeEndObject();
  }

  /** In the colour of its severity. */
  private static void writeHead(JsonWriter json, Alert alert) {
    json.writeStartObject();
    json.writeStringField("type", "Container");
    json.writeStringField("style", Look.of(alert).style());
    json.writeArrayFieldStart("items");
    json.writeStartObject();
    json.writeStringField("type", "TextBlock");
    json.writeStringField("text", shown(ChatText.title(alert), LONGEST_TITLE));
    json.writeStringField("weight", "Bolder");
    json.writeStringField("size", "Medium");
    json.writeBooleanField("wrap", true);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeNamed(JsonWriter json, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      writeText(json, name + shown(text, LONGEST_TEXT));
    }
  }

  private static void writeText(JsonWriter json, String text) {
    writeText(json, text, LONGEST_TEXT + 20);
  }

  private static void writeText(JsonWriter json, String text, int longest) {
    json.writeStartObject();
    json.writeStringField("type", "TextBlock");
    json.writeStringField("text", shown(text, longest));
    json.writeBooleanField("wrap", true);
    json.writeEndObject();
  }

  private static void writeFacts(JsonWriter json, Map<String, String> facts) {
    json.writeStartObject();
    json.writeStringField("type", "FactSet");
    json.writeArrayFieldStart("facts");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      json.writeStartObject();
      json.writeStringField("title", shown(fact.getKey(), 60));
      json.writeStringField("value", shown(fact.getValue(), LONGEST_FACT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeActions(JsonWriter json, Alert alert) {
    json.writeArrayFieldStart("actions");
    json.writeStartObject();
    json.writeStringField("type", "Action.OpenUrl");
    json.writeStringField("title", "Guide to this error");
    json.writeStringField("url", alert.text().guide());
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String shown(String text, int most) {
    return Printable.truncate(Printable.line(text, most).replace("](", NO_LINK), most);
  }
}
