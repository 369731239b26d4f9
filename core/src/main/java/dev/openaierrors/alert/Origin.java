package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts come from.
 *
 * @param service name of the service; null if not configured
 * @param environment such as {@code prod}; null if not configured
 * @param instance host or pod; null if not known
 * @param labels what else alerts carry, by name, in order: at most {@link Labels#MOST}
 */
public record Origin(
    @Nullable String service,
    @Nullable String environment,
    @Nullable String instance,
    Map<String, String> labels) {

  /** Nothing is known. */
  public static final Origin NONE = new Origin(null, null, null);

  private static final int LONGEST = 100;

  /**
   * Bounds the names, copies the labels.
   *
   * @throws IllegalArgumentException if there are too many labels, or one is none, see {@link
   *     Labels}
   */
  public Origin {
    service = Printable.lineOrNull(service, LONGEST);
    environment = Printable.lineOrNull(environment, LONGEST);
    instance = Printable.lineOrNull(instance, LONGEST);
    labels = Labels.copy(labels);
  }

  /** Without labels. */
  public Origin(@Nullable String service, @Nullable String environment, @Nullable String instance) {
    this(service, environment, instance, Map.of());
  }
}
