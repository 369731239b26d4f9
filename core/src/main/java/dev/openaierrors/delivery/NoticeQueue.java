package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Notices for people: the worst of those that wait first, those of one incident in their order.
 * When they become too many, the rest is told in one digest, and so is what quiet hours hold back.
 */
final class NoticeQueue implements PendingAlerts {

  /** How many wait at most, besides those that a digest counts. */
  static final int CAPACITY = 64;

  /** So many are sent one by one when the service stops. */
  private static final int LAST_WORDS = 8;

  private final Deque<Alert> queue = new ArrayDeque<>();
  private final HeldBack held = new HeldBack();
  private Digest digest = Digest.ofTooMany();
  private boolean quiet;
  private long dropped;

  @Override
  public void add(Alert alert) {
    if (PendingAlerts.canWait(alert) && (quiet || held.contains(alert.id()))) {
      hold(alert);
      return;
    }
    held.supersede(alert.id());
    if (queue.size() == CAPACITY) {
      fold(queue.remove());
    }
    queue.add(alert);
  }

  private void hold(Alert alert) {
    held.add(alert);
    dropped++;
  }

  @Override
  public void setQuiet(boolean now) {
    quiet = now;
    if (quiet) {
      queue.stream().filter(PendingAlerts::canWait).forEach(this::hold);
      queue.removeIf(PendingAlerts::canWait);
    }
  }

  @Override
  public boolean holds(Alert alert) {
    return quiet && PendingAlerts.canWait(alert);
  }

  @Override
  public void refresh(Alert alert) {
    held.refresh(alert);
  }

  @Override
  public @Nullable Shipment next(long time, int left) {
    if (left <= 0) {
      return null;
    }
    boolean oneLeftForAll = left == 1 && !queue.isEmpty();
    if (!quiet && held.isDue(time) && !oneLeftForAll) {
      return held.take();
    }
    // A digest of what is too many waits as well, unless there is something critical.
    if (queue.isEmpty() && (digest.notices() == 0 || (quiet && !digest.isCritical()))) {
      return null;
    }
    boolean lastOfTheHour = left == 1 && queue.size() > 1;
    return lastOfTheHour || digest.notices() > 0 ? digestOfAll() : new Shipment(removeMostUrgent());
  }

  /** A storm of what a retry may cure, told one a second, makes nothing wait that is worse. */
  private Alert removeMostUrgent() {
    Set<String> seen = new HashSet<>();
    Alert most = queue.element();
    int place = 0;
    int at = 0;
    for (Alert alert : queue) {
      if (seen.add(alert.id()) && isMoreUrgent(alert, most)) {
        most = alert;
        place = at;
      }
      at++;
    }
    Iterator<Alert> alerts = queue.iterator();
    for (int i = 0; i <= place; i++) {
      alerts.next();
    }
    alerts.remove();
    return most;
  }

  private static boolean isMoreUrgent(Alert one, Alert other) {
    if (one.severity() != other.severity()) {
      return one.severity().isAtLeast(other.severity());
    }
    return !one.cause().retryable() && other.cause().retryable();
  }

  private Shipment digestOfAll() {
    while (!queue.isEmpty()) {
      fold(queue.remove());
    }
    Shipment shipment = new Shipment(digest.alert(), digest.notices(), List.of());
    digest = Digest.ofTooMany();
    return shipment;
  }

  private void fold(Alert alert) {
    digest.add(alert);
    dropped++;
  }

  @Override
  public void delivered(Alert alert) {
    // People remember.
  }

  @Override
  public Shipment newest(Shipment failed) {
    return failed;
  }

  @Override
  public void putBack(Shipment shipment, long time) {
    if (shipment.parts().isEmpty()) {
      add(shipment.alert());
      return;
    }
    held.putBack(shipment, time);
    // What came meanwhile of these incidents is told in their place.
    List<Alert> later = queue.stream().filter(alert -> held.contains(alert.id())).toList();
    queue.removeAll(later);
    later.forEach(this::add);
  }

  @Override
  public void removeIf(Predicate<Alert> gone) {
    int before = size();
    queue.removeIf(gone);
    held.removeIf(gone);
    dropped += before - size();
  }

  @Override
  public void forget(String id) {
    // People are told of an incident even if it is over.
  }

  @Override
  public List<Shipment> drain(int left) {
    List<Shipment> shipments = new ArrayList<>();
    if (held.size() > 0) {
      // Nobody would be here to tell it when the quiet hours end.
      shipments.add(held.take());
    }
    int single = Math.min(left, LAST_WORDS);
    while (single > 1 && digest.notices() == 0 && !queue.isEmpty()) {
      shipments.add(new Shipment(queue.remove()));
      single--;
    }
    if (queue.size() == 1 && digest.notices() == 0) {
      shipments.add(new Shipment(queue.remove()));
    } else if (size() > 0) {
      shipments.add(digestOfAll());
    }
    return shipments;
  }

  @Override
  public List<Alert> all() {
    List<Alert> all = new ArrayList<>(queue);
    all.addAll(held.all());
    return all;
  }

  @Override
  public int size() {
    return queue.size() + digest.notices() + held.size();
  }

  @Override
  public long dropped() {
    return dropped;
  }
}
