package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest notice of each incident, for a destination that keeps states: what came before it says
 * nothing more.
 *
 * <p>{@link AlertState#ONGOING} goes out at most once a minute for an incident. It is deferred
 * rather than dropped: the destination considers an alert resolved some time after the last post.
 */
final class LatestByIncident implements PendingAlerts {

  /** As many as there can be incidents, so that each has its turn. */
  static final int CAPACITY = 256;

  private static final long A_MINUTE = 60_000;

  private final Map<String, Alert> latest = new LinkedHashMap<>();
  private final Map<String, Long> lastSent = new BoundedMap<>(CAPACITY);
  private long dropped;

  @Override
  public void add(Alert alert) {
    if (latest.size() == CAPACITY && !latest.containsKey(alert.id()) && !makeRoom(alert)) {
      dropped++;
      return;
    }
    if (latest.put(alert.id(), alert) != null) {
      dropped++;
    }
  }

  /** At the expense of one whose state is known there already, which comes again in a minute. */
  private boolean makeRoom(Alert newcomer) {
    Iterator<Alert> alerts = latest.values().iterator();
    while (newcomer.state() != AlertState.ONGOING && alerts.hasNext()) {
      if (alerts.next().state() == AlertState.ONGOING) {
        alerts.remove();
        dropped++;
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Shipment next(long time, int left) {
    Iterator<Alert> alerts = latest.values().iterator();
    while (alerts.hasNext()) {
      Alert alert = alerts.next();
      if (alert.state() == AlertState.ONGOING ? mayGoOn(alert, time) : left > 0) {
        alerts.remove();
        lastSent.put(alert.id(), time);
        return new Shipment(alert);
      }
    }
    return null;
  }

  private boolean mayGoOn(Alert alert, long time) {
    Long before = lastSent.get(alert.id());
    return before == null || time - before >= A_MINUTE;
  }

  @Override
  public Shipment newest(Shipment failed) {
    Alert later = latest.remove(failed.alert().id());
    if (later == null) {
      return failed;
    }
    dropped++;
    return new Shipment(later);
  }

  @Override
  public void forget(String id) {
    if (latest.remove(id) != null) {
      dropped++;
    }
  }

  @Override
  public List<Shipment> drain(int left) {
    List<Shipment> shipments = new ArrayList<>();
    latest.values().forEach(alert -> shipments.add(new Shipment(alert)));
    latest.clear();
    return shipments;
  }

  @Override
  public List<Alert> all() {
    return List.copyOf(latest.values());
  }

  @Override
  public int size() {
    return latest.size();
  }

  @Override
  public long dropped() {
    return dropped;
  }
}
