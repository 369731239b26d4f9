package dev.openaierrors.retry;

import io.github.resilience4j.retry.RetryConfig;

/** The same as a configuration of Resilience4j. */
final class Resilience4jRetry {

  private Resilience4jRetry() {}

  static RetryConfig config() {
    return RetryConfig.custom()
        .maxAttempts(3)
        .retryOnException(OpenAiRetries::help)
        .intervalBiFunction(
            (attempt, outcome) ->
                outcome.isRight() ? 0L : OpenAiRetries.delay(outcome.getLeft(), attempt).toMillis())
        .build();
  }
}
