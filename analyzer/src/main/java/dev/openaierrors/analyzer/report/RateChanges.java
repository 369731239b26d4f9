package dev.openaierrors.analyzer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the rate of a series of counts changes for good: the division into stretches of constant
 * rate (Poisson) that is the likeliest, with a price for each stretch. Optimal partitioning with
 * the pruning of PELT.
 */
final class RateChanges {

  /**
   * A part of the series.
   *
   * @param from index of its first count
   * @param to index after its last count
   * @param events sum of its counts
   */
  record Stretch(int from, int to, long events) {
    double rate() {
      return (double) events / (to - from);
    }
  }

  private final long[] sums;
  private final int[] beginOfLast;

  private RateChanges(long[] counts) {
    sums = new long[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i + 1] = sums[i] + counts[i];
    }
    beginOfLast = new int[counts.length + 1];
  }

  /** The stretches, in order, without gaps. */
  static List<Stretch> stretches(long[] counts) {
    RateChanges changes = new RateChanges(counts);
    changes.divide();
    return changes.stretches();
  }

  private void divide() {
    int n = beginOfLast.length - 1;
    double price = 3 * Math.log(Math.max(2, n)) + 1;
    double[] best = new double[n + 1];
    best[0] = -price;
    List<Integer> candidates = new ArrayList<>();
    for (int end = 1; end <= n; end++) {
      candidates.add(end - 1);
      best[end] = Double.POSITIVE_INFINITY;
      for (int begin : candidates) {
        double cost = best[begin] + cost(begin, end) + price;
        if (cost < best[end]) {
          best[end] = cost;
          beginOfLast[end] = begin;
        }
      }
      int here = end;
      // A begin that is worse than this end by more than a price never wins again.
      candidates.removeIf(begin -> best[begin] + cost(begin, here) > best[here]);
    }
  }

  /** Minus the log-likelihood, less what does not depend on the division. */
  private double cost(int begin, int end) {
    long events = sums[end] - sums[begin];
    return events == 0 ? 0 : events - events * Math.log((double) events / (end - begin));
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int end = beginOfLast.length - 1;
    while (end > 0) {
      int begin = beginOfLast[end];
      stretches.add(new Stretch(begin, end, sums[end] - sums[begin]));
      end = begin;
    }
    Collections.reverse(stretches);
    return stretches;
  }
}
