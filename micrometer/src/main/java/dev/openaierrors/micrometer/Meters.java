package dev.openaierrors.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, and the meters that show them in every registry.
 *
 * <p>Registries hold a number weakly, so it is held here; and a registry is held weakly here, since
 * this lives as long as its listener is told.
 */
final class Meters {

  /** What tells one meter from another. */
  private record Id(String name, String description, Tags tags) {

    /**
     * Written out, as {@link #hashCode}: those of a record keep a class of Micrometer, and the
     * class loader of a web application, in a cache of Java's own.
     */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id that && name.equals(that.name) && tags.equals(that.tags);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + tags.hashCode();
    }
  }

  private final Tags common;
  private final Map<Id, LongAdder> counters = new LinkedHashMap<>();
  private final Map<Id, AtomicInteger> gauges = new LinkedHashMap<>();
  private final List<WeakReference<MeterRegistry>> registries = new ArrayList<>();

  Meters(Tags common) {
    this.common = common;
  }

  synchronized void bindTo(MeterRegistry registry) {
    registries.removeIf(known -> known.get() == null);
    registries.add(new WeakReference<>(registry));
    counters.forEach((id, number) -> show(id, number, registry));
    gauges.forEach((id, number) -> show(id, number, registry));
  }

  /** Adds to a counter, which is there from the first time on, be it by 0. */
  synchronized void count(String name, String description, Tags tags, long more) {
    Id id = new Id(name, description, tags);
    LongAdder known = counters.get(id);
    if (known == null) {
      LongAdder made = new LongAdder();
      counters.put(id, made);
      made.add(more);
      inAll(registry -> show(id, made, registry));
    } else {
      known.add(more);
    }
  }

  /** A gauge, which is there from the first time on. */
  synchronized AtomicInteger gauge(String name, String description, Tags tags) {
    Id id = new Id(name, description, tags);
    AtomicInteger known = gauges.get(id);
    if (known != null) {
      return known;
    }
    AtomicInteger made = new AtomicInteger();
    gauges.put(id, made);
    inAll(registry -> show(id, made, registry));
    return made;
  }

  private void inAll(Consumer<MeterRegistry> meter) {
    for (WeakReference<MeterRegistry> reference : registries) {
      @Nullable MeterRegistry registry = reference.get();
      if (registry != null && !registry.isClosed()) {
        meter.accept(registry);
      }
    }
  }

  private void show(Id id, LongAdder number, MeterRegistry registry) {
    FunctionCounter.builder(id.name(), number, LongAdder::doubleValue)
        .description(id.description())
        .tags(common.and(id.tags()))
        .register(registry);
  }

  private void show(Id id, AtomicInteger number, MeterRegistry registry) {
    Gauge.builder(id.name(), number, AtomicInteger::doubleValue)
        .description(id.description())
        .tags(common.and(id.tags()))
        .register(registry);
  }
}
