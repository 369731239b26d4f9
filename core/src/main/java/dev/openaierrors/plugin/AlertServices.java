package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.delivery.DeliveryCounts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one logger context, by the name of the appender that feeds them. They outlive a
 * configuration: after a reload, the new appender of the same name takes its alerts over, with all
 * that is open.
 *
 * <p>Thread-safe; logging threads wait for it only where alerts begin with the first failure.
 */
public final class AlertServices {

  /** What may be said without a word about alerts but where they come from. */
  private static final List<String> BY_DEFAULT =
      List.of("fields", "level", "providers", "mode", "service", "environment");

  private final Clock clock;
  private final Map<String, AlertService> services = new LinkedHashMap<>();
  private final Map<String, Waiting> waiting = new HashMap<>();

  /** Knows of no appender yet. */
  public AlertServices() {
    this(Clock.systemUTC());
  }

  AlertServices(Clock clock) {
    this.clock = clock;
  }

  /** What an appender holds: where its failures go, and the end. */
  public interface Handle extends FailureSink {

    /**
     * Does what the first failure would wait for otherwise.
     *
     * @param threads the framework's, which may wait; refusing is no harm
     */
    default void begin(Executor threads) {}

    /**
     * The appender stops, and another of its name may follow: everything is kept for that one. Does
     * nothing if it has followed already.
     */
    void suspend();

    /**
     * The context is about to stop while all of its appenders are still up: the log gets a last
     * word of what is open now, the destinations get theirs with {@link #stop}. Does nothing if
     * another appender of its name has followed.
     */
    void leave();

    /**
     * The appender stops for good: says a last word of what is open, waits a few seconds until it
     * is delivered, and gives everything back. Does nothing if another appender of its name has
     * followed.
     */
    void stop();
  }

  /**
   * The alerts of an appender that starts. Those of the starter's begin with the first failure or
   * {@link Handle#begin}, where nothing is said about them that could be wrong or that has to be
   * taken up: the start of a service need not wait for them.
   *
   * @param name name of the appender
   * @param host what it runs in
   * @param settings its settings; mistakes in them go to {@code host}
   */
  public synchronized Handle start(String name, AlertHost host, Settings settings) {
    Waiting before = waiting.remove(name);
    if (before != null) {
      // Of appenders of one name the last one runs the alerts.
      before.handle();
    }
    if (settings.readElsewhere().isEmpty()
        || services.containsKey(name)
        || !settings.unknown(BY_DEFAULT).isEmpty()) {
      return startNow(name, host, settings);
    }
    Waiting later = new Waiting(() -> startNow(name, host, settings));
    waiting.put(name, later);
    return later;
  }

  private Handle startNow(String name, AlertHost host, Settings settings) {
    try {
      AlertPlan plan = new AlertSettings(settings, host).plan(Surroundings.origin());
      if (plan.on()) {
        return take(name, new AlertRun(host, plan));
      }
      plan.own().forEach(AlertSink::close);
      return take(name, new AlertRun(host, plan.withoutAlerts()));
    } catch (Throwable failure) {
      // Whatever it is: a configuration that fails to start would cost the service its log.
      host.warn(
          "openai-errors: alerts: cannot start, so there are none; events are enriched all the"
              + " same. Please report it.",
          failure);
      return new None();
    }
  }

  private Handle take(String name, AlertRun run) {
    AlertService before = services.get(name);
    if (before != null && before.isOn() != run.plan().on()) {
      services.remove(name);
      before.abandon();
    }
    AlertService service = services.computeIfAbsent(name, n -> new AlertService(n, clock, run));
    service.use(run);
    return new Taken(service, run);
  }

  /** The alerts of an appender; null if there is none of this name, or its alerts are off. */
  private @Nullable AlertService alerting(String name) {
    AlertService service = services.get(name);
    return service != null && service.isOn() ? service : null;
  }

  /** The rules in force; null if there is no appender of this name, or its alerts are off. */
  synchronized @Nullable AlertRules rules(String name) {
    AlertService service = alerting(name);
    return service == null ? null : service.rules();
  }

  /** The engine; null as above. */
  synchronized @Nullable AlertMonitor monitor(String name) {
    AlertService service = alerting(name);
    return service == null ? null : service.monitor();
  }

