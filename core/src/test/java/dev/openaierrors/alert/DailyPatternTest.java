package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes each day at about the same time. */
class DailyPatternTest {

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "0, false",
    "0 1 2 3, false",
    "0 24, true",
    "0 24.4, true",
    "0 23.6, true",
    "0 24.6, false",
    "0 24.6 49.2, true",
    "0 27 54, true",
    "0 28.1 56.2, false",
    "0 20 40, true",
    "0 12 24, true",
    "0 12 36.7, false",
    "0 48, true",
    "0 36, false",
    "0 168, true",
  })
  void isTheSameTimeOfTwoDaysOrAboutThatOfThree(String hours, boolean daily) {
    List<Long> times =
        Stream.of(hours.split(" "))
            .filter(hour -> !hour.isEmpty())
            .map(hour -> Math.round(Double.parseDouble(hour) * 3_600_000))
            .toList();

    assertThat(DailyPattern.isIn(times)).isEqualTo(daily);
  }
}
