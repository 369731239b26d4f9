package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A destination of a user's own, whose alerts all can see. */
public final class MemorySink implements AlertSink {

  private static final Queue<Alert> ALERTS = new ConcurrentLinkedQueue<>();

  /** Called by the framework. */
  public MemorySink() {}

  static void forget() {
    ALERTS.clear();
  }

  /** The alerts since they were forgotten. */
  static List<Alert> alerts() {
    return List.copyOf(ALERTS);
  }

  /** The states of the alerts since they were forgotten. */
  static List<String> states() {
    return ALERTS.stream().map(alert -> alert.state().id()).toList();
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void send(Alert alert) {
    ALERTS.add(alert);
  }
}
