package dev.openaierrors.plugin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The ticks that drive alerts: there are some only while there is something that time changes, and
 * whoever records a failure starts them, on any thread and without a lock.
 */
final class ServiceTicks {

  private static final Duration TICK = Duration.ofSeconds(1);

  /** What is done at each tick. */
  interface Work {

    /** One tick of these; must not throw. */
    void tick(Ticks ticks);
  }

  private final Work work;
  // Null while nothing has to tick; `held` while nothing may.
  private final AtomicReference<@Nullable Ticks> current;
  private final Ticks held;

  /** Held, until it is {@linkplain #release released}. */
  ServiceTicks(AlertRun first, Work work) {
    this.work = work;
    this.held = new Ticks(first);
    this.current = new AtomicReference<>(held);
  }

  /** Starts the ticks of this run if nothing ticks and nothing holds them. */
  void wake(AlertRun run) {
    if (current.get() == null) {
      Ticks next = new Ticks(run);
      if (current.compareAndSet(null, next)) {
        next.start();
      }
    }
  }

  /**
   * Whether these ticks are those of this run. If they go on though their run is over, since who
   * started them had looked just before, they end and those of this run begin.
   */
  boolean areDue(Ticks ticks, AlertRun run) {
    if (ticks.areOf(run)) {
      return true;
    }
    if (!ticks.over && rest(ticks)) {
      wake(run);
    }
    return false;
  }

  /** Ends the ticks and lets none start. */
  void hold() {
    Ticks before = current.getAndSet(held);
    if (before != null) {
      before.stop();
    }
  }

  /** Lets ticks start again. */
  void release() {
    current.set(null);
  }

  /** Ends these ticks, but for other ones that came meanwhile; whether it did. */
  boolean rest(Ticks ticks) {
    if (!current.compareAndSet(ticks, null)) {
      return false;
    }
    ticks.stop();
    return true;
  }

  /** Whether nothing ticks. */
  boolean isAtRest() {
    return current.get() == null;
  }

  /** The ticks of one run, from when something has to tick until nothing has any more. */
  final class Ticks {

    private final AlertRun run;
    private volatile @Nullable Runnable end;
    private volatile boolean over;

    private Ticks(AlertRun run) {
      this.run = run;
    }

    private boolean areOf(AlertRun one) {
      return run == one && !over;
    }

    private void start() {
      boolean started = false;
      try {
        Runnable stop = run.host().every(TICK, () -> work.tick(this));
        started = true;
        end = stop;
        if (over) {
          stop.run();
        }
      } finally {
        if (!started) {
          // The next failure tries again.
          current.compareAndSet(this, null);
        }
      }
    }

    private void stop() {
      over = true;
      Runnable stop = end;
      if (stop != null) {
        stop.run();
      }
    }
  }
}
