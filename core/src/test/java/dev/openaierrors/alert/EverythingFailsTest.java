package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call fails for a day, from one in five hours to ten a minute: who is told, how often? */
class EverythingFailsTest {

  private static final List<ErrorKind> KINDS =
      List.of(
          ErrorKind.INVALID_API_KEY,
          ErrorKind.INVALID_AUTHENTICATION,
          ErrorKind.IP_NOT_AUTHORIZED,
          ErrorKind.UNSUPPORTED_COUNTRY_REGION_TERRITORY,
          ErrorKind.INSUFFICIENT_QUOTA,
          ErrorKind.RATE_LIMIT_EXCEEDED,
          ErrorKind.SLOW_DOWN,
          ErrorKind.SERVER_ERROR,
          ErrorKind.ENGINE_OVERLOADED,
          ErrorKind.TIMEOUT,
          ErrorKind.CONNECTION_ERROR,
          ErrorKind.MODEL_NOT_FOUND,
          ErrorKind.PERMISSION_DENIED,
          ErrorKind.INVALID_REQUEST);
  private static final List<Double> RATES =
      List.of(0.2, 0.5, 1.0, 2.0, 6.0, 12.0, 60.0, 120.0, 600.0);
  private static final int MOST_A_DAY = 11;

  static Stream<Arguments> cells() {
    return KINDS.stream().flatMap(kind -> RATES.stream().map(rate -> Arguments.of(kind, rate)));
  }

  /** From how many failures an hour on a kind has to be told within the day. */
  private static double toldFrom(ErrorKind kind) {
    return switch (kind) {
      case SERVER_ERROR, ENGINE_OVERLOADED, TIMEOUT, CONNECTION_ERROR -> 1;
      case RATE_LIMIT_EXCEEDED -> 6;
      case INVALID_REQUEST -> 12;
      default -> 0;
    };
  }

  @ParameterizedTest(name = "{0} at {1} an hour")
  @MethodSource("cells")
  void aDayOfNothingButFailuresIsToldAFewTimesAndNotCalledResolved(ErrorKind kind, double perHour) {
    long seed = new Random().nextLong();
    for (Pace pace : List.of(Pace.EVEN, Pace.UNEVEN)) {
      Day day = Day.of(kind, perHour, pace, new Random(seed));
      String what = "seed %s, %s, %s failures".formatted(seed, pace, day.failures);

      if (day.failures >= 3 && perHour >= toldFrom(kind)) {
        assertThat(day.alerts).as(what).isNotEmpty();
      }
      assertThat(day.alerts).as(what).hasSizeLessThanOrEqualTo(MOST_A_DAY);
      if (perHour >= 1) {
        assertThat(day.isEndedEarly()).as(what).isFalse();
      }
    }
  }

  /** Where calls come at random there are long gaps, too: nearly never is one taken for the end. */
  @Test
  void aSilenceByChanceIsRarelyCalledResolved() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int days = 0;
    int wrong = 0;
    for (int run = 0; run < 5; run++) {
      for (ErrorKind kind : KINDS) {
        for (double perHour : RATES.subList(RATES.indexOf(1.0), RATES.size())) {
          Day day = Day.of(kind, perHour, Pace.RANDOM, random);
          days++;
          wrong += day.isEndedEarly() ? 1 : 0;
        }
      }
    }

    assertThat(wrong).as("of %s days, seed %s", days, seed).isLessThan(days / 20);
  }

  @Test
  void everyKindThatARuleTakesForLastingIsInTheTable() {
    assertThat(KINDS).hasSize(14).doesNotHaveDuplicates();
    assertThat(cells()).hasSize(126);
  }

  /** How the calls are spread. */
  private enum Pace {
    EVEN,
    UNEVEN,
    RANDOM;

    double gap(Random random) {
      return switch (this) {
        case EVEN -> 1;
        case UNEVEN -> 0.2 + 1.6 * random.nextDouble();
        case RANDOM -> -Math.log(1 - random.nextDouble());
      };
    }
  }

  /** A day of failures, as many an hour. */
  private record Day(int failures, Instant last, List<Alert> alerts) {

    static Day of(ErrorKind kind, double perHour, Pace pace, Random random) {
      AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
      List<Alert> alerts = new ArrayList<>();
      Instant end = Times.START.plus(Duration.ofDays(1));
      Instant last = Times.START;
      double gap = Duration.ofHours(1).toMillis() / perHour;
      int failures = 0;
      for (Instant at = Times.START.plusMillis(Math.round(gap / 2));
          at.isBefore(end);
          at = at.plusMillis(Math.round(gap * pace.gap(random)))) {
        failures++;
        last = at;
        alerts.addAll(
            engine.onFailure(
                new Failure(
                    at,
                    Times.error(kind),
                    new Failure.Source("com.acme.Chat", null, "t" + failures),
                    null,
                    failures)));
      }
      return new Day(failures, last, alerts);
    }

    boolean isEndedEarly() {
      return alerts.stream()
          .anyMatch(it -> it.state() == AlertState.RESOLVED && it.times().at().isBefore(last));
    }
  }
}
