package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to one destination, as far as it is told at all: what waits, and what was kept
 * since the destination was away. Bounded. Times are milliseconds that only grow.
 */
final class Backlog {

  private final AlertSink sink;
  private final QuietHours quiet;
  private final Admission admission;
  private final PendingAlerts waiting;
  private final Unheard unheard = new Unheard();
  private final Beginnings beginnings = new Beginnings();
  // Whether that an incident goes on is told only now and then.
  private final boolean renews;

  Backlog(Destination destination) {
    this.sink = destination.sink();
    this.quiet = destination.quiet();
    this.admission = new Admission(destination);
    Duration renewal = sink instanceof HttpSink http ? http.renewal() : LatestByIncident.A_MINUTE;
    this.renews = renewal.compareTo(LatestByIncident.A_MINUTE) > 0;
    this.waiting = sink.keepsState() ? new LatestByIncident(renewal) : new NoticeQueue();
  }

  /** Whether that an incident goes on is told only now and then. */
  boolean renews() {
    return renews;
  }

  /**
   * Takes a notice, if it is one for the destination.
   *
   * @param current whether one of its incident is being told just now
   * @return whether all of its incident is not to be told any more: a destination that keeps states
   *     and is told no end must not be told a beginning after it
   */
  boolean offer(Alert alert, boolean current) {
    if (isSaidBetter(alert, current)) {
      return false;
    }
    beginnings.offered(alert);
    if (admission.admits(alert)) {
      unheard.supersede(alert.id());
      waiting.add(alert);
      return false;
    }
    waiting.refresh(alert);
    boolean over = alert.state() == AlertState.RESOLVED;
    if (over) {
      waiting.forget(alert.id());
      unheard.supersede(alert.id());
    }
    return over && sink.keepsState();
  }

  /** That it goes on says less than what is still to be told of it. */
  private boolean isSaidBetter(Alert alert, boolean current) {
    return alert.state() == AlertState.ONGOING && renews && (current || unheard.has(alert.id()));
  }

  /** Takes a notice that was admitted before a restart. */
  void offerAgain(Alert alert) {
    if (admission.admitsAgain(alert)) {
      beginnings.offered(alert);
      waiting.add(alert);
    }
  }

  /**
   * What can wait and was not told before the quiet hours began waits until they end.
   *
   * @param idle what is to be tried again; null if there is nothing, or if it is on its way
   * @return whether that waits, too
   */
  boolean hold(Instant now, @Nullable Shipment idle, long time) {
    boolean quietNow = quiet.contains(now);
    waiting.setQuiet(quietNow);
    if (!quietNow) {
      return false;
    }
    unheard.take(waiting::holds).forEach(waiting::add);
    if (idle == null || !idle.alerts().stream().allMatch(waiting::holds)) {
      return false;
    }
    waiting.putBack(idle, time);
    return true;
  }

  /** Leaves out what waits and is not wanted any more. */
  void withdraw(Predicate<Alert> unwanted) {
    waiting.removeIf(unwanted);
    unheard.take(unwanted);
  }

  /**
   * Takes the next one.
   *
   * @param left how many may still be sent in this hour
   * @return null if none is due
   */
  @Nullable Shipment next(long time, int left) {
    return waiting.next(time, left);
  }

  /** Takes one that was kept; null if none is due. */
  @Nullable Shipment kept(long time) {
    return unheard.next(time);
  }

  /** What to send in place of one that failed: itself, or a later notice of the same incident. */
  Shipment newest(Shipment tried) {
    return waiting.newest(tried);
  }

  /** Whether it would end what others may still see there, and nobody there heard of from here. */
  boolean isVain(Alert alert) {
    return sink.keepsState() && beginnings.isVain(alert);
  }

  /**
   * Those that still say something after a restart: the others are told again anyway, or end what
   * nobody heard of.
   */
  List<Alert> worthKeeping(List<Alert> alerts) {
    Set<String> vain = new HashSet<>();
    alerts.stream().filter(this::isVain).map(Alert::id).forEach(vain::add);
    return alerts.stream()
        .filter(alert -> Unheard.matters(alert.state()) && !vain.contains(alert.id()))
        .toList();
  }

  /** It arrived, so that what was kept is tried at once. */
  void delivered(Alert alert) {
    beginnings.delivered(alert);
    waiting.delivered(alert);
    unheard.back();
  }

  /**
   * Keeps one that did not arrive, if somebody has to hear of it in any case.
   *
   * @return how many notices are lost by that
   */
  int keep(Shipment tried, long time) {
    if (!tried.parts().isEmpty()) {
      waiting.putBack(tried, time);
      return 0;
    }
    boolean kept = Unheard.matters(tried.alert().state()) && tried.notices() == 1;
    return kept ? unheard.keep(tried.alert(), time) : tried.notices();
  }

  /**
   * Takes all that is left: what was kept, and the rest in {@code left} shipments if that can be.
   */
  List<Shipment> drain(int left) {
    List<Shipment> all = new ArrayList<>();
    unheard.all().forEach(alert -> all.add(new Shipment(alert)));
    unheard.clear();
    all.addAll(waiting.drain(left));
    return all;
  }

  /** All of it, but for what a digest counts. */
  List<Alert> all() {
    List<Alert> all = new ArrayList<>(unheard.all());
    all.addAll(waiting.all());
    return all;
  }

  int size() {
    return waiting.size() + unheard.size();
  }

  /** How many were left out so far, or told in a digest only. */
  long dropped() {
    return waiting.dropped();
  }
}
