package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many calls there were in the last hour, by who answers. Without successes that somebody tells
 * of nothing is known: logs have failures only. Not thread-safe.
 */
final class Traffic {

  // So many calls say something about the share of those that fail.
  private static final int ENOUGH = 20;
  private static final int SHORT = 10;

  private final Map<Provider, MinuteCounts> successes = new EnumMap<>(Provider.class);
  private final Map<Provider, MinuteCounts> failures = new EnumMap<>(Provider.class);

  /** Takes note of calls that succeeded. */
  void succeeded(Provider provider, long at, long many) {
    successes.computeIfAbsent(provider, any -> new MinuteCounts()).add(at, many);
  }

  /** Takes note of calls that failed. */
  void failed(Provider provider, long at, long many) {
    failures.computeIfAbsent(provider, any -> new MinuteCounts()).add(at, many);
  }

  /**
   * The share of the calls that these failures are: of the last ten minutes, or of the last hour
   * where those had few calls.
   *
   * @param failed the failures, of this provider
   * @return null if nobody ever told of a call that succeeded
   */
  @Nullable Share share(Provider provider, MinuteCounts failed, long at) {
    Share lately = share(provider, failed, at, SHORT);
    return lately == null || lately.calls() >= ENOUGH
        ? lately
        : share(provider, failed, at, MinuteCounts.MINUTES);
  }

  /**
   * The share of the calls of the last minutes that these failures are.
   *
   * @return null if nobody ever told of a call that succeeded
   */
  @Nullable Share share(Provider provider, MinuteCounts failed, long at, int minutes) {
    boolean known = false;
    long calls = 0;
    for (Map.Entry<Provider, MinuteCounts> entry : successes.entrySet()) {
      if (isOf(entry.getKey(), provider)) {
        known = true;
        calls += entry.getValue().within(at, minutes);
      }
    }
    if (!known) {
      return null;
    }
    for (Map.Entry<Provider, MinuteCounts> entry : failures.entrySet()) {
      calls += isOf(entry.getKey(), provider) ? entry.getValue().within(at, minutes) : 0;
    }
    long own = failed.within(at, minutes);
    return new Share(own, Math.max(own, calls));
  }

  /** Whether a call told of one provider may be another's: they are the same, or one is unknown. */
  static boolean isOf(Provider told, Provider provider) {
    return told == provider || told == Provider.UNKNOWN || provider == Provider.UNKNOWN;
  }
}
