package dev.openaierrors.analyzer.report;

import java.time.Duration;

/**
 * What retries cost that failed again.
 *
 * @param calls how many failed requests were such retries
 * @param waited the time from each failure to the next attempt of the same thread, in all
 */
public record Retries(long calls, Duration waited) {}
