package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts come from.
 *
 * @param service name of the service; null if not configured
 * @param environment such as {@code prod}; null if not configured
 * @param instance host or pod; null if not known
 */
public record Origin(
    @Nullable String service, @Nullable String environment, @Nullable String instance) {

  /** Nothing is known. */
  public static final Origin NONE = new Origin(null, null, null);

  private static final int LONGEST = 100;

  /** Bounds the names. */
  public Origin {
    service = Printable.lineOrNull(service, LONGEST);
    environment = Printable.lineOrNull(environment, LONGEST);
    instance = Printable.lineOrNull(instance, LONGEST);
  }
}
