package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.EngineSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a restart has to know of the notices of one service, and what becomes of that after one.
 * Guarded by its owner.
 */
final class Restart {

  // Stands for a destination in what is kept over a restart.
  private static final String UNTOLD = "-";

  private final AlertMonitor monitor;
  private final AlertStore memory;
  private final AlertRouter outlets;
  private final Muting muting;
  private final Notices notices;

  Restart(
      AlertMonitor monitor,
      AlertStore memory,
      AlertRouter outlets,
      Muting muting,
      Notices notices) {
    this.monitor = monitor;
    this.memory = memory;
    this.outlets = outlets;
    this.muting = muting;
    this.notices = notices;
  }

  /** Remembers what was kept before a restart, and sends what had still to be sent. */
  void takeUp(Instant now) {
    boolean before = memory.isTakenUp();
    List<EngineSnapshot.Notice> kept = memory.takeUp(now);
    if (memory.isTakenUp() && !before) {
      notices.wereTold(monitor.open(now));
    }
    for (EngineSnapshot.Notice notice : kept) {
      Alert alert = monitor.notice(notice.id(), notice.state(), notice.at());
      if (notice.destination().equals(UNTOLD)) {
        notices.wasNotTold(notice.id());
        if (alert != null) {
          notices.add(alert);
        }
      } else if (alert != null) {
        outlets.offerAgain(notice.destination(), alert);
      }
    }
  }

  /** What is still to be sent, and what a mute let nobody hear of. */
  private List<EngineSnapshot.Notice> unsent(Instant now) {
    List<EngineSnapshot.Notice> unsent = new ArrayList<>(outlets.unsent());
    if (!muting.inForce(now).isEmpty()) {
      for (Alert open : monitor.open(now)) {
        if (!notices.isTold(open.id())) {
          unsent.add(
              new EngineSnapshot.Notice(
                  UNTOLD, open.id(), AlertState.FIRING, open.times().startsAt()));
        }
      }
    }
    return unsent;
  }

  /** Writes it down before something is told, or if it has become something else. */
  void writeAhead(boolean told, Instant now) {
    memory.writeAhead(told, unsent(now), now);
  }

  /** Writes it down now and then. */
  void keep(boolean open, Instant now) {
    memory.keep(open, unsent(now), now);
  }

  /** Writes it down a last time. */
  void end(Instant now) {
    memory.end(unsent(now), now);
  }
}
