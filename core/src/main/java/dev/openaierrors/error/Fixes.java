package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** What to do about one error, in words that fit what is known of it. */
final class Fixes {

  private static final String TOO_LARGE =
      "Make the request smaller: it is larger than a whole minute's limit, so no wait makes it fit.";
  private static final String THROTTLED =
      "Wait and retry with back-off: this service reports a passing throttle as a used-up quota.";

  private Fixes() {}

  /** About a request that no wait makes fit. */
  static String tooLarge() {
    return TOO_LARGE;
  }

  /** About a throttle that calls itself a quota. */
  static String throttled() {
    return THROTTLED;
  }

  /**
   * About any other error.
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
      case RATE_LIMIT_EXCEEDED ->
          delay
              ? "Slow down and retry after the delay that the answer names, with jitter; ask for a"
                  + " higher limit if this lasts."
              : usual;
      case INVALID_REQUEST ->
          param
              ? "Correct the parameter that the error names; the same request will fail again."
              : usual;
      case SERVER_ERROR ->
          elsewhere
              ? "Retry after a short wait; if it lasts, look at the status page of the service that"
                  + " was called and give it the request id."
              : usual;
      case INSUFFICIENT_QUOTA ->
          elsewhere
              ? "Add credits or raise the limit at the service that was called; stop retrying until"
                  + " then."
              : usual;
      default -> usual;
    };
  }
}
