package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.delivery.BodyTemplate;
import dev.openaierrors.delivery.Destination;
import dev.openaierrors.delivery.Escaping;
import dev.openaierrors.delivery.QuietHours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A destination as configured and found sound.
 *
 * @param values what its settings come to; some of them are secrets
 */
record DestinationSettings(SinkType type, SinkValues values) {

  private static final String OFF = "so nothing is sent there";

  /**
   * The destination; null, with a sentence, where it cannot be reached as it is described.
   *
   * @param rules names of the rules that there are
   */
  static @Nullable DestinationSettings read(
      SinkType type, Settings given, List<String> rules, Host host) {
    SettingReader reader = new SettingReader(given.written(type.element()), given, host);
    reader.tellUnknown(SettingTable.names(type.settings()));
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    boolean complete = true;
    for (Setting<?> setting : type.settings()) {
      Object value =
          setting == SettingTable.OfSink.RULES
              ? rules(reader, rules)
              : value(reader, setting, type.requires(setting));
      if (value != null) {
        values.put(setting, value);
      } else if (setting != SettingTable.OfSink.OWN_QUIET_HOURS) {
        complete &= !type.requires(setting) && !reader.has(setting);
      }
    }
    SinkValues all = new SinkValues(values);
    return complete && isSound(all, reader) ? new DestinationSettings(type, all) : null;
  }

  /** What no setting shows alone: whether a text of the user's own is what its type says. */
  private static boolean isSound(SinkValues values, SettingReader reader) {
    BodyTemplate body = values.find(SettingTable.OfSink.BODY);
    if (body == null
        || Escaping.of(values.get(SettingTable.OfSink.CONTENT_TYPE)) != Escaping.JSON
        || body.isJson()) {
      return true;
    }
    InvalidValueException wrong =
        InvalidValueException.unusable(
            "is no JSON once its places are filled",
            "put places for text, such as {title}, between double quotes, or set contentType");
    reader.tell(SettingTable.OfSink.BODY, wrong, OFF);
    return false;
  }

  /** Empty for all of them: what nobody can have meant must not keep an alert back. */
  private static Set<String> rules(SettingReader reader, List<String> known) {
    Set<String> rules =
        reader.read(SettingTable.OfSink.rules(known), "so those of all rules are sent");
    return Objects.requireNonNullElse(rules, Set.of());
  }

  private static @Nullable Object value(
      SettingReader reader, Setting<?> setting, boolean required) {
    if (required) {
      return reader.require(setting, OFF);
    }
    if (setting == SettingTable.OfSink.OWN_QUIET_HOURS) {
      // A notice at the wrong time is better than none.
      return reader.read(setting, "so those of the appender are used");
    }
    return setting.hasFallback() ? reader.read(setting) : reader.read(setting, OFF);
  }

  /**
   * The destination itself; opens nothing yet.
   *
   * @param usual the quiet hours of the appender, in whose zone its own are, too
   * @throws IllegalArgumentException with a sentence that repeats no secret
   * @throws LinkageError if the Java runtime has no HTTP client
   */
  Destination make(QuietHours usual) {
    AlertSink sink = type.sink(values);
    Severity least = values.get(SettingTable.OfSink.MIN_SEVERITY);
    QuietHours own = values.find(SettingTable.OfSink.OWN_QUIET_HOURS);
    return new Destination(
            sink, least, values.sendResolved(), values.get(SettingTable.OfSink.RULES))
        .quietDuring(own == null ? usual : own.in(usual.zone()));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    String least = values.get(SettingTable.OfSink.MIN_SEVERITY).id();
    return type.element() + " from " + least + (values.sendResolved() ? "" : " unresolved");
  }
}
