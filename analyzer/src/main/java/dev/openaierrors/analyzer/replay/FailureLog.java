package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Failures of several files in the order of their time. Of very many, all but the last part lies in
 * a temporary file, sorted in parts that are merged at the end.
 */
final class FailureLog implements AutoCloseable {

  /** Takes failures. */
  @FunctionalInterface
  interface Taker {
    /** One of the service of that number. */
    void take(int service, Failure failure);
  }

  private static final int SIZE = FailureTable.SIZE;

  private final FailureTable table;
  private final int capacity;
  private final List<Path> runs = new ArrayList<>();
  private long[] part = new long[1024 * SIZE];
  private int count;

  /**
   * An empty log.
   *
   * @param capacity how many failures are kept in memory
   * @param groupBy what of the events' context is kept
   */
  FailureLog(int capacity, Grouping groupBy) {
    this.capacity = capacity;
    this.table = new FailureTable(groupBy);
  }

  void add(AnalyzedEvent event, Instant time) throws IOException {
    if (count == capacity) {
      spill();
    }
    if ((count + 1) * SIZE > part.length) {
      part = Arrays.copyOf(part, Math.min(2 * part.length, capacity * SIZE));
    }
    table.pack(event, time, part, count * SIZE);
    count++;
  }

  /** The failure that was added last. */
  Failure last() {
    return table.unpack(part, (count - 1) * SIZE);
  }

  /** The services that the failures are of. */
  Services services() {
    return table.services();
  }

  /** Gives every failure, the earliest first; of the same time in the order they were added. */
  void forEach(Taker taker) throws IOException {
    if (runs.isEmpty()) {
      for (int place : order()) {
        taker.take(FailureTable.service(part, place), table.unpack(part, place));
      }
      return;
    }
    spill();
    PriorityQueue<Run> heads =
        new PriorityQueue<>(
            Comparator.comparingLong((Run run) -> run.head[0]).thenComparingInt(run -> run.index));
    List<Run> open = new ArrayList<>();
    try {
      for (Path file : runs) {
        Run run = new Run(open.size(), file);
        open.add(run);
        if (run.next()) {
          heads.add(run);
        }
      }
      while (!heads.isEmpty()) {
        Run first = heads.remove();
        taker.take(FailureTable.service(first.head, 0), table.unpack(first.head, 0));
        if (first.next()) {
          heads.add(first);
        }
      }
    } finally {
      for (Run run : open) {
        run.in.close();
      }
    }
  }

  /** Where the failures of the part begin, the earliest first. */
  private int[] order() {
    Integer[] places = new Integer[count];
    for (int i = 0; i < count; i++) {
      places[i] = i * SIZE;
    }
    long[] packed = part;
    Arrays.sort(places, Comparator.comparingLong(place -> packed[place]));
    return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
  }

  private void spill() throws IOException {
    Path file = Files.createTempFile("openai-errors", ".run");
    runs.add(file);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (int place : order()) {
        for (int i = 0; i < SIZE; i++) {
          out.writeLong(part[place + i]);
        }
      }
    }
    count = 0;
  }

  /** Deletes the temporary files. */
  @Override
  public void close() throws IOException {
    for (Path file : runs) {
      Files.deleteIfExists(file);
    }
    runs.clear();
  }

  /** A sorted part in a file. */
  private static final class Run {
    private final int index;
    private final DataInputStream in;
    private final long[] head = new long[SIZE];
    private long left;

    Run(int index, Path file) throws IOException {
      this.index = index;
      this.left = Files.size(file) / (SIZE * Long.BYTES);
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 14));
    }

    boolean next() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      for (int i = 0; i < SIZE; i++) {
        head[i] = in.readLong();
      }
      return true;
    }
  }
}
