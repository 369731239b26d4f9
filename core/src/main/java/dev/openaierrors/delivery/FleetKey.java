package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.error.Printable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a destination knows an incident: service, environment, rule, provider and group, so that
 * all instances of a service have the same, and so has one that crashes again and again.
 */
final class FleetKey {

  private FleetKey() {}

  /**
   * The key.
   *
   * @param separator between its parts
   * @param longest characters at most
   */
  static String of(Alert alert, char separator, int longest) {
    StringBuilder key = new StringBuilder("openai");
    append(key, separator, alert.origin().service());
    append(key, separator, alert.origin().environment());
    append(key, separator, alert.rule());
    append(key, separator, alert.cause().provider().id());
    if (!alert.group().isEmpty()) {
      append(key, separator, alert.group());
    }
    if (alert.state() == AlertState.TEST) {
      append(key, separator, "test");
    }
    return key.length() <= longest ? key.toString() : shortened(key.toString(), separator, longest);
  }

  private static void append(StringBuilder key, char separator, @Nullable String part) {
    key.append(separator).append(part == null ? "-" : part.replace(separator, '_'));
  }

  /** Still a different one for each. */
  private static String shortened(String key, char separator, int longest) {
    String hash = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    return Printable.truncate(key, longest - hash.length() - 1) + separator + hash;
  }
}
