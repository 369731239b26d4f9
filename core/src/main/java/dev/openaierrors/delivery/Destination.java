package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.Severity;

/**
 * Where alerts go, and which of them.
 *
 * @param sink the destination
 * @param minSeverity least severity of what is sent; what was told of an incident is also told when
 *     it is over, however bad it is then
 * @param sendResolved whether to tell that an incident is over
 */
public record Destination(AlertSink sink, Severity minSeverity, boolean sendResolved) {

  /** A destination of all alerts. */
  public static Destination of(AlertSink sink) {
    return new Destination(sink, Severity.INFO, true);
  }
}
