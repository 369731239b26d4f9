package dev.openaierrors.error;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to do about one error, in words that fit what is known of it. */
final class Fixes {

  /** About a request that no wait makes fit. */
  static final String TOO_LARGE =
      "Make the request smaller: it exceeds the per-minute limit on its own, so waiting cannot help.";

  /** About a throttle that calls itself a quota. */
  static final String THROTTLED =
      "Wait and retry with back-off: this provider reports temporary throttling as an exhausted quota.";

  private static final String AFTER_THE_DELAY =
      "Slow down and retry after the delay that the answer names, with jitter; ask for a higher limit"
          + " if this lasts.";
  private static final String THE_PARAMETER =
      "Correct the parameter that the error names; the same request will fail again.";
  private static final String SERVER_ELSEWHERE =
      "Retry after a short wait; if it lasts, look at the status page of the service that was called"
          + " and give it the request id.";
  private static final String QUOTA_ELSEWHERE =
      "Add credits or raise the limit at the service that was called; stop retrying until then.";

  /** All of them, which are ours and need no redacting. */
  private static final Set<String> OURS = ours();

  private Fixes() {}

  private static Set<String> ours() {
    Set<String> ours =
        new HashSet<>(
            List.of(
                TOO_LARGE,
                THROTTLED,
                AFTER_THE_DELAY,
                THE_PARAMETER,
                SERVER_ELSEWHERE,
                QUOTA_ELSEWHERE));
    for (ErrorKind kind : ErrorKind.values()) {
      ours.add(kind.fix());
      for (Signature.Remedy remedy : kind.signature().remedies().values()) {
        ours.add(remedy.fix());
      }
    }
    return ours;
  }

  /** Whether it is one of these sentences, and no text of a stranger. */
  static boolean isOurs(String fix) {
    return OURS.contains(fix);
  }

  /**
   * What to do about an error.
   *
   * @param special the code or wording for which the kind has a remedy of its own; null for none
   * @param delay whether the answer names a delay
   * @param param whether it names a parameter
   */
  static String of(
      ErrorKind kind, @Nullable String special, boolean delay, boolean param, Provider provider) {
    String usual = kind.fix(special);
    if (!usual.equals(kind.fix())) {
      return usual;
    }
    boolean elsewhere = provider == Provider.COMPATIBLE;
    return switch (kind) {
      case RATE_LIMIT_EXCEEDED -> delay ? AFTER_THE_DELAY : usual;
      case INVALID_REQUEST -> param ? THE_PARAMETER : usual;
      case SERVER_ERROR -> elsewhere ? SERVER_ELSEWHERE : usual;
      case INSUFFICIENT_QUOTA -> elsewhere ? QUOTA_ELSEWHERE : usual;
      default -> usual;
    };
  }
}
