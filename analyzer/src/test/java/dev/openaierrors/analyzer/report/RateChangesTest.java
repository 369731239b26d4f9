package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.openaierrors.analyzer.report.RateChanges.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where a rate changes for good: the division that no other one is better than. */
class RateChangesTest {

  private static long[] series(int... lengthsAndRates) {
    long[] counts = new long[0];
    for (int i = 0; i < lengthsAndRates.length; i += 2) {
      long[] more = new long[lengthsAndRates[i]];
      Arrays.fill(more, lengthsAndRates[i + 1]);
      int before = counts.length;
      counts = Arrays.copyOf(counts, before + more.length);
      System.arraycopy(more, 0, counts, before, more.length);
    }
    return counts;
  }

  @Test
  void ofNothingThereIsNoStretch() {
    assertThat(RateChanges.stretches(new long[0])).isEmpty();
    assertThat(RateChanges.stretches(new long[] {7})).containsExactly(new Stretch(0, 1, 7));
  }

  @Test
  void aSteadyRateIsOneStretch() {
    assertThat(RateChanges.stretches(series(60, 5))).containsExactly(new Stretch(0, 60, 300));
    assertThat(RateChanges.stretches(series(60, 0))).containsExactly(new Stretch(0, 60, 0));
  }

  @Test
  void aBurstIsAStretchFromItsFirstToItsLastCount() {
    assertThat(RateChanges.stretches(series(30, 0, 10, 50, 20, 1)))
        .containsExactly(new Stretch(0, 30, 0), new Stretch(30, 40, 500), new Stretch(40, 60, 20));
  }

  @Test
  void chanceIsNoChange() {
    Random random = new Random(17);
    long[] counts = new long[100];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 8L + random.nextInt(5);
    }
    assertThat(RateChanges.stretches(counts)).hasSize(1);
  }

  @Test
  void stretchesFollowEachOtherWithoutHoles() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      long[] counts = random(random, 1 + random.nextInt(60));
      int at = 0;
      for (Stretch stretch : RateChanges.stretches(counts)) {
        assertThat(stretch.from()).as("seed %d", seed).isEqualTo(at);
        assertThat(stretch.to()).isGreaterThan(at);
        assertThat(stretch.events())
            .isEqualTo(Arrays.stream(counts, stretch.from(), stretch.to()).sum());
        at = stretch.to();
      }
      assertThat(at).as("seed %d", seed).isEqualTo(counts.length);
    }
  }

  /** What is left out on the way to the best division is never a part of it. */
  @Test
  void noOtherDivisionIsLikelier() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      long[] counts = random(random, 1 + random.nextInt(11));
      double found = price(RateChanges.stretches(counts), counts.length);
      double best = Double.POSITIVE_INFINITY;
      for (int cuts = 0; cuts < 1 << (counts.length - 1); cuts++) {
        best = Math.min(best, price(divided(counts, cuts), counts.length));
      }
      assertThat(found)
          .as("seed %d, %s", seed, Arrays.toString(counts))
          .isCloseTo(best, within(1e-6));
    }
  }

  private static long[] random(Random random, int length) {
    long[] counts = new long[length];
    int rate = 1 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      rate = random.nextInt(4) == 0 ? 1 + random.nextInt(40) : rate;
      counts[i] = random.nextInt(rate);
    }
    return counts;
  }

  private static List<Stretch> divided(long[] counts, int cuts) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= counts.length; to++) {
      if (to == counts.length || (cuts & (1 << (to - 1))) != 0) {
        stretches.add(new Stretch(from, to, Arrays.stream(counts, from, to).sum()));
        from = to;
      }
    }
    return stretches;
  }

  /** Minus the likelihood of a constant rate in each, and the price of each. */
  private static double price(List<Stretch> stretches, int length) {
    double sum = 0;
    for (Stretch stretch : stretches) {
      double rate = stretch.rate();
      sum += rate == 0 ? 0 : stretch.events() * (1 - Math.log(rate));
      sum += 3 * Math.log(Math.max(2, length)) + 1;
    }
    return sum;
  }
}
