package dev.openaierrors.formats;

import java.util.Arrays;

/** Where the lines of one container or process begin in a part of a log. */
final class WrappedLines {

  private static final int PARTIAL = 1 << 31;

  final long key;

  /** Of each line its begin, with a mark if it goes on in the next one. */
  private int[] starts = new int[16];

  // Of each line, how many are before it in the part.
  private int[] numbers = new int[16];

  private int count;

  /** The lines in which a word of errors stands. */
  private int[] hits = new int[4];

  private int hitCount;

  WrappedLines(long key) {
    this.key = key;
  }

  void add(int start, boolean partial, boolean hit, int number) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    if (hit) {
      if (hitCount == hits.length) {
        hits = Arrays.copyOf(hits, 2 * hitCount);
      }
      hits[hitCount++] = count;
    }
    numbers[count] = number;
    starts[count++] = partial ? start | PARTIAL : start;
  }

  int count() {
    return count;
  }

  int number(int line) {
    return numbers[line];
  }

  int start(int line) {
    return starts[line] & ~PARTIAL;
  }

  boolean isPartial(int line) {
    return starts[line] < 0;
  }

  int hitCount() {
    return hitCount;
  }

  /** Which line the hit is in. */
  int hit(int index) {
    return hits[index];
  }
}
