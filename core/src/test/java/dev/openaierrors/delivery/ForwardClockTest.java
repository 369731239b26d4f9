package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Time that only grows, whatever the clock on the wall does. */
class ForwardClockTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final ForwardClock clock = new ForwardClock();

  @Test
  void beginsAtNothingAndGoesWithTheClock() {
    assertThat(clock.at(NOW)).isZero();
    assertThat(clock.at(NOW.plusMillis(1_500))).isEqualTo(1_500);
    assertThat(clock.time()).isEqualTo(1_500);
  }

  @Test
  void standsStillWhereTheClockIsSetBackAndGoesOnFromThere() {
    clock.at(NOW);
    clock.at(NOW.plusSeconds(10));

    assertThat(clock.at(NOW.minusSeconds(3_600))).isEqualTo(10_000);
    assertThat(clock.at(NOW.minusSeconds(3_599))).isEqualTo(11_000);
  }

  @Test
  void neverGoesBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long before = clock.at(NOW);
    for (int i = 0; i < 10_000; i++) {
      long time = clock.at(NOW.plusMillis(random.nextInt()));
      assertThat(time).as("seed %d", seed).isGreaterThanOrEqualTo(before);
      before = time;
    }
  }
}
