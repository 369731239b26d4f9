package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListener.Outcome;

/** Tells a listener what became of the notices of one destination since it was told last. */
final class DeliveryTally {

  private final String destination;
  private final AlertListener listener;
  private long sent;
  private long failed;
  private long dropped;

  /** Of a destination that is there since now, so that it is known before anything comes of it. */
  DeliveryTally(String destination, AlertListener listener) {
    this.destination = destination;
    this.listener = listener;
    for (Outcome outcome : Outcome.values()) {
      listener.notices(destination, outcome, 0);
    }
  }

  /** Those numbers only grow; what another thread told meanwhile may be newer. */
  synchronized void tell(DeliveryCounts now) {
    sent = tell(Outcome.DELIVERED, sent, now.sent());
    failed = tell(Outcome.FAILED, failed, now.failed());
    dropped = tell(Outcome.DROPPED, dropped, now.dropped());
  }

  private long tell(Outcome outcome, long told, long now) {
    if (now <= told) {
      return told;
    }
    listener.notices(destination, outcome, now - told);
    return now;
  }
}
