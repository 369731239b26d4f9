package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /** Whoever is paged by errors in the log is not paged by good news or a test. */
  private static Severity level(Alert alert) {
    return switch (alert.state()) {
      case RESOLVED, STOPPED, TEST -> Severity.INFO;
      default -> alert.severity();
    };
  }
}
