package dev.openaierrors.retry;

import java.util.function.Supplier;

/** Attempts in plain Java. */
final class PlainRetry {

  private PlainRetry() {}

  static <T> T call(int attempts, Supplier<T> call) throws InterruptedException {
    for (int attempt = 1; true; attempt++) {
      try {
        return call.get();
      } catch (RuntimeException thrown) {
        if (attempt >= attempts || !OpenAiRetries.help(thrown)) {
          throw thrown;
        }
        Thread.sleep(OpenAiRetries.delay(thrown, attempt).toMillis());
      }
    }
  }
}
