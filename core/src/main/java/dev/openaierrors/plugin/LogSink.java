package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import java.util.function.Supplier;

/** The destination that every configuration has: the host's own log. */
final class LogSink implements AlertSink {

  private final Supplier<AlertHost> host;

  /** Logs by the host that is in force when an alert comes. */
  LogSink(Supplier<AlertHost> host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "log";
  }

  @Override
  public boolean takesManyAtOnce() {
    return true;
  }

  @Override
  public void send(Alert alert) {
    host.get().log(AlertEvent.of(alert));
  }
}
