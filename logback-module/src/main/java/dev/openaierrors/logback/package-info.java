/**
 * The Logback plugin: an appender that writes what an OpenAI error means into the MDC of the events
 * that carry one, and a filter on it.
 *
 * <p>Thin glue: what an error is, and how settings are read, is decided in core.
 */
@NullMarked
package dev.openaierrors.logback;

import org.jspecify.annotations.NullMarked;
