package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written about an alert: in one line for people, as fields for machines. People read times
 * in the zone of the alert's {@link Origin}.
 */
public final class AlertText {

  /** What the keys of an alert's own fields begin with. */
  public static final String PREFIX = "openai.alert.";

  private static final String LABEL = PREFIX + "label.";

  private static final List<Dimension> SHOWN =
      List.of(
          Dimension.CODE,
          Dimension.PARAM,
          Dimension.MODEL,
          Dimension.LIMIT,
          Dimension.KEY,
          Dimension.PROJECT);
  private static final int SHOWN_VALUES = 3;
  private static final int LONGEST_VALUE = 40;

  private AlertText() {}

  /**
   * All in one line, for a log: {@code [FIRING] OpenAI quota exhausted: chat-api (prod). 41
   * refusals since …; model gpt-4o. Not retryable. Fix: …}.
   */
  public static String line(Alert alert) {
    String line =
        "[%s] %s. %s"
            .formatted(
                alert.state().id().toUpperCase(Locale.ROOT),
                alert.text().title(),
                withoutEnd(alert.text().summary()));
    if (alert.state() == AlertState.RESOLVED) {
      return line + ".";
    }
    String retry = alert.cause().retryable() ? "" : " Not retryable.";
    String instance = alert.origin().instance();
    String where =
        instance == null ? "" : "; instance " + Printable.truncate(instance, LONGEST_VALUE);
    return line
        + affected(alert)
        + where
        + "."
        + retry
        + " Fix: "
        + fix(alert.text())
        + links(alert.text());
  }

  /**
   * Whom it hits and by what, in few words that follow a summary: {@code ; param max_tokens; model
   * gpt-4o; key a1b2}; empty if nothing is known.
   */
  public static String affected(Alert alert) {
    StringBuilder affected = new StringBuilder();
    for (Dimension dimension : SHOWN) {
      Map<String, Long> counted = alert.dimensions().getOrDefault(dimension.id(), Map.of());
      // A code that is the kind's own says nothing new.
      boolean known = counted.size() == 1 && counted.containsKey(alert.cause().kind().id());
      if (!counted.isEmpty() && !known) {
        affected.append("; ").append(dimension.id()).append(counted.size() > 1 ? "s " : " ");
        affected.append(values(counted, alert.counts().failures()));
      }
    }
    return affected.toString();
  }

  /** The values seen most; with their counts where not all failures have the same. */
  private static String values(Map<String, Long> counted, long failures) {
    StringBuilder values = new StringBuilder();
    int shown = 0;
    for (Map.Entry<String, Long> value : counted.entrySet()) {
      if (shown == SHOWN_VALUES) {
        return values.append(" and more").toString();
      }
      values
          .append(shown == 0 ? "" : ", ")
          .append(Printable.truncate(value.getKey(), LONGEST_VALUE));
      values.append(value.getValue() < failures ? " " + value.getValue() : "");
      shown++;
    }
    return values.toString();
  }

  /** The fields of the log event by their keys. */
  public static Map<String, String> fields(Alert alert) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PREFIX + "state", alert.state().id());
    fields.put(PREFIX + "rule", alert.rule());
    fields.put(PREFIX + "severity", alert.severity().id());
    fields.put(PREFIX + "id", alert.id());
    fields.put(PREFIX + "count", Long.toString(alert.counts().failures()));
    fields.put(PREFIX + "since", alert.times().startsAt().toString());
    // Not as fields of an error: whoever counts errors does not count what tells of them.
    fields.put(PREFIX + "kind", alert.cause().kind().id());
    fields.put(PREFIX + "retryable", Boolean.toString(alert.cause().retryable()));
    fields.put(PREFIX + "fix", alert.text().fix());
    if (alert.origin().service() != null) {
      fields.put(PREFIX + "service", alert.origin().service());
    }
    if (alert.text().runbook() != null) {
      fields.put(PREFIX + "runbook", alert.text().runbook());
    }
    if (alert.text().logLink() != null) {
      fields.put(PREFIX + "log_link", alert.text().logLink());
    }
    alert.origin().labels().forEach((name, value) -> fields.put(LABEL + name, value));
    return fields;
  }

  private static String links(Alert.Text text) {
    return (text.runbook() == null ? "" : " Runbook: " + text.runbook())
        + (text.logLink() == null ? "" : " Logs: " + text.logLink());
  }

  private static String withoutEnd(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static String fix(Alert.Text text) {
    return text.nextStep() == null ? text.fix() : text.fix() + " " + text.nextStep();
  }

  /**
   * What and where, as {@code Test of OpenAI alerts: chat-api (prod)}.
   *
   * @param what the words that it begins with
   */
  public static String title(String what, Origin origin) {
    return title(what, origin.service(), origin.environment());
  }

  static String title(String what, @Nullable String where, @Nullable String environment) {
    return what
        + (where == null ? "" : ": " + where)
        + (environment == null ? "" : " (" + environment + ")");
  }
}
