package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.ErrorKind;
import java.time.Instant;

/**
 * A time in which errors of one kind came close together.
 *
 * @param kind their kind
 * @param from time of the first
 * @param to time of the last
 * @param events log events
 * @param failures failed requests, told by one event or by several
 * @param retriedInVain failures after which the same thread tried again and failed again
 * @param peakPerMinute events in the worst minute
 */
public record Episode(
    ErrorKind kind,
    Instant from,
    Instant to,
    long events,
    long failures,
    long retriedInVain,
    long peakPerMinute) {

  /** How many of a hundred failures were tried again in vain. */
  public long retriedPercent() {
    return failures == 0 ? 0 : Math.round(100.0 * retriedInVain / failures);
  }
}
