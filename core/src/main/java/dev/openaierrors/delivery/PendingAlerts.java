package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Severity;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The notices that wait for one destination; bounded. Times are milliseconds that only grow. */
interface PendingAlerts {

  /**
   * What is sent at once.
   *
   * @param alert its content
   * @param notices how many notices it stands for; more than one in a digest
   * @param parts in a digest of quiet hours, what was held back; it waits again if that fails
   */
  record Shipment(Alert alert, int notices, List<Alert> parts) {

    Shipment(Alert alert) {
      this(alert, 1, List.of());
    }

    /** What is not told if this is not. */
    List<Alert> alerts() {
      return parts.isEmpty() ? List.of(alert) : parts;
    }
  }

  /** Whether it can wait for the end of quiet hours. */
  static boolean canWait(Alert alert) {
    return alert.state() != AlertState.DIGEST && alert.severity() != Severity.CRITICAL;
  }

  /** Whether it is quiet from now on: then what {@link #holds} says is not given out. */
  void setQuiet(boolean quiet);

  /** Whether that is held back now. */
  boolean holds(Alert alert);

  void add(Alert alert);

  /**
   * Takes the next one.
   *
   * @param left how many may still be sent in this hour
   * @return null if none is due
   */
  @Nullable Shipment next(long time, int left);

  /** Its destination has got that. */
  void delivered(Alert alert);

  /** What to send in place of one that failed: itself, or a later notice of the same incident. */
  Shipment newest(Shipment failed);

  /** Takes one again that was not sent and is to wait. */
  void putBack(Shipment shipment, long time);

  /** What is not told as a notice of its own, of an incident of which one may be held back. */
  void refresh(Alert alert);

  /** Takes what waits for an incident that is over, if the destination keeps states. */
  void forget(String id);

  /** Leaves these out. */
  void removeIf(Predicate<Alert> gone);

  /** Takes all that is left, in no more shipments than {@code left}, if that can be. */
  List<Shipment> drain(int left);

  /** What waits, but for what a digest counts. */
  List<Alert> all();

  int size();

  /** How many were left out so far, or told in a digest only. */
  long dropped();
}
