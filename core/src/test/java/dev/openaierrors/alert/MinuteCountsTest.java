package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many there were in each of the last minutes. */
class MinuteCountsTest {

  private static final long MINUTE = 60_000;

  @Test
  void minutesAreThoseOfTheClock() {
    MinuteCounts counts = new MinuteCounts();
    counts.add(59_999, 1);
    counts.add(60_000, 2);

    assertThat(counts.within(60_000, 1)).isEqualTo(2);
    assertThat(counts.within(119_999, 2)).isEqualTo(3);
    assertThat(counts.within(120_000, 1)).isZero();
  }

  @Test
  void whatIsOlderThanAnHourIsForgottenAndNotCountedLater() {
    MinuteCounts counts = new MinuteCounts();
    counts.add(0, 1);
    counts.add(60 * MINUTE, 1);
    counts.add(0, 1);

    assertThat(counts.within(60 * MINUTE, 60)).isEqualTo(1);
    assertThat(counts.within(0, 60)).isZero();
  }

  /** Whatever the order, and with jumps over hours. */
  @Test
  void isTheSumThatOneGetsByKeepingAll() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      MinuteCounts counts = new MinuteCounts();
      Map<Long, Long> exact = new TreeMap<>();
      long now = random.nextInt(10_000) * MINUTE;
      long newest = 0;
      for (int i = 0; i < 200; i++) {
        now += random.nextInt(8) == 0 ? random.nextInt(200) * MINUTE : random.nextInt(60_000);
        long at = Math.max(0, now - (random.nextInt(4) == 0 ? random.nextInt(70) * MINUTE : 0));
        newest = Math.max(newest, at / MINUTE);
        counts.add(at, 1 + i % 3);
        if (at / MINUTE > newest - 60) {
          exact.merge(at / MINUTE, 1L + i % 3, Long::sum);
        }
        int minutes = 1 + random.nextInt(60);
        long oldest = Math.max(newest - 60, newest - minutes);
        long sum =
            exact.entrySet().stream()
                .filter(entry -> entry.getKey() > oldest)
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(counts.within(newest * MINUTE, minutes)).as("seed %d", seed).isEqualTo(sum);
      }
    }
  }
}
