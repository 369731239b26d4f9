package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of an appender's alerts that belongs to one configuration: host, destinations, file. */
final class AlertRun {

  final AlertHost host;
  final AlertPlan plan;
  private Runnable endTicks = () -> {};
  private final LogSink log;

  AlertRun(AlertHost host, AlertPlan plan) {
    this.host = host;
    this.plan = plan;
    this.log = new LogSink(() -> host);
  }

  /** What ends its ticks. */
  void endsBy(Runnable ending) {
    endTicks = ending;
  }

  void endTicks() {
    endTicks.run();
  }

  void takeOver(@Nullable AlertRun before, String name, AlertMonitor monitor) {}

  void restore(AlertMonitor monitor, Instant now) {}

  void deliver(List<Alert> alerts, AlertMonitor monitor, Instant now) {
    alerts.forEach(log::send);
  }

  void lastWord(AlertMonitor monitor, Instant now) {
    deliver(monitor.stop(now), monitor, now);
  }

  void close() {}
}
