package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts calls that succeeded until somebody takes the counts. For any thread, without a lock. */
final class SuccessCounts {

  /** Takes counts. */
  @FunctionalInterface
  interface Taker {
    /** So many calls succeeded in the minute that begins then. */
    void take(Provider provider, Instant minute, long many);
  }

  private static final long SECONDS = 60;
  private static final int COUNT_BITS = 32;
  private static final long COUNT = (1L << COUNT_BITS) - 1;
  private static final Provider[] PROVIDERS = Provider.values();

  // A minute of the clock and the calls in it, for each of the last minutes of each provider.
  private final AtomicLongArray slots =
      new AtomicLongArray(PROVIDERS.length * MinuteCounts.MINUTES);
  private final AtomicBoolean added = new AtomicBoolean();

  /** Counts one. */
  @SuppressWarnings("EnumOrdinal") // The place never leaves this object.
  void add(Provider provider, Instant at) {
    long minute = at.getEpochSecond() / SECONDS;
    int slot =
        provider.ordinal() * MinuteCounts.MINUTES
            + (int) Math.floorMod(minute, (long) MinuteCounts.MINUTES);
    slots.accumulateAndGet(
        slot, minute, (held, now) -> (held >>> COUNT_BITS == now ? held : now << COUNT_BITS) + 1);
    added.lazySet(true);
  }

  /** Hands all counts over and begins anew. */
  void drain(Taker taker) {
    if (!added.getAndSet(false)) {
      return;
    }
    for (int slot = 0; slot < slots.length(); slot++) {
      long held = slots.getAndSet(slot, 0);
      if (held != 0) {
        taker.take(
            PROVIDERS[slot / MinuteCounts.MINUTES],
            Instant.ofEpochSecond(SECONDS * (held >>> COUNT_BITS)),
            held & COUNT);
      }
    }
  }
}
