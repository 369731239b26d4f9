package dev.openaierrors.alert;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Failures that came too fast to be kept one by one and belong to the same incidents. */
final class Bunch {

  /**
   * What came since the last time.
   *
   * @param latest the failure that came last
   * @param count how many came, with that one
   * @param others whether they belong to different incidents, of which there were too many
   * @param shown whether that failure was handed over before: others are counted since then, but
   *     none of them is written yet
   */
  record Load(Failure latest, long count, boolean others, boolean shown) {

    /** The same at another time. */
    Load withLatest(Failure other) {
      return new Load(other, count, others, shown);
    }
  }

  private static final long GIVEN_UP = -1;

  private final List<IncidentKey> keys;
  private final boolean over;
  private final AtomicLong count = new AtomicLong();
  // Written after its failure is counted. So each is written to one bunch and once: one that is
  // given up counts nothing, and no failure is handed over twice as if it were two.
  private volatile @Nullable Failure latest;
  // Only for the thread that takes.
  private @Nullable Failure handed;

  /**
   * Of these incidents; none where they are too many to be told apart.
   *
   * @param over whether its calls are over, as {@link Failure#isFinal} tells
   */
  Bunch(List<IncidentKey> keys, boolean over) {
    this.keys = keys;
    this.over = over;
  }

  /** Whether it is that of such failures. */
  boolean isOf(List<IncidentKey> otherKeys, boolean areOver) {
    return over == areOver && keys.equals(otherKeys);
  }

  /** Adds a failure, on any thread; false if nobody will look at this bunch again. */
  boolean add(Failure failure) {
    if (count.getAndUpdate(many -> many == GIVEN_UP ? many : many + 1) == GIVEN_UP) {
      return false;
    }
    latest = failure;
    return true;
  }

  /** Hands over what came since the last time; whether anything did. */
  boolean unload(Consumer<Load> to) {
    Failure failure = latest;
    if (failure == null) {
      // What is counted and not yet written is handed over the next time.
      return !isEmpty();
    }
    long many = count.getAndSet(0);
    if (many == 0) {
      return false;
    }
    boolean shown = isSame(failure, handed);
    handed = failure;
    to.accept(new Load(failure, many, keys.isEmpty(), shown));
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // Two failures may well say the same.
  private static boolean isSame(Failure one, @Nullable Failure other) {
    return one == other;
  }

  /** Whether nothing came since the last time. */
  boolean isEmpty() {
    return count.get() <= 0;
  }

  /** Takes nothing more, if nothing came meanwhile; whether that is so. */
  boolean giveUp() {
    return count.compareAndSet(0, GIVEN_UP);
  }
}
