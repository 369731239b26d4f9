package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notices that wait for one destination; bounded. Times are milliseconds that only grow. */
interface PendingAlerts {

  /**
   * What is sent at once.
   *
   * @param alert its content
   * @param notices how many notices it stands for; more than one in a digest
   */
  record Shipment(Alert alert, int notices) {

    Shipment(Alert alert) {
      this(alert, 1);
    }
  }

  void add(Alert alert);

  /**
   * Takes the next one.
   *
   * @param left how many may still be sent in this hour
   * @return null if none is due
   */
  @Nullable Shipment next(long time, int left);

  /** What to send in place of one that failed: itself, or a later notice of the same incident. */
  Shipment newest(Shipment failed);

  /** Takes what waits for an incident that is over, if the destination keeps states. */
  void forget(String id);

  /** Takes all that is left, in no more shipments than {@code left}, if that can be. */
  List<Shipment> drain(int left);

  /** What waits, but for what a digest counts. */
  List<Alert> all();

  int size();

  /** How many were left out so far, or told in a digest only. */
  long dropped();
}
