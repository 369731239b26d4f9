/**
 * The Log4j2 plugin: an appender and a rewrite policy that write what an OpenAI error means into
 * the context data of the events that carry one, and a filter on it.
 *
 * <p>Thin glue: what an error is, and how settings are read, is decided in core.
 */
@NullMarked
package dev.openaierrors.log4j2;

import org.jspecify.annotations.NullMarked;
