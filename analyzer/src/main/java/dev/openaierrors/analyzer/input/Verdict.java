package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.OpenAiError;
import org.jspecify.annotations.Nullable;

/**
 * What core says of an event, and what is told of the event then.
 *
 * @param error null if it carries none
 */
record Verdict(@Nullable OpenAiError error, String message, @Nullable String thrown) {

  static final Verdict NONE = new Verdict(null, "", null);
}
