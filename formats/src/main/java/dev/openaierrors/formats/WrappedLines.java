package dev.openaierrors.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of one container or process in a part of a log, back to where an event began. */
final class WrappedLines {

  final long key;

  /** Where they begin. */
  private int[] starts = new int[8];

  private int count;

  /** Whether these are the first of the key, so that an event may have begun before. */
  boolean first = true;

  /** How many lines are before the first of them in the part. */
  long line;

  boolean begins;
  boolean partial;

  /** Whether a word was seen that an error may have. */
  boolean hit;

  /** Whether one was seen, but no error has it if nothing follows. */
  boolean routine;

  /** Whether the event was logged at a level that is not read. */
  boolean passed;

  // Set when the first event is complete.
  @Nullable OpenEvent opening;
  boolean openingBegins;
  long openingEnd = -1;

  WrappedLines(long key) {
    this.key = key;
  }

  void restart() {
    count = 0;
    first = false;
    hit = false;
    routine = false;
    passed = false;
  }

  void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count++] = start;
    hit |= routine && count > 1;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }
}
