package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast failures come, in words. */
class FailureRateTest {

  @SuppressWarnings("NullAway") // The class file does not say that a record's part may be null.
  private static FailureRate rate(long count, long last, long... lately) {
    List<Long> known = LongStream.of(lately).boxed().toList();
    return new FailureRate(
        new IncidentState.Stats(
            0, last, count, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), List.of(), known, null));
  }

  private static long seconds(long seconds) {
    return seconds * 1_000;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1/min",
    "12, 30, 12/min",
    "12, 60, 12/min",
    "12, 120, 6/min",
    "41, 1600, 1.5/min",
    "2, 120, 1/min",
    "2, 180, 1 in 3 min",
    "12, 19800, 1 in 30 min",
    "3, 604800, 1 in 3.5 d",
  })
  void isAMeanFromTheFirstToTheLastButNotOverLessThanAMinute(long count, long last, String words) {
    assertThat(rate(count, seconds(last)).words(seconds(last))).isEqualTo(words);
  }

  @Test
  void isFasterLatelyWhereTheMeanHidesThat() {
    long last = seconds(7_200);
    FailureRate burst = rate(14, last, last - 12_000, last - 8_000, last - 4_000, last);

    assertThat(burst.perMinuteLately()).isEqualTo(4);
    assertThat(burst.words(last)).isEqualTo("1 in 9 min, lately over 4/min");
  }

  @Test
  void isNoFasterLatelyThanTwiceTheMean() {
    long last = seconds(240);
    FailureRate even = rate(9, last, last - 90_000, last - 60_000, last - 30_000, last);

    assertThat(even.perMinuteLately()).isGreaterThan(even.perMinute());
    assertThat(even.words(last)).isEqualTo("2.3/min");
  }

  @Test
  void ofFewFailuresNothingIsSaidOfLately() {
    assertThat(rate(3, seconds(60), 0, 59_000, 60_000).perMinuteLately()).isZero();
  }

  @Test
  void isSlowLatelyInWordsThatSaySomething() {
    long last = seconds(864_000);
    long hour = seconds(3_600);
    FailureRate slow = rate(8, last, last - 3 * hour, last - 2 * hour, last - hour, last);

    assertThat(slow.words(last)).isEqualTo("1 in 34.3 h, lately 1 in 45 min");
  }

  @ParameterizedTest
  @CsvSource({
    "60, 12/min",
    "61, '12/min, the last 1 min ago'",
    "600, '12/min, the last 10 min ago'"
  })
  void aSilenceIsToldOnceItIsLongerThanAMinuteAndTwiceTheGap(long silence, String words) {
    FailureRate rate = rate(12, seconds(60), 30_000, 60_000);

    assertThat(rate.words(seconds(60 + silence))).isEqualTo(words);
  }

  @Test
  void aSilenceThatIsNoLongerThanUsualIsNone() {
    long hour = seconds(3_600);

    assertThat(rate(3, 2 * hour, 0, hour, 2 * hour).words(4 * hour)).isEqualTo("1 in 60 min");
  }
}
