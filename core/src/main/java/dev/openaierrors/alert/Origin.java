package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts come from, and in whose time people are told of them.
 *
 * @param service name of the service; null if not configured
 * @param environment such as {@code prod}; null if not configured
 * @param instance host or pod; null if not known
 * @param labels what else alerts carry, by name, in order: at most {@link Labels#MOST}
 * @param zone of the times in what people read; no part of an incident's identity
 */
public record Origin(
    @Nullable String service,
    @Nullable String environment,
    @Nullable String instance,
    Map<String, String> labels,
    ZoneId zone) {

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

  /** Without labels; people are told in UTC. */
  public Origin(@Nullable String service, @Nullable String environment, @Nullable String instance) {
    this(service, environment, instance, Map.of());
  }

  /** People are told in UTC. */
  public Origin(
      @Nullable String service,
      @Nullable String environment,
      @Nullable String instance,
      Map<String, String> labels) {
    this(service, environment, instance, labels, ZoneOffset.UTC);
  }

  /** The same, of which people are told in this zone. */
  public Origin in(ZoneId other) {
    return new Origin(service, environment, instance, labels, other);
  }

  /** The same of this service. */
  public Origin of(String other) {
    return new Origin(other, environment, instance, labels, zone);
  }
}
