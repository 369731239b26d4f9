package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Errors that are counted together. There are no more groups than these enums make, whatever logs
 * say.
 *
 * @param kind what they are
 * @param provider who answered
 * @param retryable whether sending the same request again can help
 * @param limit the limit that was hit; null if there is none, or it is not known
 */
public record ErrorGroup(
    ErrorKind kind, Provider provider, boolean retryable, @Nullable Limit limit) {

  /** The group of an error. */
  public static ErrorGroup of(OpenAiError error) {
    return new ErrorGroup(error.kind(), error.provider(), error.retryable(), error.limit());
  }

  /**
   * Written out, as {@link #hashCode}: those that Java makes for a record keep the class of its
   * last component in a cache of Java's own, and with it the class loader of a web application that
   * was taken away.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorGroup that
        && kind == that.kind
        && provider == that.provider
        && retryable == that.retryable
        && limit == that.limit;
  }

  @Override
  public int hashCode() {
    int hash = kind.hashCode() * 31 + provider.hashCode();
    return (hash * 31 + Boolean.hashCode(retryable)) * 31 + (limit == null ? 0 : limit.hashCode());
  }
}
