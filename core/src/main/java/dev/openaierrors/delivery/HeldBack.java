package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What quiet hours hold back: the latest notice of each incident, to be told in one digest.
 * Bounded; the least severe gives way. Times are milliseconds that only grow.
 */
final class HeldBack {

  private static final long A_MINUTE = 60_000;

  /**
   * An incident that waits.
   *
   * @param notice what was to be told last
   * @param latest the same with the numbers that it has come to since
   */
  private record Held(Alert notice, Alert latest) {}

  private final Map<String, Held> held = new LinkedHashMap<>();
  private int gone;
  private long nextTry;

  void add(Alert alert) {
    if (!held.containsKey(alert.id()) && held.size() == Digest.CAPACITY) {
      List<Alert> all = new ArrayList<>(all());
      all.add(alert);
      String least = Collections.max(all, Digest.WORST_FIRST).id();
      gone++;
      if (least.equals(alert.id())) {
        return;
      }
      held.remove(least);
    }
    held.put(alert.id(), new Held(alert, alert));
  }

  boolean contains(String id) {
    return held.containsKey(id);
  }

  /** Its incident goes on, or is over without a notice for that. */
  void refresh(Alert alert) {
    if (alert.state() == AlertState.RESOLVED) {
      held.replace(alert.id(), new Held(alert, alert));
    } else {
      held.computeIfPresent(alert.id(), (id, before) -> new Held(before.notice, alert));
    }
  }

  /** It is told otherwise. */
  void supersede(String id) {
    held.remove(id);
    gone = held.isEmpty() ? 0 : gone;
  }

  void removeIf(Predicate<Alert> unwanted) {
    held.values().removeIf(one -> unwanted.test(one.notice));
    gone = held.isEmpty() ? 0 : gone;
  }

  boolean isDue(long time) {
    return !held.isEmpty() && time >= nextTry;
  }

  /** Takes all of it in one. */
  Shipment take() {
    Digest digest = Digest.ofQuietHours();
    held.values().forEach(one -> digest.add(one.latest));
    digest.addUnknown(gone);
    Shipment shipment = new Shipment(digest.alert(), digest.notices(), all());
    held.clear();
    gone = 0;
    return shipment;
  }

  /** A digest was not delivered: what it told of waits again, unless that is told otherwise. */
  void putBack(Shipment digest, long time) {
    digest.parts().forEach(part -> held.putIfAbsent(part.id(), new Held(part, part)));
    gone += digest.notices() - digest.parts().size();
    nextTry = time + A_MINUTE;
  }

  /** The notices, as they were to be told. */
  List<Alert> all() {
    return held.values().stream().map(Held::notice).toList();
  }

  int size() {
    return held.isEmpty() ? 0 : held.size() + gone;
  }
}
