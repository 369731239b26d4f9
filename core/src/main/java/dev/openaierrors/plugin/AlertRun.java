package dev.openaierrors.plugin;

/** One configuration's turn at the alerts of an appender: what it runs in and what it wants. */
final class AlertRun {

  private final AlertHost host;
  private final AlertPlan plan;

  AlertRun(AlertHost host, AlertPlan plan) {
    this.host = host;
    this.plan = plan;
  }

  AlertHost host() {
    return host;
  }

  AlertPlan plan() {
    return plan;
  }
}
