package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.Destination;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A destination as configured and found sound.
 *
 * @param values what its settings come to; some of them are secrets
 */
record DestinationSettings(SinkType type, Map<Setting<?>, Object> values) {

  private static final String OFF = "so nothing is sent there";

  /** The destination; null, with a sentence, where it cannot be reached as it is described. */
  static @Nullable DestinationSettings read(SinkType type, Settings given, Host host) {
    SettingReader reader = new SettingReader(type.element(), given, host);
    reader.tellUnknown(SettingTable.names(type.settings()));
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    boolean complete = true;
    for (Setting<?> setting : type.settings()) {
      Object value = value(reader, setting, type.requires(setting));
      if (value != null) {
        values.put(setting, value);
      } else {
        complete &= !type.requires(setting) && !reader.has(setting);
      }
    }
    return complete ? new DestinationSettings(type, values) : null;
  }

  private static @Nullable Object value(
      SettingReader reader, Setting<?> setting, boolean required) {
    if (required) {
      return reader.require(setting, OFF);
    }
    return setting.hasFallback() ? reader.read(setting) : reader.read(setting, OFF);
  }

  /** The value of a setting that has one in any case. */
  <T> T get(Setting<T> setting) {
    return Objects.requireNonNull(find(setting), setting.name());
  }

  /** The value of a setting; null if it is not given, or not one of this destination's. */
  @SuppressWarnings("unchecked") // It came from there.
  <T> @Nullable T find(Setting<T> setting) {
    return (T) values.get(setting);
  }

  /** Whether it is told that an incident is over. */
  boolean sendResolved() {
    return !Boolean.FALSE.equals(find(SettingTable.SEND_RESOLVED));
  }

  /**
   * The destination itself; opens nothing yet.
   *
   * @throws IllegalArgumentException with a sentence that repeats no secret
   * @throws LinkageError if the Java runtime has no HTTP client
   */
  Destination make() {
    AlertSink sink = type.sink(this);
    Severity least = get(SettingTable.MIN_SEVERITY);
    return new Destination(sink, least, sendResolved());
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    String least = get(SettingTable.MIN_SEVERITY).id();
    return type.element() + " from " + least + (sendResolved() ? "" : " unresolved");
  }
}
