package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Notices that could not be sent because their destination was away: the latest of each incident,
 * tried once a minute until it is back, or the incident is told otherwise. Bounded. Times are
 * milliseconds that only grow.
 */
final class Unheard {

  /** How many are kept at most; the oldest goes first. */
  static final int CAPACITY = 64;

  private static final long A_MINUTE = 60_000;

  private final Map<String, Alert> latest = new LinkedHashMap<>();
  private long nextTry;

  /** Whether somebody has to hear of that in any case, however late. */
  static boolean matters(AlertState state) {
    return switch (state) {
      case FIRING, REMINDER, ESCALATED, REOPENED, FLAPPING, RESOLVED -> true;
      case ONGOING, STOPPED, DIGEST, TEST -> false;
    };
  }

  /**
   * Keeps one that could not be sent.
   *
   * @return how many had to go for it: one if there was no room
   */
  int keep(Alert alert, long time) {
    nextTry = time + A_MINUTE;
    latest.remove(alert.id());
    int gone = 0;
    if (latest.size() == CAPACITY) {
      latest.remove(latest.keySet().iterator().next());
      gone = 1;
    }
    latest.put(alert.id(), alert);
    return gone;
  }

  boolean has(String id) {
    return latest.containsKey(id);
  }

  /** A later notice of that incident says all that this one would. */
  void supersede(String id) {
    latest.remove(id);
  }

  /** Takes the one to try; null if none is due. */
  @Nullable Shipment next(long time) {
    Iterator<Alert> oldest = latest.values().iterator();
    if (!oldest.hasNext() || time < nextTry) {
      return null;
    }
    Alert next = oldest.next();
    oldest.remove();
    return new Shipment(next);
  }

  /** The destination is back: what is left is tried at once. */
  void back() {
    nextTry = 0;
  }

  /** Takes those out that are to wait elsewhere. */
  List<Alert> take(Predicate<Alert> elsewhere) {
    List<Alert> taken = latest.values().stream().filter(elsewhere).toList();
    taken.forEach(alert -> latest.remove(alert.id()));
    return taken;
  }

  List<Alert> all() {
    return List.copyOf(latest.values());
  }

  int size() {
    return latest.size();
  }

  void clear() {
    latest.clear();
  }
}
