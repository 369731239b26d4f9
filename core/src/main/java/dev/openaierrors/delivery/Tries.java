package dev.openaierrors.delivery;

import dev.openaierrors.alert.DeliveryException;
import java.time.Duration;

/**
 * How many tries of one notice failed in a row, and when the next may be. Times are milliseconds
 * that only grow; whoever has it guards it by a lock.
 */
final class Tries {

  private final BackOff backOff;
  private int failures;
  private Duration pause = Duration.ZERO;
  private long notBefore;

  Tries(BackOff backOff) {
    this.backOff = backOff;
  }

  /** Whether no pause is going on; one begins when this is asked first after a failure. */
  boolean mayTry(long time) {
    notBefore = Math.max(notBefore, time + pause.toMillis());
    pause = Duration.ZERO;
    return time >= notBefore;
  }

  /** Another notice comes next, of which no try was made. */
  void reset() {
    failures = 0;
  }

  /** Another notice comes next, of which all tries but one were made. */
  void oneLeft() {
    failures = BackOff.RETRIES;
  }

  /** A try failed; whether it was the last one of its notice. */
  boolean failed(DeliveryException failure) {
    failures++;
    boolean last = !failure.retryable() || failures > BackOff.RETRIES;
    pause = failure.retryable() ? backOff.after(failures, failure.retryAfter()) : Duration.ZERO;
    failures = last ? 0 : failures;
    return last;
  }

  /** There was no thread for a try. */
  void postpone() {
    pause = backOff.after(1);
  }
}
