package dev.openaierrors.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The pauses between the tries of one notice.
 *
 * <p>The last try comes half a minute after the first, so an outage that is shorter loses nothing.
 */
final class BackOff {

  /** Tries after the first one. */
  static final int RETRIES = 3;

  private static final long[] SECONDS = {1, 5, 25};
  private static final double SPREAD = 0.5;
  private static final Duration LONGEST = Duration.ofHours(1);

  private final DoubleSupplier jitter;

  /**
   * Pauses.
   *
   * @param jitter numbers from 0 to 1, so that many services do not come back at the same moment
   */
  BackOff(DoubleSupplier jitter) {
    this.jitter = jitter;
  }

  /** The pause after so many failures in a row, one at least. */
  Duration after(int failures) {
    long seconds = SECONDS[Math.min(failures, SECONDS.length) - 1];
    return Duration.ofMillis(Math.round(seconds * 1_000 * (1 + SPREAD * jitter.getAsDouble())));
  }

  /**
   * As above, but not less than the destination asks for, an hour at most.
   *
   * @param asked null if it does not ask
   */
  Duration after(int failures, @Nullable Duration asked) {
    Duration own = after(failures);
    if (asked == null || asked.compareTo(own) <= 0) {
      return own;
    }
    return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }
}
