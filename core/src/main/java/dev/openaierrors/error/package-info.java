/**
 * What is it? Turns the text of a log event into an {@link dev.openaierrors.error.OpenAiError}.
 *
 * <p>Pure and stateless: no clock, no thread, no I/O, no logging framework. {@link
 * dev.openaierrors.error.ErrorAnalyzer} is the only door; {@link dev.openaierrors.error.ErrorKind}
 * is the catalogue of everything it can answer. Whoever has a large log in bytes asks {@link
 * dev.openaierrors.error.ByteScan} first where in it that is worth the while.
 */
@NullMarked
package dev.openaierrors.error;

import org.jspecify.annotations.NullMarked;
