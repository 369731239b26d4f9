package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;

/** A destination of a user's own. */
public final class TicketSink implements AlertSink {

  private String queue = "none";

  /** Called by the framework. */
  public TicketSink() {}

  /** A setting. */
  public void setQueue(String queue) {
    this.queue = queue;
  }

  @Override
  public String name() {
    return "tickets-" + queue;
  }

  @Override
  public void send(Alert alert) {}
}
