package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that a framework did not find. */
class VariablesTest {

  @ParameterizedTest
  @CsvSource({
    "SLACK_URL_IS_UNDEFINED, SLACK_URL",
    "https://a/SLACK_URL_IS_UNDEFINED/b, SLACK_URL",
    "app.slack-url_IS_UNDEFINED, app.slack-url",
    "${env:SLACK_URL}, SLACK_URL",
    "${SLACK_URL}, SLACK_URL",
    "https://a/${sys:slack.url}/b, slack.url",
    "${env:SLACK_URL, SLACK_URL",
    "${spring:app.slack-url:-}, app.slack-url",
  })
  void areToldByTheirNames(String text, String name) {
    assertThat(Variables.unset(text)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://a/b", "_IS_UNDEFINED", "$SLACK_URL", "{SLACK_URL}", "$ {A}"})
  void whatNamesNoneIsNone(String text) {
    assertThat(Variables.unset(text)).isNull();
  }

  /** It may be the secret that the variable was to hide. */
  @ParameterizedTest
  @CsvSource({
    "${SLACK_URL:-https://hooks.slack.com/services/T0/B0/secret}, SLACK_URL",
    "${env:SLACK_URL:-secret}, SLACK_URL",
    "${:-secret}, ''",
    "${env::-secret}, env",
  })
  void whatStandsInForOneIsNeverRepeated(String text, String name) {
    assertThat(Variables.unset(text)).isEqualTo(name);
  }

  @Test
  void noMoreThanAShortNameIsRepeatedWhateverComes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] parts = {
      "${", "}", ":", "-", ":-", "env", "A_B", "_IS_UNDEFINED", " ", "/", "\n", "x"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(parts[random.nextInt(parts.length)].repeat(random.nextInt(9) == 0 ? 50 : 1));
      }
      String name = Variables.unset(text.toString());
      if (name != null) {
        assertThat(name).as("seed %d: %s", seed, text).matches("[A-Za-z0-9_.-]{0,60}");
      }
    }
  }
}
