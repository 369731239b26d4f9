package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest notice of each incident, for a destination that keeps states: what came before it says
 * nothing more.
 *
 * <p>{@link AlertState#ONGOING} goes out at most once a minute for an incident. It is deferred
 * rather than dropped: such a destination considers an alert resolved some time after the last
 * post. One that does not, and is told less often, is told by what happens once it is due: what
 * came before that may be over by then, and would open again what another instance has ended.
 *
 * <p>In quiet hours only those incidents wait that the destination does not know of: not to post
 * what it knows would be to resolve it.
 */
final class LatestByIncident implements PendingAlerts {

  /** As many as there can be incidents, so that each has its turn. */
  static final int CAPACITY = 256;

  /** How often an incident that goes on is told at most. */
  static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final long renewal;
  private final Map<String, Alert> latest = new LinkedHashMap<>();
  private final Map<String, Long> lastSent = new BoundedMap<>(CAPACITY);
  // Of which incidents it was told last that they are open.
  private final Map<String, Boolean> openThere = new BoundedMap<>(CAPACITY);
  // Incidents of whose beginning it has still to be told.
  private final Map<String, Boolean> beginning = new BoundedMap<>(CAPACITY);
  private boolean quiet;
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
    if (begins(alert)) {
      beginning.put(alert.id(), true);
    } else if (latest.containsKey(alert.id()) && !replaces(alert)) {
      dropped++;
      return;
    }
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

  /** Whether it takes the place of what waits of its incident. */
  private boolean replaces(Alert alert) {
    if (!beginning.containsKey(alert.id())) {
      return true;
    }
    boolean held = quiet && PendingAlerts.canWait(alert);
    return switch (alert.state()) {
      // It comes again in a minute; that something begins is not said again.
      case ONGOING -> false;
      // Nothing to be kept over a restart.
      case STOPPED -> !held;
      case RESOLVED -> {
        if (held) {
          // The destination never heard of it.
          forget(alert.id());
        }
        yield !held;
      }
      default -> true;
    };
  }

  @Override
  public void setQuiet(boolean now) {
    quiet = now;
  }

  @Override
  public boolean holds(Alert alert) {
    return quiet && PendingAlerts.canWait(alert) && beginning.containsKey(alert.id());
  }

  private boolean begins(Alert alert) {
    return switch (alert.state()) {
      // The first that is bad enough for it may be that it got worse.
      case FIRING, REOPENED, FLAPPING, ESCALATED -> !openThere.containsKey(alert.id());
      default -> false;
    };
  }

  @Override
  public void refresh(Alert alert) {
    // What waits here is replaced by whatever comes later.
  }

  @Override
  public void putBack(Shipment shipment, long time) {
    Alert alert = shipment.alert();
    Alert later = latest.put(alert.id(), alert);
    if (later != null) {
      add(later);
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
      if (holds(alert)) {
        continue;
      }
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

  @Override
  public void delivered(Alert alert) {
    beginning.remove(alert.id());
    if (alert.state().isOpen()) {
      openThere.put(alert.id(), true);
    } else {
      openThere.remove(alert.id());
    }
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
  public void removeIf(Predicate<Alert> gone) {
    int before = size();
    latest.values().removeIf(gone);
    dropped += before - size();
  }

  @Override
  public void forget(String id) {
    beginning.remove(id);
    if (latest.remove(id) != null) {
      dropped++;
    }
  }

  @Override
  public List<Shipment> drain(int left) {
    List<Shipment> shipments = new ArrayList<>();
    // What is held back stays: it may survive a restart, and if it goes on it is told after that.
    for (Alert alert : List.copyOf(latest.values())) {
      if (!holds(alert)) {
        shipments.add(new Shipment(alert));
        latest.remove(alert.id());
      }
    }
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
