package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import org.jspecify.annotations.Nullable;

/** Finds nothing; stands in where the analysis could not be started. */
final class NoAnalyzer implements ErrorAnalyzer {

  @Override
  public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
    return null;
  }

  @Override
  public @Nullable OpenAiError analyze(CharSequence text) {
    return null;
  }
}
