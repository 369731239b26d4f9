package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.ErrorKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one kind.
 *
 * @param kind the kind
 * @param events log events
 * @param failures failed requests, told by one event or by several
 * @param retryableEvents events whose request may succeed when it is sent again
 * @param first time of the first event; null if none has a time
 * @param last time of the last event; null if none has a time
 * @param models models or deployments
 * @param limits limits that were hit
 * @param loggers who logged
 * @param services services, containers or pods
 * @param codes the payloads' codes
 * @param fixes what to do, each with the events that it would have spared
 * @param retries what retries cost that failed again
 * @param shapes what messages look like, without numbers, ids and names of models
 * @param samples some of the events
 */
public record KindReport(
    ErrorKind kind,
    long events,
    long failures,
    long retryableEvents,
    @Nullable Instant first,
    @Nullable Instant last,
    Facet models,
    Facet limits,
    Facet loggers,
    Facet services,
    Facet codes,
    Facet fixes,
    Retries retries,
    Facet shapes,
    List<Sample> samples) {

  /** Copies the list. */
  public KindReport {
    samples = List.copyOf(samples);
  }

  /** Whether sending the same request again can help, for most of the events. */
  public boolean retryable() {
    return 2 * retryableEvents > events;
  }
}
