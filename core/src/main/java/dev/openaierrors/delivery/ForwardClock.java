package dev.openaierrors.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Milliseconds that passed, from a wall clock that may be set: set back, it only stands still for a
 * moment, so that nothing waits for hours.
 */
final class ForwardClock {

  private @Nullable Instant last;
  private long time;

  long at(Instant now) {
    if (last != null && now.isAfter(last)) {
      time += Duration.between(last, now).toMillis();
    }
    last = now;
    return time;
  }

  /** The time of the last call of {@link #at}. */
  long time() {
    return time;
  }
}
