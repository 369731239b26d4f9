package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.time.Duration;
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
 * rather than dropped: such a destination considers an alert resolved some time after the last
 * post. One that does not, and is told less often, is told by what happens once it is due: what
 * came before that may be over by then, and would open again what another instance has ended.
 */
final class LatestByIncident implements PendingAlerts {

  /** As many as there can be incidents, so that each has its turn. */
  static final int CAPACITY = 256;

  /** How often an incident that goes on is told at most. */
  static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final long renewal;
  private final Map<String, Alert> latest = new LinkedHashMap<>();
  private final Map<String, Long> lastSent = new BoundedMap<>(CAPACITY);
  private long dropped;

  /**
   * None yet.
   *
   * @param renewal how often an incident that goes on is told; if more than a minute, it is told by
   *     nothing that happened before that was due
   */
  LatestByIncident(Duration renewal) {
    this.renewal = renewal.toMillis();
  }

  private boolean defers() {
    return renewal <= A_MINUTE.toMillis();
  }

  @Override
  public void add(Alert alert) {
    Alert before = latest.get(alert.id());
    if (alert.state() == AlertState.ONGOING && !defers() && before != null) {
      // What waits there says more, and counts against the hour.
      return;
    }
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
      boolean renews = alert.state() == AlertState.ONGOING;
      if (renews ? mayGoOn(alert, time) : left > 0) {
        alerts.remove();
        lastSent.put(alert.id(), time);
        return new Shipment(alert);
      }
      if (renews && !defers()) {
        alerts.remove();
      }
    }
    return null;
  }

  private boolean mayGoOn(Alert alert, long time) {
    Long before = lastSent.get(alert.id());
    return before == null || time - before >= renewal;
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
