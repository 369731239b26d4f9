package dev.openaierrors.plugin;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
  private static final long LAST_SECONDS = 1;

  private final AtomicReference<@Nullable ScheduledThreadPoolExecutor> executor =
      new AtomicReference<>();

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

  private static ScheduledThreadPoolExecutor make() {
    ScheduledThreadPoolExecutor made =
        new ScheduledThreadPoolExecutor(1, task -> daemon(task, "openai-alerts-tick"));
    made.setRemoveOnCancelPolicy(true);
    made.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  /** Made by whatever thread of the application happens to log, and takes nothing of it over. */
  @SuppressWarnings("removal") // Has no successor: from Java 24 on, nothing of it is taken over.
  static Thread daemon(Runnable task, String name) {
    // A thread keeps the rights of all classes that its maker is about to return to, and with them
    // the class loader of a web application that was taken away while its incident stays open.
    Thread thread =
        AccessController.doPrivileged(
            (PrivilegedAction<Thread>) () -> new Thread(null, task, name, 0, false));
    thread.setDaemon(true);
    thread.setContextClassLoader(Ticker.class.getClassLoader());
    return thread;
  }

  /**
   * Ends all of them, and the thread, for which it waits a moment: containers complain of threads
   * that outlive an application. May be used again.
   */
  public void close() {
    ScheduledThreadPoolExecutor last = executor.getAndSet(null);
    if (last == null) {
      return;
    }
    last.shutdownNow();
    try {
      last.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
