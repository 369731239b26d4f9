package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices for people: the worst of those that wait first, those of one incident in their order.
 * When they become too many, the rest is told in one digest.
 */
final class NoticeQueue implements PendingAlerts {

  /** How many wait at most, besides those that a digest counts. */
  static final int CAPACITY = 64;

  /** So many are sent one by one when the service stops. */
  private static final int LAST_WORDS = 8;

  private final Deque<Alert> queue = new ArrayDeque<>();
  private Digest digest = new Digest();
  private long dropped;

  @Override
  public void add(Alert alert) {
    if (queue.size() == CAPACITY) {
      fold(queue.remove());
    }
    queue.add(alert);
  }

  @Override
  public @Nullable Shipment next(long time, int left) {
    if (left <= 0 || size() == 0) {
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
    Shipment shipment = new Shipment(digest.alert(), digest.notices());
    digest = new Digest();
    return shipment;
  }

  private void fold(Alert alert) {
    digest.add(alert);
    dropped++;
  }

  @Override
  public Shipment newest(Shipment failed) {
    return failed;
  }

  @Override
  public void forget(String id) {
    // People are told of an incident even if it is over.
  }

  @Override
  public List<Shipment> drain(int left) {
    List<Shipment> shipments = new ArrayList<>();
    int single = Math.min(left, LAST_WORDS);
    while (single > 1 && digest.notices() == 0 && !queue.isEmpty()) {
      shipments.add(new Shipment(queue.remove()));
      single--;
    }
    if (size() == 1 && digest.notices() == 0) {
      shipments.add(new Shipment(queue.remove()));
    } else if (size() > 0) {
      shipments.add(digestOfAll());
    }
    return shipments;
  }

  @Override
  public List<Alert> all() {
    return List.copyOf(queue);
  }

  @Override
  public int size() {
    return queue.size() + digest.notices();
  }

  @Override
  public long dropped() {
    return dropped;
  }
}
