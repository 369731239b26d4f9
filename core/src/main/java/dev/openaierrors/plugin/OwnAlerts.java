package dev.openaierrors.plugin;

import dev.openaierrors.error.LogEventView;

/**
 * Recognises the log events by which we alert.
 *
 * <p>They repeat the text of an OpenAI error, so analysing them would raise alerts about alerts.
 */
final class OwnAlerts {

  static final String LOGGER = "openai.alerts";
  static final String MARKER = "OPENAI_ALERT";

  private OwnAlerts() {}

  /** Whether the event is ours: by logger and marker, as either alone may be a user's choice. */
  static <E, T> boolean include(LogEventView<E, T> view, E event) {
    if (!LOGGER.equals(view.loggerName(event))) {
      return false;
    }
    for (int i = 0; i < view.markerCount(event); i++) {
      if (MARKER.equals(view.marker(event, i))) {
        return true;
      }
    }
    return false;
  }
}
