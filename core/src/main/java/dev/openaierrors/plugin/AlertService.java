package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.OpenAiAlerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one appender: the engine, its destinations, its memory, and the ticking of the host
 * that drives them. Outlives configurations, each of which is an {@link AlertRun}.
 */
final class AlertService {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final String name;
  private final Clock clock;
  private final AlertMonitor monitor;
  private final OpenAiAlerts.SuccessListener successes;
  private final AtomicBoolean failureTold = new AtomicBoolean();

  // Guarded by this.
  private final List<Alert> pending = new ArrayList<>();
  private @Nullable AlertRun run;
  private boolean suspended;
  private boolean stale;

  /** Alerts that do not run yet. */
  AlertService(String name, Clock clock, AlertPlan plan) {
    this.name = name;
    this.clock = clock;
    this.monitor = new AlertMonitor(plan.rules(), plan.origin());
    this.successes = (provider, model) -> monitor.success(provider, model, clock.instant());
  }

  /** Takes note of a failure; for any thread, without a lock. */
  void record(Failure failure) {
    monitor.record(failure);
  }

  /** Runs in this host and by this plan from now on. */
  synchronized AlertRun use(AlertHost host, AlertPlan plan) {
    AlertRun before = run;
    AlertRun next = new AlertRun(host, plan);
    Instant now = clock.instant();
    if (before == null) {
      begin(next, now);
    } else {
      before.endTicks();
    }
    next.takeOver(before, name, monitor);
    run = next;
    suspended = false;
    stale = false;
    // What is to be told waits for a tick: the configuration that is to log it is not ready yet.
    pending.addAll(monitor.use(plan.rules(), plan.origin(), now));
    next.endsBy(host.every(TICK, () -> tick(next)));
    return next;
  }

  private void begin(AlertRun first, Instant now) {
    OpenAiAlerts.add(successes);
    first.restore(monitor, now);
    if (Boolean.getBoolean(TestAlert.PROPERTY)) {
      pending.add(TestAlert.of(first.plan.origin(), now));
    }
  }

  private void tick(AlertRun ticking) {
    try {
      synchronized (this) {
        if (run == ticking) {
          drive(ticking, clock.instant());
        }
      }
    } catch (Throwable failure) {
      tell(ticking, failure);
    }
  }

  private void drive(AlertRun current, Instant now) {
    List<Alert> alerts = new ArrayList<>(pending);
    pending.clear();
    alerts.addAll(monitor.tick(now));
    current.deliver(alerts, monitor, now);
  }

  /** Sends an alert to all destinations by which they can be tried. */
  synchronized void test() {
    AlertRun current = run;
    if (current != null) {
      pending.add(TestAlert.of(current.plan.origin(), clock.instant()));
    }
  }

  synchronized boolean isRunBy(AlertRun one) {
    return run == one;
  }

  /** The appender stopped; another of its name may follow. */
  synchronized void suspend(AlertRun one) {
    if (run == one) {
      one.endTicks();
      suspended = true;
    }
  }

  /** Whether no appender came since the last time that this was asked. */
  synchronized boolean isStale() {
    boolean was = stale;
    stale = suspended;
    return was && suspended;
  }

  /** Says a last word of what is open, and gives everything back. */
  void stop() {
    AlertRun last = leave();
    if (last == null) {
      return;
    }
    try {
      last.lastWord(monitor, clock.instant());
    } catch (Throwable failure) {
      tell(last, failure);
    } finally {
      last.close();
    }
  }

  /** Gives everything back without a word. */
  void abandon() {
    AlertRun last = leave();
    if (last != null) {
      last.close();
    }
  }

  private synchronized @Nullable AlertRun leave() {
    AlertRun last = run;
    run = null;
    OpenAiAlerts.remove(successes);
    if (last != null) {
      last.endTicks();
    }
    return last;
  }

  private void tell(AlertRun one, Throwable failure) {
    if (failureTold.compareAndSet(false, true)) {
      one.host.error(
          "openai-errors: alerts: a check failed and is tried again every second; this is said"
              + " once. Please report it.",
          failure);
    }
  }
}
