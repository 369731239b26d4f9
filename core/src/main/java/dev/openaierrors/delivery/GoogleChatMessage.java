package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.error.Printable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message for an incoming webhook of Google Chat: text, in the marks that Google Chat knows. */
final class GoogleChatMessage {

  /** In bytes of UTF-8. */
  private static final int LONGEST = 4_096;

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_FACT = 200;

  private GoogleChatMessage() {}

  static String json(Alert alert) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("text", ChatText.truncateBytes(text(alert), LONGEST));
          json.writeEndObject();
        });
  }

  private static String text(Alert alert) {
    StringBuilder text = new StringBuilder();
    text.append(Look.of(alert).emoji()).append(" *");
    text.append(shown(ChatText.title(alert), LONGEST_TEXT)).append("*\n");
    text.append(
        shown(ChatText.summary(alert, "Not retryable."), ChatText.longest(alert, LONGEST_TEXT)));
    append(text, "Fix", alert.text().fix(), LONGEST_TEXT);
    append(text, "Next step", alert.text().nextStep(), LONGEST_TEXT);
    for (Map.Entry<String, String> fact : ChatText.allFacts(alert).entrySet()) {
      append(text, fact.getKey(), fact.getValue(), LONGEST_FACT);
    }
    text.append("\nrule ").append(shown(alert.rule(), 60));
    text.append(" · id ").append(shown(alert.id(), 60));
    text.append(" · <").append(address(alert.text().guide())).append("|guide>");
    Alert.Sample sample = alert.sample();
    boolean over = alert.state() == AlertState.RESOLVED;
    append(text, "Sample", sample == null || over ? null : sample.message(), LONGEST_TEXT);
    return text.toString();
  }

  private static void append(StringBuilder text, String name, @Nullable String value, int most) {
    if (value != null && !value.isEmpty()) {
      text.append("\n*").append(shown(name, 60)).append("* ").append(shown(value, most));
    }
  }

  private static String address(String url) {
    return Printable.truncate(url, LONGEST_TEXT).replace("|", "%7C").replace(">", "%3E");
  }

  /** The text, which calls nobody as {@code <users/all>} does, and is no link. */
  private static String shown(String text, int most) {
    return Printable.truncate(text, most).replace("<", "<\u200b");
  }
}
