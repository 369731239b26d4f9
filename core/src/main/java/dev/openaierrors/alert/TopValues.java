package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which values come most, in bounded memory: beyond its capacity a new value takes the place, and
 * the count, of the rarest. Frequent values are never lost; rare ones may be counted too often.
 */
final class TopValues {

  /** How many values are told. */
  static final int TOLD = 5;

  private static final int CAPACITY = 8;
  private static final int LONGEST = 100;

  private String[] values = new String[2];
  private long[] counts = new long[2];
  private int size;

  void add(String value) {
    add(value, 1);
  }

  void add(String value, long count) {
    for (int i = 0; i < size; i++) {
      if (values[i].equals(value)) {
        counts[i] += count;
        return;
      }
    }
    String kept = Printable.line(value, LONGEST);
    if (!kept.equals(value)) {
      add(kept, count);
    } else if (size < CAPACITY) {
      append(kept, count);
    } else {
      int rarest = rarest();
      values[rarest] = kept;
      counts[rarest] += count;
    }
  }

  private void append(String value, long count) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.min(CAPACITY, 2 * size));
      counts = Arrays.copyOf(counts, values.length);
    }
    values[size] = value;
    counts[size++] = count;
  }

  private int rarest() {
    int rarest = 0;
    for (int i = 1; i < size; i++) {
      rarest = counts[i] < counts[rarest] ? i : rarest;
    }
    return rarest;
  }

  void addAll(TopValues other) {
    for (int i = 0; i < other.size; i++) {
      add(other.values[i], other.counts[i]);
    }
  }

  /** How many different values there were, as far as that was counted. */
  int distinct() {
    return size;
  }

  boolean contains(String value) {
    return Arrays.asList(values).subList(0, size).contains(value);
  }

  /** The values that came most with their counts, most first. */
  Map<String, Long> top() {
    Map<String, Long> top = new LinkedHashMap<>();
    IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(i -> -counts[i]).thenComparing(i -> values[i]))
        .limit(TOLD)
        .forEach(i -> top.put(values[i], counts[i]));
    return top;
  }
}