  /** Whether nothing ticks, since time changes nothing; true as well if there is no appender. */
  synchronized boolean isAtRest(String name) {
    AlertService service = services.get(name);
    return service == null || service.isAtRest();
  }

  /** What became of the alerts of an appender, by destination; empty if there is none. */
  synchronized List<DeliveryCounts> destinations(String name) {
    AlertService service = services.get(name);
    return service == null ? List.of() : service.outlets().counts();
  }

  /**
   * What JMX shows and does of an appender's alerts, for whoever is in the same process; also where
   * the setting {@code jmx} is off.
   *
   * @param name name of the appender
   * @return null if there is no appender of this name; of one whose alerts are off, the counts
   */
  public synchronized @Nullable AlertsMXBean bean(String name) {
    Waiting later = waiting.get(name);
    if (later != null) {
      later.handle();
    }
    AlertService service = services.get(name);
    return service == null ? null : AlertBean.of(service);
  }

  /** The names of the appenders that alert. */
  public synchronized List<String> names() {
    return List.copyOf(services.keySet());
  }

  /** Gives back the alerts of appenders that were not there in the last configuration either. */
  public synchronized void sweep() {
    for (AlertService service : List.copyOf(services.values())) {
      if (service.isStale()) {
        services.values().remove(service);
        service.abandon();
      }
    }
  }

  /** As {@link Handle#leave}, for all appenders. */
  public synchronized void leave() {
    services.values().forEach(AlertService::leave);
  }

  /**
   * The context stops, whoever stopped its appenders, on whatever thread: says a last word of what
   * is open, unless that was said, waits a few seconds until it is delivered, and gives everything
   * back.
   */
  public synchronized void close() {
    waiting.values().forEach(Waiting::suspend);
    waiting.clear();
    List<AlertService> all = new ArrayList<>(services.values());
    services.clear();
    all.forEach(AlertService::stop);
  }

  private synchronized void leave(AlertService service, AlertRun run) {
    if (service.isRunBy(run)) {
      service.leave();
    }
  }

  private synchronized void stop(AlertService service, AlertRun run) {
    if (service.isRunBy(run)) {
      services.values().remove(service);
      service.stop();
    }
  }

  private final class Taken implements Handle {

    private final AlertService service;
    private final AlertRun run;

    Taken(AlertService service, AlertRun run) {
      this.service = service;
      this.run = run;
    }

    @Override
    public void accept(Failure failure) {
      service.record(failure);
    }

    @Override
    public Grouping grouping() {
      return run.plan().rules().groupBy();
    }

    @Override
    public void suspend() {
      service.suspend(run);
    }

    @Override
    public void leave() {
      AlertServices.this.leave(service, run);
    }

    @Override
    public void stop() {
      AlertServices.this.stop(service, run);
    }
  }

  /** Alerts that begin when somebody needs them; guarded by what holds all of them. */
  private final class Waiting implements Handle {

    private final Supplier<Handle> start;
    private volatile @Nullable Handle begun;

    Waiting(Supplier<Handle> start) {
      this.start = start;
    }

    private Handle handle() {
      Handle known = begun;
      if (known != null) {
        return known;
      }
      synchronized (AlertServices.this) {
        Handle made = begun == null ? start.get() : begun;
        begun = made;
        return made;
      }
    }

    /** What there is to end; of what has not begun, it does not begin any more. */
    private Handle last() {
      synchronized (AlertServices.this) {
        Handle made = begun == null ? new None() : begun;
        begun = made;
        return made;
      }
    }

    @Override
    public void begin(Executor threads) {
      try {
        threads.execute(this::handle);
      } catch (RuntimeException | Error noThread) {
        // Then the first failure takes longer.
      }
    }

    @Override
    public void accept(Failure failure) {
      handle().accept(failure);
    }

    @Override
    public Grouping grouping() {
      return handle().grouping();
    }

    @Override
    public void suspend() {
      last().suspend();
    }

    @Override
    public void leave() {
      Handle known = begun;
      if (known != null) {
        known.leave();
      }
    }

    @Override
    public void stop() {
      last().stop();
    }
  }

  private static final class None implements Handle {
    @Override
    public void accept(Failure failure) {}

    @Override
    public void suspend() {}

    @Override
    public void leave() {}

    @Override
    public void stop() {}
  }
}
