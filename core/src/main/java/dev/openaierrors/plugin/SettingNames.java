package dev.openaierrors.plugin;

import java.util.List;
import java.util.stream.Stream;

/** The words that configurations may have: of settings, and of elements with settings. */
public final class SettingNames {

  /** The names of the elements that an appender's may hold. */
  public static final List<String> ELEMENTS =
      Stream.of(
              Stream.of(AlertSettings.ALERT, LabelReader.ELEMENT),
              Stream.of(SinkType.values()).map(SinkType::element),
              Stream.of(SinkClass.ELEMENT))
          .flatMap(names -> names)
          .toList();

  private SettingNames() {}

  /** The names of all settings, of whatever element. */
  public static List<String> all() {
    return settings().map(Setting::name).distinct().toList();
  }

  /** All settings, of whatever element. */
  static Stream<Setting<?>> settings() {
    return Stream.concat(
        Stream.of(
                SettingTable.ENRICHMENT,
                SettingTable.APPENDER,
                SettingTable.ALERTS,
                SettingTable.OfRule.RULE,
                SettingTable.OfLabel.LABEL,
                SettingTable.OfFilter.FILTER)
            .flatMap(List::stream),
        Stream.of(SinkType.values()).flatMap(type -> type.settings().stream()));
  }
}
