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
    assertThat(told(new Settings().set(setting, value)))
        .isNotEmpty()
        .allMatch(sentence -> sentence.startsWith(level));
  }

  @ParameterizedTest
  @CsvSource({
    "WARN, quiet, -5m",
    "WARN, quiet, 9999999h",
    "WARN, repeat, 0s",
    "WARN, when, 0 in 5m",
    "WARN, quiet, soon",
    "WARN, when, 3 in 1m over 3 minutes",
    "ERROR, when, allways",
    "ERROR, severity, wraning"
  })
  void soItIsForARule(String level, String setting, String value) {
    Settings rule = new Settings().set("name", "quota").set(setting, value);
    Settings settings = new Settings().add("alert", rule);
    assertThat(told(settings)).isNotEmpty().allMatch(sentence -> sentence.startsWith(level));
  }

  private static List<String> told(Settings given) {
    ManualHost host = new ManualHost(new ManualHost.ManualClock());
    AlertSettings settings = new AlertSettings(given, host);
    settings.rules();
    settings.isOn();
    return host.told;
  }
}
