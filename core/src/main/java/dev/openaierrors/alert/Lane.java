package dev.openaierrors.alert;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits of one kind of error for the next tick: the first failures one by one, those beyond as
 * bunches, each of failures that belong to the same incidents. So neither a storm of another kind
 * nor one of another incident of the same kind keeps a failure from being told, and none is lost to
 * the rules.
 *
 * <p>Any thread may add, without a lock; one takes. Of bounded size.
 */
final class Lane {

  /** Bunches that are kept apart; failures of more incidents than that share one. */
  static final int BUNCHES = 32;

  private final int capacity;
  private final LongAdder recorded = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReferenceArray<@Nullable Bunch> bunches = new AtomicReferenceArray<>(BUNCHES);
  private final Bunch others = new Bunch(List.of(), true);
  private final Bunch othersThatGoOn = new Bunch(List.of(), false);
  // Of no incident, since no rule is about them: they are only counted.
  private final Bunch ruleless = new Bunch(List.of(), true);
  private final Bunch rulelessThatGoOn = new Bunch(List.of(), false);

  /** An empty one that has room for so many failures, one by one. */
  Lane(int capacity) {
    this.capacity = capacity;
  }

  /** Counts a failure that comes when nobody takes any more. */
  void count() {
    recorded.increment();
  }

  /** Puts a failure in; whether there was room for it. If not, it goes into its bunch. */
  boolean add(Failure failure, RuleIndex rules) {
    recorded.increment();
    if (waiting.incrementAndGet() <= capacity) {
      failures.add(failure);
      return true;
    }
    waiting.decrementAndGet();
    dropped.increment();
    List<IncidentKey> keys = rules.keys(failure);
    if (keys.isEmpty()) {
      (failure.isFinal() ? ruleless : rulelessThatGoOn).add(failure);
    } else {
      bunch(keys, failure);
    }
    return false;
  }

  private void bunch(List<IncidentKey> keys, Failure failure) {
    boolean over = failure.isFinal();
    Bunch bunch = find(keys, over);
    while (!bunch.add(failure)) {
      // It was given up just now.
      bunch = find(keys, over);
    }
  }

  private Bunch find(List<IncidentKey> keys, boolean over) {
    // Whoever loses a place to another thread looks again: that one may be of the same incidents.
    for (int tries = 0; tries < BUNCHES; tries++) {
      Bunch found = findOnce(keys, over);
      if (found != null) {
        return found;
      }
    }
    return over ? others : othersThatGoOn;
  }

  private @Nullable Bunch findOnce(List<IncidentKey> keys, boolean over) {
    int hole = -1;
    for (int i = 0; i < BUNCHES; i++) {
      Bunch bunch = bunches.get(i);
      if (bunch == null) {
        hole = hole < 0 ? i : hole;
      } else if (bunch.isOf(keys, over)) {
        return bunch;
      }
    }
    if (hole < 0) {
      return over ? others : othersThatGoOn;
    }
    Bunch made = new Bunch(keys, over);
    return bunches.compareAndSet(hole, null, made) ? made : null;
  }

  /** Takes all that waits, but not what is added meanwhile without end. */
  void drain(Consumer<Failure> each, Consumer<Bunch.Load> bunched) {
    for (int i = 0; i < capacity; i++) {
      Failure failure = failures.poll();
      if (failure == null) {
        break;
      }
      waiting.decrementAndGet();
      each.accept(failure);
    }
    for (int i = 0; i < BUNCHES; i++) {
      Bunch bunch = bunches.get(i);
      if (bunch != null && !bunch.unload(bunched) && bunch.giveUp()) {
        bunches.set(i, null);
      }
    }
    others.unload(bunched);
    othersThatGoOn.unload(bunched);
    ruleless.unload(bunched);
    rulelessThatGoOn.unload(bunched);
  }

  /** Whether anything waits. */
  boolean isWaiting() {
    if (!failures.isEmpty() || isAnyOfTheRest()) {
      return true;
    }
    for (int i = 0; i < BUNCHES; i++) {
      Bunch bunch = bunches.get(i);
      if (bunch != null && !bunch.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean isAnyOfTheRest() {
    return !others.isEmpty()
        || !othersThatGoOn.isEmpty()
        || !ruleless.isEmpty()
        || !rulelessThatGoOn.isEmpty();
  }

  long recorded() {
    return recorded.sum();
  }

  long dropped() {
    return dropped.sum();
  }
}
