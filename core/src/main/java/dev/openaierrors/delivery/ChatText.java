package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What messages to people have in common, whatever their form. */
final class ChatText {

  private static final int LONGEST_DIGEST = 1_800;
  private static final int MOST_FACTS = 9;
  private static final String ELLIPSIS = "\u2026";

  private ChatText() {}

  /** As {@code [FIRING] OpenAI quota exhausted: chat-api (prod)}. */
  static String title(Alert alert) {
    return "[" + alert.state().id().toUpperCase(Locale.ROOT) + "] " + alert.text().title();
  }

  /**
   * How often and since when.
   *
   * @param notRetryable what follows where a retry cannot help
   */
  static String summary(Alert alert, String notRetryable) {
    String text = alert.text().summary();
    if (alert.cause().retryable() || !alert.state().isOpen()) {
      return text;
    }
    return text + (text.endsWith(".") ? " " : ". ") + notRetryable;
  }

  /** How long its summary may be: that of a digest names ten incidents. */
  static int longest(Alert alert, int usual) {
    return alert.state() == AlertState.DIGEST ? LONGEST_DIGEST : usual;
  }

  /** Whom it hits and by what, by the name of what it is: {@code Models} are {@code o3 11}. */
  static Map<String, String> facts(Alert alert) {
    Map<String, String> facts = new LinkedHashMap<>();
    String code = alert.cause().code();
    if (code != null && !code.isEmpty() && !alert.dimensions().containsKey("code")) {
      facts.put("Code", code);
    }
    Map<String, String> labels = alert.origin().labels();
    int most = labels.isEmpty() ? MOST_FACTS : MOST_FACTS - 1;
    alert.dimensions().forEach((name, values) -> putFact(facts, name, values, most));
    if (!labels.isEmpty()) {
      facts.put("Labels", Json.pairs(labels));
    }
    return facts;
  }

  /** The same with the severity before them and the instance behind. */
  static Map<String, String> allFacts(Alert alert) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Severity", alert.severity().id());
    facts.putAll(facts(alert));
    String instance = alert.origin().instance();
    if (instance != null && !instance.isEmpty()) {
      facts.put("Instance", instance);
    }
    putLink(facts, "Runbook", alert.text().runbook());
    putLink(facts, "Logs", alert.text().logLink());
    return facts;
  }

  private static void putLink(Map<String, String> facts, String name, @Nullable String link) {
    if (link != null) {
      facts.put(name, link);
    }
  }

  private static void putFact(
      Map<String, String> facts, String name, Map<String, Long> values, int most) {
    if (!name.isEmpty() && !values.isEmpty() && facts.size() < most) {
      String plural = name.endsWith("s") ? "" : "s";
      facts.put(
          name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + plural,
          Json.counts(values));
    }
  }

  /** The text, or as many characters of its beginning as fit into so many bytes of UTF-8. */
  static String truncateBytes(String text, int most) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    int bytes = ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > most) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + ELLIPSIS;
  }
}
