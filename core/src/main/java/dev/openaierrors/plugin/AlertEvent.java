package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An alert as an event of the logger {@link AlertHost#LOGGER}.
 *
 * @param severity tells the level: ERROR, WARN or INFO
 * @param message its text
 * @param fields for the MDC or context data
 */
public record AlertEvent(Severity severity, String message, Map<String, String> fields) {

  private static final String PREFIX = "openai.alert.";

  /** Keeps the order of the fields. */
  public AlertEvent {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The event that tells of an alert. */
  static AlertEvent of(Alert alert, String message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(PREFIX + "state", alert.state().id());
    fields.put(PREFIX + "rule", alert.rule());
    fields.put(PREFIX + "severity", alert.severity().id());
    fields.put(PREFIX + "id", alert.id());
    fields.put(PREFIX + "count", Long.toString(alert.count()));
    fields.put(PREFIX + "since", alert.startsAt().toString());
    fields.put(ErrorField.KIND.key(), alert.kind().id());
    fields.put(ErrorField.RETRYABLE.key(), Boolean.toString(alert.retryable()));
    fields.put(ErrorField.FIX.key(), alert.fix());
    return new AlertEvent(alert.severity(), message, fields);
  }
}
