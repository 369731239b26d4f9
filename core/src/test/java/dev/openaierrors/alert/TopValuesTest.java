package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which values come most, in bounded memory. */
class TopValuesTest {

  @Test
  void fewValuesAreCountedExactlyMostFirstAndThenByName() {
    TopValues values = new TopValues();
    values.add("b");
    values.add("a");
    values.add("c", 3);
    values.add("b");
    values.add("a");

    assertThat(values.top())
        .containsExactly(Map.entry("c", 3L), Map.entry("a", 2L), Map.entry("b", 2L));
    assertThat(values.distinct()).isEqualTo(3);
    assertThat(values.contains("a")).isTrue();
    assertThat(values.contains("d")).isFalse();
  }

  @Test
  void noMoreThanFiveAreTold() {
    TopValues values = new TopValues();
    for (int i = 0; i < 7; i++) {
      values.add("v" + i, 10 - i);
    }

    assertThat(values.top().keySet()).containsExactly("v0", "v1", "v2", "v3", "v4");
  }

  @Test
  void whatIsLongOrCannotBeShownIsOneValueWithWhatIsKeptOfIt() {
    TopValues values = new TopValues();
    values.add("a\nb");
    values.add("x".repeat(10_000) + "1");
    values.add("x".repeat(10_000) + "2");

    assertThat(values.distinct()).isEqualTo(2);
    assertThat(values.top().keySet())
        .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(100).doesNotContain("\n"));
  }

  @Test
  void aFrequentValueIsNeverLostAndNoneIsCountedTooLow() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      TopValues values = new TopValues();
      Map<String, Long> exact = new HashMap<>();
      long all = 0;
      for (int i = random.nextInt(400); i >= 0; i--) {
        String value = "v" + (int) Math.abs(random.nextGaussian() * 6);
        long many = 1L + random.nextInt(3);
        values.add(value, many);
        exact.merge(value, many, Long::sum);
        all += many;
      }
      long total = all;
      exact.forEach(
          (value, count) -> {
            if (count > total / 8) {
              assertThat(values.contains(value)).as("seed %d: %s", seed, value).isTrue();
            }
          });
      assertThat(values.top())
          .as("seed %d", seed)
          .allSatisfy((value, count) -> assertThat(count).isGreaterThanOrEqualTo(exact.get(value)));
      assertThat(values.top().values().stream().mapToLong(Long::longValue).sum())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(total);
    }
  }

  @Test
  void twoThatAreJoinedHaveTheCountsOfBoth() {
    TopValues one = new TopValues();
    TopValues other = new TopValues();
    one.add("a", 2);
    other.add("a");
    other.add("b", 4);
    one.addAll(other);

    assertThat(one.top()).containsExactly(Map.entry("b", 4L), Map.entry("a", 3L));
  }
}
