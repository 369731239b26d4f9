package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations as people write them. */
class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "90s,PT1M30S",
    "10m,PT10M",
    "10 minutes,PT10M",
    "1 Minute,PT1M",
    "PT10M,PT10M",
    "pt1h,PT1H",
    "1h 30m,PT1H30M",
    "2d,PT48H",
    "250ms,PT0.25S",
  })
  void areRead(String words, Duration expected) {
    assertThat(Durations.parse(words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10",
        "m",
        "0m",
        "-5m",
        "10 parsecs",
        "1.5h",
        "PT",
        "PT-5M",
        "9999999999h",
        "5m x"
      })
  void thatMakeNoSenseAreAnsweredWithWhatWouldBeRight(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(words))
        .withMessage(
            "'"
                + words.strip()
                + "' is no duration; write a duration like 90s, 10m, 10 minutes"
                + " or PT10M");
  }

  @Test
  void areWrittenShortly() {
    assertThat(Durations.words(Duration.ofMinutes(10))).isEqualTo("10m");
    assertThat(Durations.words(Duration.ofSeconds(90))).isEqualTo("90s");
    assertThat(Durations.words(Duration.ofHours(24))).isEqualTo("24h");
    assertThat(Durations.words(Duration.ofMillis(250))).isEqualTo("250ms");
  }
}
