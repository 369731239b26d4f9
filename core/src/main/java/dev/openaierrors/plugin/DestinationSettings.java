package dev.openaierrors.plugin;

import dev.openaierrors.alert.Severity;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A destination as configured and found sound.
 *
 * @param url where to send; null for the destination's own address
 * @param key a key that belongs to it; empty if it takes none
 * @param headers further headers to send
 * @param minSeverity least severity of the alerts that go there
 * @param sendResolved whether it is told that an incident is over
 */
record DestinationSettings(
    SinkSettings.Type type,
    @Nullable URI url,
    String key,
    Map<String, String> headers,
    Severity minSeverity,
    boolean sendResolved) {

  /** Where to send, for those destinations that have no address of their own. */
  URI address() {
    if (url == null) {
      throw new IllegalStateException(type.element() + " without an address");
    }
    return url;
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return type.element() + " from " + minSeverity.id() + (sendResolved ? "" : " unresolved");
  }
}
