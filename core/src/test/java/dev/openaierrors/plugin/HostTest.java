package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which level a sentence about the configuration is told: an error keeps Spring Boot down. */
class HostTest {

  @ParameterizedTest
  @CsvSource({
    "WARN, maxKeys, 0",
    "WARN, maxKeys, 99999999999",
    "ERROR, alerts, maybe",
    "ERROR, groupBy, modle",
    "WARN, maxKeys, KEY_IS_UNDEFINED"
  })
  void onlyAMisspeltWordIsAnError(String level, String setting, String value) {
    AlertSettings settings = new AlertSettings();
    switch (setting) {
      case "maxKeys" -> settings.setMaxKeys(value);
      case "alerts" -> settings.setAlerts(value);
      default -> settings.setGroupBy(value);
    }
    assertThat(told(settings)).isNotEmpty().allMatch(sentence -> sentence.startsWith(level));
  }

  @ParameterizedTest
  @CsvSource({
    "WARN, quiet, -5m",
    "WARN, quiet, 9999999h",
    "WARN, repeat, 0s",
    "WARN, when, 0 in 5m",
    "WARN, quiet, soon",
    "ERROR, when, allways",
    "ERROR, severity, wraning"
  })
  void soItIsForARule(String level, String setting, String value) {
    RuleSettings rule = new RuleSettings();
    rule.setName("quota");
    switch (setting) {
      case "quiet" -> rule.setQuiet(value);
      case "repeat" -> rule.setRepeat(value);
      case "when" -> rule.setWhen(value);
      default -> rule.setSeverity(value);
    }
    AlertSettings settings = new AlertSettings();
    settings.add(rule);
    assertThat(told(settings)).isNotEmpty().allMatch(sentence -> sentence.startsWith(level));
  }

  private static List<String> told(AlertSettings settings) {
    ManualHost host = new ManualHost(new ManualHost.ManualClock());
    settings.rules(host.words());
    settings.isOn(host.words());
    return host.told;
  }
}
