package dev.openaierrors.retry;

import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/** The same as a policy of Spring's; one for each call, since it remembers what failed last. */
final class SpringRetryPolicy implements RetryPolicy {

  private final int retries;
  private @Nullable Throwable last;
  private int attempt;

  SpringRetryPolicy(int retries) {
    this.retries = retries;
  }

  @Override
  public boolean shouldRetry(Throwable thrown) {
    last = thrown;
    return OpenAiRetries.help(thrown);
  }

  @Override
  public BackOff getBackOff() {
    return () ->
        () ->
            ++attempt > retries
                ? BackOffExecution.STOP
                : OpenAiRetries.delay(last, attempt).toMillis();
  }
}
