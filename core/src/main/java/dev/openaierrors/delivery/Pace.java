package dev.openaierrors.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/** How much a destination is sent. Times are milliseconds that only grow. */
final class Pace {

  /** So many notices an hour, in any hour. */
  static final int AN_HOUR = 30;

  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600_000;

  private final Deque<Long> hour = new ArrayDeque<>();
  private final long gap;
  private long last = -SECOND;

  /** Of a destination that takes many at once, or of one that takes one a second. */
  Pace(boolean manyAtOnce) {
    gap = manyAtOnce ? 0 : SECOND;
  }

  boolean tooSoon(long time) {
    return time - last < gap;
  }

  /** How many more may be sent now. */
  int left(long time) {
    while (!hour.isEmpty() && time - hour.element() >= HOUR) {
      hour.remove();
    }
    return AN_HOUR - hour.size();
  }

  /**
   * Something was sent.
   *
   * @param counts whether it counts against the hour, as a notice for people does
   */
  void sent(long time, boolean counts) {
    last = time;
    if (counts) {
      hour.add(time);
    }
  }
}
