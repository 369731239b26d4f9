package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many errors came when.
 *
 * @param width of each bucket
 * @param buckets one after the other without holes, at most {@value #MOST_BUCKETS}; empty if no
 *     event has a time
 */
public record Timeline(Duration width, List<Bucket> buckets) {

  /** The most buckets of a timeline. */
  public static final int MOST_BUCKETS = 200;

  /** Copies the list. */
  public Timeline {
    buckets = List.copyOf(buckets);
  }

  /**
   * Events of a span of time.
   *
   * @param start begin of the span
   * @param counts events by kind, in the order of the kinds; those without any are left out
   */
  public record Bucket(Instant start, Map<ErrorKind, Long> counts) {

    /** Copies the map: the same errors are told in the same order each time. */
    public Bucket {
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Events of all kinds. */
    public long events() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Events in the fullest bucket. */
  public long peak() {
    return buckets.stream().mapToLong(Bucket::events).max().orElse(0);
  }
}
