package dev.openaierrors.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An alert was not delivered. The message names no URL and no key. */
public final class DeliveryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean retryable;
  private final @Nullable Duration retryAfter;

  /**
   * A failed delivery.
   *
   * @param message why, in one sentence without secrets
   * @param retryable whether to try the same alert again
   * @param retryAfter the least wait before that; null if the destination named none
   */
  public DeliveryException(String message, boolean retryable, @Nullable Duration retryAfter) {
    super(message);
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }

  /** Whether the same alert may be accepted later. */
  public boolean retryable() {
    return retryable;
  }

  /** The least wait before the next try; null if none was named. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
