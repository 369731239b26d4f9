package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Origin;
import java.util.ArrayList;
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
    List<String> sentences = new ArrayList<>();
    PipelineSettings pipeline = new PipelineSettings();
    pipeline.setFields(text);
    pipeline.setLevel(text);
    pipeline.setProviders(text);
    pipeline.fields(sentences::add);
    pipeline.level(sentences::add);
    ManualHost host = new ManualHost(new ManualHost.ManualClock());
    pipeline.analyzer(host);
    sentences.addAll(host.sentences);
    FilterSettings filter = new FilterSettings();
    filter.setKinds(text);
    filter.setRetryable(text);
    filter.setOnMatch(text);
    filter.match(sentences::add);
    filter.onMatch(sentences::add);
    AlertSettings alerts = new AlertSettings();
    alerts.setAlerts(text);
    alerts.setGroupBy(text);
    alerts.setMaxKeys(text);
    alerts.isOn(sentences::add);
    for (String name : List.of("quota", text)) {
      RuleSettings rule = new RuleSettings();
      rule.setName(name);
      rule.setKinds("timeout");
      rule.setWhen(name.equals(text) ? "first" : text);
      rule.setQuiet(text);
      rule.setRepeat(text);
      rule.setSeverity(text);
      rule.setEnabled(text);
      alerts.add(rule);
      sentences.add(rule.unknown(text));
    }
    alerts.rules(sentences::add);

    assertThat(sentences).hasSizeGreaterThan(15).allSatisfy(OneLineSentencesTest::isOneLine);
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
