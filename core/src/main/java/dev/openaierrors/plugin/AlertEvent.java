package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.DeliveryNews;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An alert as an event of the logger {@link AlertHost#LOGGER}.
 *
 * @param severity tells the level: ERROR, WARN or INFO; the latter for what is over, a test and the
 *     last word of a service that stops
 * @param message its text, one line
 * @param fields for the MDC or context data
 */
public record AlertEvent(Severity severity, String message, Map<String, String> fields) {

  /** Keeps the order of the fields. */
  public AlertEvent {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The event that tells of an alert. */
  static AlertEvent of(Alert alert) {
    return new AlertEvent(level(alert), AlertText.line(alert), AlertText.fields(alert));
  }

  /**
   * The event that tells that a destination fails, or that it works again. It is about no incident,
   * so it has neither an id nor a count.
   */
  static AlertEvent of(DeliveryNews news, Origin origin) {
    Severity severity = news.failing() ? Severity.WARNING : Severity.INFO;
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(AlertText.PREFIX + "state", news.failing() ? "failing" : "recovered");
    fields.put(AlertText.PREFIX + "rule", "delivery");
    fields.put(AlertText.PREFIX + "severity", severity.id());
    fields.put(AlertText.PREFIX + "destination", news.destination());
    if (origin.service() != null) {
      fields.put(AlertText.PREFIX + "service", origin.service());
    }
    String what = (news.failing() ? "[NOT DELIVERED] " : "[DELIVERED AGAIN] ") + news.destination();
    return new AlertEvent(
        severity, AlertText.title(what, origin) + ". " + sentence(news.text()), fields);
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Whoever is paged by errors in the log is not paged by good news or a test. */
  private static Severity level(Alert alert) {
    return switch (alert.state()) {
      case RESOLVED, STOPPED, TEST -> Severity.INFO;
      default -> alert.severity();
    };
  }
}
