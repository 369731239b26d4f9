package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A map that never grows beyond its size. */
class BoundedMapTest {

  @Test
  void forgetsWhatWasUsedLongestAgo() {
    Map<String, Integer> map = new BoundedMap<>(2);
    map.put("a", 1);
    map.put("b", 2);
    map.get("a");
    map.put("c", 3);

    assertThat(map).containsOnlyKeys("a", "c");
  }

  @Test
  void neverHasMore() {
    Map<Integer, Integer> map = new BoundedMap<>(16);
    for (int i = 0; i < 10_000; i++) {
      map.put(i, i);
      assertThat(map.size()).isLessThanOrEqualTo(16);
    }
    assertThat(map).containsKey(9_999);
  }
}
