package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import org.jspecify.annotations.Nullable;

/** How much of the traffic one incident hits, as far as somebody tells of calls that succeed. */
final class Impact {

  // Of all calls, in per cent: below that a retry copes with what fails.
  private static final int NOISE = 1;
  private static final int LATELY = 5;

  private final MinuteCounts failures = new MinuteCounts();
  private @Nullable Share share;
  private ConditionState.Calls calls = ConditionState.Calls.UNKNOWN;

  /** Takes note of a failure, or of so many like it, after {@code traffic} did. */
  void failed(long at, Failure failure, long unseen, Traffic traffic, Provider who) {
    if (failure.isFinal()) {
      failures.add(at, Math.max(1, unseen));
    }
    share = traffic.share(who, failures, at);
    calls = minutes -> traffic.share(who, failures, at, minutes);
  }

  /** Which part of the calls failed, as of the last failure; null if not known. */
  @Nullable Share share() {
    return share;
  }

  /** How many calls failed for good in the last five minutes. */
  long lately(long at) {
    return failures.within(at, LATELY);
  }

  /** The same for conditions, which name the time. */
  ConditionState.Calls calls() {
    return calls;
  }

  /** Whether so few of many calls fail that a retry copes with it, where a retry helps at all. */
  boolean isNoise(ErrorKind kind) {
    return share != null && !share.isAtLeast(NOISE) && kind.retryable();
  }
}
