package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
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
  private static final Duration ONGOING = Duration.ofSeconds(60);

  private final String name;
  private final Clock clock;
  private final AlertMonitor monitor;
  private final Outlets outlets;
  private final Memory memory;
  private final OpenAiAlerts.SuccessListener successes;
  private final AtomicBoolean failureTold = new AtomicBoolean();
  private final List<Alert> pending = new ArrayList<>();
  private volatile AlertRun run;
  private Runnable endTicks = () -> {};
  private @Nullable AlertBean bean;
  private Instant ongoingSince = Instant.EPOCH;
  private boolean suspended;
  private boolean stale;
  private boolean ended;

  /** Runs by this plan in this host from now on. */
  AlertService(String name, Clock clock, AlertRun first) {
    this.name = name;
    this.clock = clock;
    this.run = first;
    this.monitor = new AlertMonitor(first.plan().rules(), first.plan().origin());
    this.outlets = new Outlets(this::host);
    this.memory = new Memory(monitor, clock, this::host);
    this.successes = (provider, model) -> monitor.success(provider, model, clock.instant());
    begin(clock.instant());
  }

  private void begin(Instant now) {
    OpenAiAlerts.add(successes);
    memory.use(run.plan().stateFile());
    memory.restore(now);
    if (Boolean.getBoolean(TestAlert.PROPERTY)) {
      test();
    }
  }

  private AlertHost host() {
    return run.host();
  }

  /** Takes note of a failure; for any thread, without a lock. */
  void record(Failure failure) {
    monitor.record(failure);
  }

  /** Runs by this plan in this host from now on; what is open goes on. */
  synchronized void use(AlertRun next) {
    endTicks.run();
    run = next;
    suspended = false;
    stale = false;
    AlertPlan plan = next.plan();
    memory.use(plan.stateFile());
    outlets.use(plan);
    useBean(plan.jmx());
    // What is to be told waits for a tick: the configuration that is to log it is not ready yet.
    pending.addAll(monitor.use(plan.rules(), plan.origin(), clock.instant()));
    endTicks = next.host().every(TICK, () -> tick(next));
  }

  private void useBean(boolean wanted) {
    if (bean != null) {
      bean.unregister();
      bean = null;
    }
    if (wanted) {
      bean = AlertBean.register(this, host(), name);
    }
  }

  private void tick(AlertRun ticking) {
    try {
      synchronized (this) {
        if (run == ticking && !ended) {
          drive(clock.instant());
        }
      }
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  private void drive(Instant now) {
    List<Alert> alerts = new ArrayList<>(pending);
    pending.clear();
    alerts.addAll(monitor.tick(now));
    outlets.deliver(alerts, ongoing(now), now);
    memory.keep(!alerts.isEmpty(), !monitor.open(now).isEmpty(), now);
  }

  /** Once a minute, those troubles of which something happened since. */
  private List<Alert> ongoing(Instant now) {
    if (Duration.between(ongoingSince, now).compareTo(ONGOING) < 0) {
      return List.of();
    }
    Instant since = ongoingSince;
    ongoingSince = now;
    return monitor.open(now).stream().filter(alert -> alert.lastSeen().isAfter(since)).toList();
  }

  /** Sends an alert to all destinations by which they can be tried. */
  synchronized void test() {
    pending.add(TestAlert.of(run.plan().origin(), clock.instant()));
  }

  AlertMonitor monitor() {
    return monitor;
  }

  Outlets outlets() {
    return outlets;
  }

  AlertRules rules() {
    return run.plan().rules();
  }

  List<Alert> open() {
    return monitor.open(clock.instant());
  }

  boolean isRunBy(AlertRun one) {
    return run == one;
  }

  /** The appender stopped; another of its name may follow. */
  synchronized void suspend(AlertRun one) {
    if (run == one) {
      endTicks.run();
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
    end(true);
  }

  /** Gives everything back without a word. */
  void abandon() {
    end(false);
  }

  private synchronized void end(boolean lastWord) {
    if (ended) {
      return;
    }
    ended = true;
    endTicks.run();
    OpenAiAlerts.remove(successes);
    useBean(false);
    try {
      Instant now = clock.instant();
      List<Alert> alerts = new ArrayList<>(pending);
      alerts.addAll(monitor.stop(now));
      if (lastWord) {
        outlets.deliver(alerts, List.of(), now);
      }
      memory.save();
    } catch (Throwable failure) {
      tell(failure);
    }
    try {
      outlets.close();
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  private void tell(Throwable failure) {
    if (failureTold.compareAndSet(false, true)) {
      host()
          .error(
              "openai-errors: alerts: a check failed and is tried again every second; this is said"
                  + " once. Please report it.",
              failure);
    }
  }
}
