package dev.openaierrors.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a destination come to.
 *
 * @param values by setting; some of them are secrets
 */
record SinkValues(Map<Setting<?>, Object> values) {

  /** Copies. */
  SinkValues {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
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
    return !Boolean.FALSE.equals(find(SettingTable.OfSink.SEND_RESOLVED));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "values of " + values.size() + " settings";
  }
}
