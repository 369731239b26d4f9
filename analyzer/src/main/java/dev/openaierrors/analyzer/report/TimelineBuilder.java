package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts events in buckets that grow with the time they span, so that there are never many. */
final class TimelineBuilder {

  /** Seconds; each divides the next. Beyond the last, widths double. */
  private static final long[] WIDTHS = {
    1, 2, 10, 30, 60, 120, 600, 1800, 3600, 7200, 21_600, 43_200, 86_400, 604_800
  };

  private TreeMap<Long, Map<ErrorKind, Long>> buckets = new TreeMap<>();
  private int level;

  void add(ErrorKind kind, long millis) {
    bucket(millis).merge(kind, 1L, Long::sum);
    limit();
  }

  /** Includes a time without an error, such as the begin of a log. */
  void include(long millis) {
    bucket(millis);
    limit();
  }

  private Map<ErrorKind, Long> bucket(long millis) {
    return buckets.computeIfAbsent(Math.floorDiv(millis, width()), index -> counts());
  }

  private static Map<ErrorKind, Long> counts() {
    return new EnumMap<>(ErrorKind.class);
  }

  private void limit() {
    while (buckets.lastKey() - buckets.firstKey() >= Timeline.MOST_BUCKETS) {
      widen();
    }
  }

  private long width() {
    return width(level);
  }

  private static long width(int level) {
    int beyond = level - (WIDTHS.length - 1);
    return 1000 * (beyond <= 0 ? WIDTHS[level] : WIDTHS[WIDTHS.length - 1] << beyond);
  }

  private void widen() {
    long factor = width(level + 1) / width(level);
    level++;
    TreeMap<Long, Map<ErrorKind, Long>> wider = new TreeMap<>();
    buckets.forEach(
        (index, counts) -> {
          Map<ErrorKind, Long> sum =
              wider.computeIfAbsent(Math.floorDiv(index, factor), key -> counts());
          counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        });
    buckets = wider;
  }

  Timeline build() {
    List<Timeline.Bucket> built = new ArrayList<>();
    if (!buckets.isEmpty()) {
      for (long index = buckets.firstKey(); index <= buckets.lastKey(); index++) {
        built.add(
            new Timeline.Bucket(
                Instant.ofEpochMilli(index * width()), buckets.getOrDefault(index, Map.of())));
      }
    }
    return new Timeline(Duration.ofMillis(width()), built);
  }
}
