package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one service has to tell at a time, and whether it was told: news, what goes on, last words.
 * Guarded by its owner.
 */
final class Notices {

  private static final Duration ONGOING = Duration.ofSeconds(60);

  private final AlertMonitor monitor;
  private final Muting muting;
  private final Instant begin;
  private final List<Alert> pending = new ArrayList<>();
  private final ToldIncidents told = new ToldIncidents();
  private Instant ongoingSince;

  /** Nothing yet, of a service that began then. */
  Notices(AlertMonitor monitor, Muting muting, Instant begin) {
    this.monitor = monitor;
    this.muting = muting;
    this.begin = begin;
    this.ongoingSince = begin;
  }

  /** This is to be told with the next news. */
  void add(Alert alert) {
    pending.add(alert);
  }

  /** Whether something was added that is not told yet. */
  boolean areWaiting() {
    return !pending.isEmpty();
  }

  /** These are open, and were told of before a restart. */
  void wereTold(List<Alert> open) {
    told.wereTold(open);
  }

  /** A mute let nobody hear of it before a restart. */
  void wasNotTold(String id) {
    told.wasNotTold(id);
  }

  /** Whether somebody knows of the incident of this id. */
  boolean isTold(String id) {
    return told.isTold(id);
  }

  /** Takes what is to be told now; what is muted waits for its mute's end. */
  List<Alert> news(Instant now) {
    List<Alert> alerts = new ArrayList<>(pending);
    pending.clear();
    alerts.addAll(monitor.tick(now));
    List<Alert> admitted = muting.admitted(alerts, told::isTold, now);
    admitted.addAll(muting.unmuted(admitted, told::isTold, now));
    told.note(admitted);
    return admitted;
  }

  /** Once a minute, all that is open: Alertmanager forgets what it hears of no more. */
  List<Alert> ongoing(Instant now) {
    if (Duration.between(ongoingSince, now).compareTo(ONGOING) < 0) {
      return List.of();
    }
    ongoingSince = now;
    return monitor.open(now).stream()
        // Where it is told of already, not to be posted any more would be taken for its end.
        .filter(alert -> told.isTold(alert.id()) || !muting.isMuted(alert.rule(), now))
        .toList();
  }

  /** The last words of what is open, while the service may still fail. */
  List<Alert> lastWords(Instant now) {
    return lastWords(monitor.stopped(now), now);
  }

  /**
   * Those of incidents that this service told of or saw. Others were told of before a restart, and
   * whoever told that has said his last word.
   */
  private List<Alert> lastWords(List<Alert> alerts, Instant now) {
    return alerts.stream()
        .filter(alert -> told.isToldHere(alert.id()) || !alert.times().lastSeen().isBefore(begin))
        .filter(alert -> !muting.isMuted(alert.rule(), now))
        .filter(alert -> told.isFirstLastWord(alert.id()))
        .toList();
  }

  /** Takes all that is left to be told at the end, with the last words that were not said yet. */
  List<Alert> atEnd(Instant now) {
    List<Alert> alerts = new ArrayList<>(muting.admitted(pending, told::isTold, now));
    for (Alert alert : muting.admitted(monitor.stop(now), told::isTold, now)) {
      if (alert.state() != AlertState.STOPPED) {
        told.note(List.of(alert));
        alerts.add(alert);
      } else {
        alerts.addAll(lastWords(List.of(alert), now));
      }
    }
    List<Alert> ends = muting.endsAtStop();
    told.note(ends);
    alerts.addAll(ends);
    return alerts;
  }
}
