package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.DeliveryException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the next try of a notice may be. */
class TriesTest {

  private final Tries tries = new Tries(new BackOff(() -> 0));

  private static DeliveryException busy(@Nullable Duration asked) {
    return new DeliveryException("HTTP 503", true, asked);
  }

  @Test
  void aPauseBeginsWhenItIsAskedForFirst() {
    assertThat(tries.mayTry(0)).isTrue();
    assertThat(tries.failed(busy(null))).isFalse();

    assertThat(tries.mayTry(10_000)).isFalse();
    assertThat(tries.mayTry(10_999)).isFalse();
    assertThat(tries.mayTry(11_000)).isTrue();
  }

  @Test
  void theFourthFailureIsTheLastAndTheNextNoticeHasAllItsTries() {
    for (int notice = 0; notice < 3; notice++) {
      assertThat(tries.failed(busy(null))).isFalse();
      assertThat(tries.failed(busy(null))).isFalse();
      assertThat(tries.failed(busy(null))).isFalse();
      assertThat(tries.failed(busy(null))).isTrue();
    }
  }

  @Test
  void whatIsRefusedForGoodIsNotTriedAgainAndCostsNoPause() {
    assertThat(tries.failed(new DeliveryException("HTTP 400", false, Duration.ofMinutes(5))))
        .isTrue();
    assertThat(tries.mayTry(0)).isTrue();
  }

  @Test
  void whatWasKeptHasOneTry() {
    tries.oneLeft();
    assertThat(tries.failed(busy(null))).isTrue();
  }

  @Test
  void anotherNoticeBeginsAnew() {
    tries.failed(busy(null));
    tries.failed(busy(null));
    tries.reset();

    assertThat(tries.failed(busy(null))).isFalse();
    assertThat(tries.failed(busy(null))).isFalse();
    assertThat(tries.failed(busy(null))).isFalse();
  }

  @Test
  void whereThereIsNoThreadItWaitsASecond() {
    tries.postpone();

    assertThat(tries.mayTry(0)).isFalse();
    assertThat(tries.mayTry(1_000)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT0.5S, 1", "PT17S, 17", "PT1H, 3600", "P30D, 3600", "PT-5S, 1"})
  void aDestinationIsWaitedForAsLongAsItAsksButAnHourAtMost(Duration asked, long seconds) {
    tries.failed(busy(asked));

    assertThat(tries.mayTry(0)).isFalse();
    assertThat(tries.mayTry(seconds * 1_000 - 1)).isFalse();
    assertThat(tries.mayTry(seconds * 1_000)).isTrue();
  }

  @Test
  void noPauseIsShorterThanItsOwnNorLongerThanAnHour() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    BackOff backOff = new BackOff(random::nextDouble);
    for (int i = 0; i < 10_000; i++) {
      int failures = 1 + random.nextInt(10);
      Duration asked = random.nextBoolean() ? null : Duration.ofMillis(random.nextLong() / 4);
      long seconds = failures == 1 ? 1 : failures == 2 ? 5 : 25;
      assertThat(backOff.after(failures, asked))
          .as("seed %d, asked %s", seed, asked)
          .isBetween(Duration.ofSeconds(seconds), Duration.ofHours(1));
    }
  }
}
