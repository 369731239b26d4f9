package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.ErrorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When errors came, by kind and minute, in whatever order they are told. When there are too many
 * minutes, two, four, … of them become one cell; the first and last moment of a cell stay exact.
 */
final class Activity {

  private static final long MINUTE = 60_000;
  private static final int MOST_CELLS = 30_000;

  private final Map<ErrorKind, Map<Long, Cell>> cells = new EnumMap<>(ErrorKind.class);
  private long width = MINUTE;
  private int size;

  /** Counts an event; {@code repeat} if it tells again of a failure told before. */
  void add(ErrorKind kind, long millis, boolean repeat) {
    Cell cell = cell(kind, millis);
    cell.events++;
    cell.failures += repeat ? 0 : 1;
    cell.first = Math.min(cell.first, millis);
    cell.last = Math.max(cell.last, millis);
    while (size > MOST_CELLS) {
      coarsen();
    }
  }

  /** Takes note that the failure at this time was tried again and failed again. */
  void retriedInVain(ErrorKind kind, long millis) {
    cell(kind, millis).retried++;
  }

  private Cell cell(ErrorKind kind, long millis) {
    Map<Long, Cell> ofKind = cells.computeIfAbsent(kind, k -> new HashMap<>());
    long index = Math.floorDiv(millis, width);
    Cell cell = ofKind.get(index);
    if (cell == null) {
      cell = new Cell(index);
      ofKind.put(index, cell);
      size++;
    }
    return cell;
  }

  private void coarsen() {
    width *= 2;
    size = 0;
    for (Map<Long, Cell> ofKind : cells.values()) {
      List<Cell> fine = List.copyOf(ofKind.values());
      ofKind.clear();
      for (Cell cell : fine) {
        long index = Math.floorDiv(cell.index, 2);
        ofKind.computeIfAbsent(index, Cell::new).add(cell);
      }
      size += ofKind.size();
    }
  }

  /** Milliseconds that a cell spans. */
  long width() {
    return width;
  }

  /** The cells of a kind that have events, in order of time. */
  List<Cell> of(ErrorKind kind) {
    List<Cell> sorted = new ArrayList<>(cells.getOrDefault(kind, Map.of()).values());
    sorted.sort(Comparator.comparingLong(cell -> cell.index));
    return sorted;
  }

  /** The events of one kind in one span of time. */
  static final class Cell {
    final long index;
    long events;
    long failures;
    long retried;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    Cell(long index) {
      this.index = index;
    }

    void add(Cell other) {
      events += other.events;
      failures += other.failures;
      retried += other.retried;
      first = Math.min(first, other.first);
      last = Math.max(last, other.last);
    }
  }
}
