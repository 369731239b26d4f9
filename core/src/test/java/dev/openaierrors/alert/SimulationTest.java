package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quota is exhausted all day: how often is a person told, and when first? */
class SimulationTest {

  private static final OpenAiError QUOTA = Times.error(ErrorKind.INSUFFICIENT_QUOTA);
  private static final double HOUR = 3_600_000;

  @ParameterizedTest(name = "{0} failures an hour")
  @CsvSource({
    "0.25, 1000, 3.7, 404",
    "1, 1000, 5.0, 111",
    "3, 1000, 5.0, 43",
    "12, 200, 5.0, 14",
    "60, 100, 5.0, 2.8",
    "7200, 3, 5.0, 1.0",
  })
  void tellsAFewTimesADayHoweverManyFail(
      double perHour, int days, double perDay, double firstMinute) {
    Random random = new Random(4);
    double notices = 0;
    int untold = 0;
    double[] firsts = new double[days];
    for (int day = 0; day < days; day++) {
      Day told = Day.of(perHour, random);
      notices += told.notices;
      untold += told.isSilent() ? 1 : 0;
      firsts[day] = told.first;
    }
    Arrays.sort(firsts);

    assertThat(notices / days).as("notices a day").isCloseTo(perDay, within(1.0));
    assertThat(firsts[days / 2])
        .as("median of the minutes to the first notice")
        .isCloseTo(firstMinute, withinPercentage(10));
    assertThat(untold).as("days with two failures ten minutes apart and no notice").isZero();
  }

  /** One day. */
  private static final class Day {

    private int notices;
    private double first = Double.POSITIVE_INFINITY;
    private boolean reason;

    static Day of(double perHour, Random random) {
      Day day = new Day();
      AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
      Instant end = Times.START.plus(Duration.ofDays(1));
      Instant at = Times.START;
      Instant earliest = null;
      for (int i = 0; ; i++) {
        at = at.plusMillis(Math.round(-Math.log(1 - random.nextDouble()) / perHour * HOUR));
        if (!at.isBefore(end)) {
          break;
        }
        earliest = earliest == null ? at : earliest;
        day.reason |= Duration.between(earliest, at).toMinutes() >= 10;
        day.note(
            engine.onFailure(
                new Failure(at, QUOTA, new Failure.Source("Chat", null, "t" + i), null, i)));
      }
      day.note(engine.onTime(end));
      return day;
    }

    private void note(Iterable<Alert> alerts) {
      for (Alert alert : alerts) {
        notices++;
        first =
            Math.min(
                first, Duration.between(Times.START, alert.times().at()).toMillis() / 60_000.0);
      }
    }

    boolean isSilent() {
      return reason && notices == 0;
    }
  }
}
