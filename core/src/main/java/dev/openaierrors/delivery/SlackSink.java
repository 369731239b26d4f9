package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Moment;
import dev.openaierrors.internal.JsonWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Posts to an incoming webhook of Slack, as blocks. */
final class SlackSink extends HttpSink {

  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 1_000;
  private static final int LONGEST_DIGEST = 2_900;
  private static final int LONGEST_FIELD = 300;
  private static final int LONGEST_CONTEXT = 500;
  // Two of them are a section.
  private static final int LONGEST_LINK = 1_400;
  // Nothing that is seen, but the word is no longer one that Slack knows.
  private static final String BREAK = "\u200b";

  SlackSink(HttpPost post) {
    super(post);
  }

  @Override
  public void send(Alert alert) throws DeliveryException, InterruptedException {
    post().send(json(alert));
  }

  static String json(Alert alert) {
    String title = ChatText.title(alert);
    return Json.of(
        json -> {
          json.writeStartObject();
          // What a notification shows, and readers of screens read.
          json.writeStringField("text", shown(title, LONGEST_HEADER));
          json.writeArrayFieldStart("blocks");
          writeHeader(json, emoji(alert) + " " + shown(title, LONGEST_HEADER - 30));
          writeSection(json, summary(alert));
          writeFields(json, fields(alert));
          writeSection(json, fix(alert));
          writeLinks(json, alert.text());
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
    boolean names = alert.state() == AlertState.DIGEST;
    String text = shown(alert.text().summary(), names ? LONGEST_DIGEST : LONGEST_SECTION);
    if (alert.cause().retryable() || !alert.state().isOpen()) {
      return text;
    }
    return text + (text.endsWith(".") ? "" : ".") + " *Not retryable.*";
  }

  private static String fix(Alert alert) {
    String next = alert.text().nextStep();
    return "*Fix* "
        + shown(alert.text().fix(), LONGEST_SECTION)
        + (next == null ? "" : "\n*Next step* " + shown(next, LONGEST_SECTION));
  }

  private static Map<String, String> fields(Alert alert) {
    Map<String, String> fields = new LinkedHashMap<>();
    ChatText.facts(alert)
        .forEach((name, value) -> fields.put(shown(name, 60), shown(value, LONGEST_FIELD)));
    Instant next = alert.times().nextNotice();
    if (next != null) {
      // Not in the reader's zone, as Slack could show it: the other times are in the alert's.
      fields.put("Next notice", Moment.minute(alert.times().at(), next, alert.origin().zone()));
    }
    return fields;
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

  private static void writeLinks(JsonWriter json, Alert.Text text) {
    StringJoiner links = new StringJoiner(" · ");
    addLink(links, text.runbook(), "Runbook");
    addLink(links, text.logLink(), "Logs");
    if (links.length() > 0) {
      writeSection(json, links.toString());
    }
  }

  /** Whole or not at all: half an address leads nowhere. */
  private static void addLink(StringJoiner links, @Nullable String address, String word) {
    if (address == null) {
      return;
    }
    String escaped =
        address.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C");
    if (escaped.length() <= LONGEST_LINK) {
      links.add("<" + escaped + "|" + word + ">");
    }
  }

  private static void writeSample(JsonWriter json, Alert alert) {
    Alert.Sample sample = alert.sample();
    if (sample != null && alert.state() != AlertState.RESOLVED) {
      // A backtick would end the quotation.
      String text = sample.message().replace('`', '\'');
      writeSection(json, "*Sample*\n`" + shown(text, LONGEST_SECTION) + "`");
    }
  }

  private static void writeContext(JsonWriter json, Alert alert) {
    String instance = alert.origin().instance();
    String where = instance == null ? "" : " · instance " + shown(instance, 200);
    json.writeStartObject();
    json.writeStringField("type", "context");
    json.writeArrayFieldStart("elements");
    writeText(
        json,
        shown("rule " + alert.rule() + " · id " + alert.id(), LONGEST_CONTEXT)
            + where
            + " · <"
            + shown(alert.text().guide(), LONGEST_CONTEXT)
            + "|guide>");
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The text, which calls nobody and is no markup of Slack's, at most {@code most} characters. */
  private static String shown(String text, int most) {
    StringBuilder escaped = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      String next = escape(point);
      at += Character.charCount(point);
      boolean fits = escaped.length() + next.length() + (at < text.length() ? 1 : 0) <= most;
      if (!fits) {
        return escaped.append('…').toString();
      }
      escaped.append(next);
    }
    return escaped.toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '@' -> "@" + BREAK;
      default -> Character.toString(point);
    };
  }

  /** Verbatim: Slack makes no links and no mentions of what looks like one. */
  private static void writeText(JsonWriter json, String text) {
    json.writeStartObject();
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", text);
    json.writeBooleanField("verbatim", true);
    json.writeEndObject();
  }
}
