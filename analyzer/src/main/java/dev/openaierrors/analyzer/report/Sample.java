package dev.openaierrors.analyzer.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the events, redacted and cut.
 *
 * @param time when it was logged; null if the log does not say
 * @param file where it stands
 * @param offset of its first byte there
 * @param line number of its first line there; 0 if not known
 * @param level its level; null if not known
 * @param logger its logger; null if not known
 * @param message what was logged
 * @param thrown class and message of what was thrown; null if nothing was
 * @param requestId the provider's id of the request; null if not known
 */
public record Sample(
    @Nullable Instant time,
    String file,
    long offset,
    long line,
    @Nullable String level,
    @Nullable String logger,
    String message,
    @Nullable String thrown,
    @Nullable String requestId) {}
