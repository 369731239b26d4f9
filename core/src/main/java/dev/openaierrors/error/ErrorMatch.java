package dev.openaierrors.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one decision behind every filter: is this the error that is looked for?
 *
 * @param kinds kinds that match; empty means every kind
 * @param retryable required retryability; null means either
 */
public record ErrorMatch(Set<ErrorKind> kinds, @Nullable Boolean retryable) {

  /** Copies {@code kinds}. */
  public ErrorMatch {
    kinds = Set.copyOf(kinds);
  }

  /** Whether an error of this kind and retryability matches. */
  public boolean matches(ErrorKind kind, boolean canRetry) {
    return (kinds.isEmpty() || kinds.contains(kind))
        && (retryable == null || retryable == canRetry);
  }

  /** Whether this error matches; null, no error, never does. */
  public boolean matches(@Nullable OpenAiError error) {
    return error != null && matches(error.kind(), error.retryable());
  }
}
