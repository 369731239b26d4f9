package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one destination is still to get when it closes: each shipment is tried once, in order.
 * Whoever has it guards it by a lock.
 */
final class LastShipments {

  private final Deque<Shipment> left = new ArrayDeque<>();
  // Whether the first of them is on its way.
  private boolean attempting;

  void add(Shipment shipment) {
    left.add(shipment);
  }

  void addAll(Collection<Shipment> shipments) {
    left.addAll(shipments);
  }

  boolean isEmpty() {
    return left.isEmpty();
  }

  /** Leaves out the next ones that are in vain; how many those were. */
  int skip(Predicate<Alert> vain) {
    int skipped = 0;
    while (!left.isEmpty() && vain.test(left.element().alert())) {
      left.remove();
      skipped++;
    }
    return skipped;
  }

  /** The next one, which is on its way from now on; null if there is none. */
  @Nullable Shipment next() {
    attempting = !left.isEmpty();
    return left.peek();
  }

  /** What was on its way is not any more; if it arrived, it is done. */
  void tried(boolean arrived) {
    attempting = false;
    if (arrived) {
      left.poll();
    }
  }

  /** All that nobody tried to send. */
  List<Alert> unsent() {
    List<Alert> alerts = new ArrayList<>();
    left.stream().skip(attempting ? 1 : 0).map(Shipment::alerts).forEach(alerts::addAll);
    return alerts;
  }

  /** How many notices they hold. */
  int notices() {
    return left.stream().mapToInt(Shipment::notices).sum();
  }

  void clear() {
    left.clear();
  }
}
