package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.report.Activity.Cell;
import dev.openaierrors.error.ErrorKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the errors of one kind form episodes. Errors that are never further apart than fifteen
 * minutes belong together; where their rate changes for good, the stretches of high rate are
 * episodes of their own, so that stray errors before and after do not blur begin and end.
 */
final class EpisodeFinder {

  private static final long GAP = 15 * 60_000L;
  private static final int FEWEST = 3;

  /** A stretch belongs to its neighbour's episode if its rate is no smaller part of it. */
  private static final double SAME = 0.2;

  /** So many slots of low rate do not end an episode. */
  private static final int LULL = 5;

  /** What remains beside an episode is one itself from so many events and so many a slot on. */
  private static final long OWN_EVENTS = 20;

  private final ErrorKind kind;
  private final long width;
  private final List<Episode> found = new ArrayList<>();

  private EpisodeFinder(ErrorKind kind, long width) {
    this.kind = kind;
    this.width = width;
  }

  /** The episodes of a kind, in order of time. */
  static List<Episode> find(ErrorKind kind, Activity activity) {
    EpisodeFinder finder = new EpisodeFinder(kind, activity.width());
    finder.splitAtGaps(activity.of(kind));
    return finder.found;
  }

  private void splitAtGaps(List<Cell> cells) {
    int from = 0;
    for (int at = 1; at <= cells.size(); at++) {
      boolean apart =
          at == cells.size()
              || cells.get(at).first - cells.get(at - 1).last > Math.max(GAP, 3 * width);
      if (apart) {
        List<Cell> together = cells.subList(from, at);
        if (events(together) >= FEWEST) {
          splitByRate(together);
        }
        from = at;
      }
    }
  }

  private void splitByRate(List<Cell> cells) {
    Slots slots = new Slots(cells);
    collect(cells, slots, RateChanges.stretches(slots.counts));
  }

  private void collect(List<Cell> cells, Slots slots, List<RateChanges.Stretch> stretches) {
    if (stretches.isEmpty()) {
      return;
    }
    int peak = 0;
    for (int i = 1; i < stretches.size(); i++) {
      peak = stretches.get(i).rate() > stretches.get(peak).rate() ? i : peak;
    }
    double least = stretches.get(peak).rate() * SAME;
    int first = reach(stretches, peak, -1, least);
    int last = reach(stretches, peak, 1, least);
    beside(cells, slots, stretches.subList(0, first));
    add(slots.cells(cells, stretches.get(first).from(), stretches.get(last).to()));
    beside(cells, slots, stretches.subList(last + 1, stretches.size()));
  }

  private void beside(List<Cell> cells, Slots slots, List<RateChanges.Stretch> stretches) {
    long events = 0;
    long length = 0;
    for (RateChanges.Stretch stretch : stretches) {
      events += stretch.events();
      length += stretch.to() - stretch.from();
    }
    if (events >= OWN_EVENTS && events >= length) {
      collect(cells, slots, stretches);
    }
  }

  /** How far an episode goes from its peak into one direction, over short lulls. */
  private static int reach(List<RateChanges.Stretch> stretches, int peak, int step, double least) {
    int reached = peak;
    int lull = 0;
    for (int i = peak + step; i >= 0 && i < stretches.size() && lull <= LULL; i += step) {
      RateChanges.Stretch stretch = stretches.get(i);
      if (stretch.rate() >= least) {
        reached = i;
        lull = 0;
      } else {
        lull += stretch.to() - stretch.from();
      }
    }
    return reached;
  }

  private void add(List<Cell> cells) {
    Cell sum = new Cell(0);
    long peak = 0;
    for (Cell cell : cells) {
      sum.add(cell);
      peak = Math.max(peak, cell.events * 60_000 / width);
    }
    if (sum.events < FEWEST) {
      return;
    }
    found.add(
        new Episode(
            kind,
            Instant.ofEpochMilli(sum.first),
            Instant.ofEpochMilli(sum.last),
            sum.events,
            sum.failures,
            Math.min(sum.retried, sum.failures),
            Math.max(1, peak)));
  }

  private static long events(List<Cell> cells) {
    return cells.stream().mapToLong(cell -> cell.events).sum();
  }

  /** Cells as an array of counts, without holes; several cells share a slot if there are many. */
  private static final class Slots {

    private static final int MOST = 1500;

    private final long start;
    private final long perSlot;
    private final long[] counts;

    Slots(List<Cell> cells) {
      start = cells.get(0).index;
      long length = cells.get(cells.size() - 1).index - start + 1;
      perSlot = (length + MOST - 1) / MOST;
      counts = new long[(int) ((length + perSlot - 1) / perSlot)];
      for (Cell cell : cells) {
        counts[slot(cell)] += cell.events;
      }
    }

    private int slot(Cell cell) {
      return (int) ((cell.index - start) / perSlot);
    }

    List<Cell> cells(List<Cell> cells, int from, int to) {
      return cells.stream().filter(cell -> slot(cell) >= from && slot(cell) < to).toList();
    }
  }
}
