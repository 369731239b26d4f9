package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopNamesTest {

  private final TopNames counts = new TopNames();

  @Test
  void ofFewNamesTheCountsAreExact() {
    for (int i = 0; i < 60; i++) {
      counts.add(i % 3 == 0 ? "a" : i % 3 == 1 && i < 30 ? "b" : "c");
    }
    counts.add(null);
    assertThat(counts.top(2))
        .isEqualTo(new Facet(List.of(new Count("c", 30), new Count("a", 20)), 10));
  }

  @Test
  void aFrequentNameIsFoundAmongAnyNumberOfOthers() {
    for (int i = 0; i < 100_000; i++) {
      counts.add("other-" + i);
      if (i % 10 == 0) {
        counts.add("frequent");
      }
    }
    Facet top = counts.top(1);
    assertThat(top.top().get(0).name()).isEqualTo("frequent");
    assertThat(top.top().get(0).count()).isBetween(9_000L, 10_000L);
    assertThat(top.others() + top.top().get(0).count()).isEqualTo(110_000);
  }

  @Test
  void noCountIsHigherThanWhatWasSeen() {
    for (int i = 0; i < 10_000; i++) {
      counts.add("name-" + i);
    }
    assertThat(counts.top(5).top()).allSatisfy(count -> assertThat(count.count()).isEqualTo(1));
  }
}
