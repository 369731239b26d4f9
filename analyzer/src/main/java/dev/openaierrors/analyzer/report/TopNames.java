package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names seen most, of any number of names, by the space-saving algorithm: a new name takes the
 * place of the rarest. A name that makes up more than 1/{@value #COUNTERS} of all is never missed.
 */
final class TopNames {

  private static final int COUNTERS = 64;

  private final Map<String, Counter> counters = new HashMap<>();
  private long total;

  /** Counts a name; null is no name. */
  void add(@Nullable String name) {
    if (name == null) {
      return;
    }
    total++;
    Counter counter = counters.get(name);
    if (counter == null) {
      counter = counters.size() < COUNTERS ? new Counter(name) : takeOver(name);
      counters.put(name, counter);
    }
    counter.count++;
  }

  private Counter takeOver(String name) {
    Counter rarest = null;
    for (Counter counter : counters.values()) {
      if (rarest == null || counter.count < rarest.count) {
        rarest = counter;
      }
    }
    Counter taken = new Counter(name);
    if (rarest != null) {
      counters.remove(rarest.name);
      // What was counted for others is not claimed for this name.
      taken.count = rarest.count;
      taken.foreign = rarest.count;
    }
    return taken;
  }

  /** The {@code most} names seen most, fit to be shown. */
  Facet top(int most) {
    List<Count> top = new ArrayList<>();
    for (Counter counter : counters.values()) {
      top.add(new Count(Printable.of(counter.name), counter.count - counter.foreign));
    }
    top.sort(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name));
    List<Count> kept = top.subList(0, Math.min(most, top.size()));
    return new Facet(kept, total - kept.stream().mapToLong(Count::count).sum());
  }

  private static final class Counter {
    private final String name;
    private long count;
    private long foreign;

    Counter(String name) {
      this.name = name;
    }
  }
}
