package dev.openaierrors.plugin;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs what is to run every second, for all alerts of one logger context, on one thread that is
 * there only while something is.
 *
 * <p>The schedulers of the frameworks do not fit: Logback's spreads one task over four threads, and
 * the threads of both stay until the context stops, which nobody does in some web applications.
 */
public final class Ticker {

  private static final long IDLE_SECONDS = 5;

  private final ThreadFactory threads;
  private final AtomicReference<@Nullable ScheduledThreadPoolExecutor> executor =
      new AtomicReference<>();

  /**
   * Has no thread yet.
   *
   * @param threads make the thread; may be called by a thread of the application
   */
  public Ticker(ThreadFactory threads) {
    this.threads =
        task -> {
          Thread thread = threads.newThread(task);
          thread.setDaemon(true);
          // Not that of whoever happened to log.
          thread.setContextClassLoader(Ticker.class.getClassLoader());
          return thread;
        };
  }

  /**
   * Runs a task again and again, the first time after one period. Does not block; for any thread.
   *
   * @return what ends it
   */
  public Runnable every(Duration period, Runnable task) {
    long millis = period.toMillis();
    ScheduledFuture<?> future =
        started().scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  private ScheduledThreadPoolExecutor started() {
    ScheduledThreadPoolExecutor known = executor.get();
    while (known == null) {
      executor.compareAndSet(null, make());
      known = executor.get();
    }
    return known;
  }

  private ScheduledThreadPoolExecutor make() {
    ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, threads);
    made.setRemoveOnCancelPolicy(true);
    made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  /** Ends all of them, and the thread. May be used again. */
  public void close() {
    ScheduledThreadPoolExecutor last = executor.getAndSet(null);
    if (last != null) {
      last.shutdownNow();
    }
  }
}
