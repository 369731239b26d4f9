package dev.openaierrors.analyzer.report;

/**
 * How often a name was seen.
 *
 * @param name redacted
 * @param count how often, at least
 */
public record Count(String name, long count) {}
