package dev.openaierrors.retry;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Whether, and after which delay, a failed call of the OpenAI API is worth another attempt. */
final class OpenAiRetries {

  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private OpenAiRetries() {}

  static boolean help(Throwable thrown) {
    OpenAiError error = ANALYZER.analyze(thrown);
    Duration named = error == null ? null : error.answer().retryAfter();
    return error != null
        && error.retryable()
        && (named == null || named.compareTo(LONGEST) <= 0); // Nobody waits for that here.
  }

  static Duration delay(@Nullable Throwable thrown, int attempt) {
    OpenAiError error = thrown == null ? null : ANALYZER.analyze(thrown);
    Duration named = error == null ? null : error.answer().retryAfter();
    if (named != null) {
      return named;
    }
    Duration growing = FIRST.multipliedBy(1L << Math.min(attempt - 1, 5));
    double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1);
    return Duration.ofMillis((long) (growing.toMillis() * jitter));
  }
}
