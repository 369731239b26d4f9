package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LogTime;
import org.jspecify.annotations.Nullable;

/**
 * An event that carries an error, its time not yet resolved.
 *
 * @param event without its time
 * @param time as the log has it; null if it has none
 * @param day midnights since the first event of the window, where times have no date
 */
record UntimedEvent(AnalyzedEvent event, @Nullable LogTime time, int day) {

  /** The same, told of another line. */
  UntimedEvent onLine(long line) {
    return new UntimedEvent(event.at(event.time(), line), time, day);
  }
}
