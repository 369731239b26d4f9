package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Origin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sentence about a setting is one line, and reads as it is written, whatever the setting holds.
 */
class OneLineSentencesTest {

  static Stream<String> hostile() {
    return Stream.of(
        "x\n12:00 ERROR all is lost",
        "x\u0085y",
        "x\u2028y",
        "\u202exy",
        "x\u001b[31my",
        "x\ud83d");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void holdsForEverySetting(String text) {
    ManualHost host = new ManualHost(new ManualHost.ManualClock());
    Settings appender = all(SettingTable.ENRICHMENT, text);
    SettingTable.names(SettingTable.ALERTS).forEach(name -> appender.set(name, text));
    appender.set(text, text).addUnknown(text);
    for (String name : List.of("quota", text)) {
      Settings rule = all(SettingTable.OfRule.RULE, text).set("name", name).set(text, text);
      appender.add("alert", name.equals(text) ? rule : rule.set("kinds", "timeout"));
    }
    for (SinkType type : SinkType.values()) {
      appender.add(type.element(), all(type.settings(), text));
    }
    PipelineSettings.ofAppender(appender, "<appender>", List.of(), host);
    FilterSettings.of(all(SettingTable.OfFilter.FILTER, text), "<filter>", host);
    new AlertSettings(appender, host).plan(Origin.NONE);

    List<String> sentences = host.sentences;
    assertThat(sentences).hasSizeGreaterThan(15).allSatisfy(OneLineSentencesTest::isOneLine);
  }

  private static Settings all(List<Setting<?>> settings, String text) {
    Settings given = new Settings();
    settings.forEach(setting -> given.set(setting.name(), text));
    return given;
  }

  private static void isOneLine(String sentence) {
    assertThat(sentence).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
  }

  @Test
  void holdsForWhereAlertsComeFrom() {
    Origin origin = new Origin("chat\n\u202eapi", null, null);

    assertThat(origin.service()).isEqualTo("chat  api");
  }
}
