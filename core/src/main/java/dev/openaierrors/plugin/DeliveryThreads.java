package dev.openaierrors.plugin;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads that deliver alerts and may wait for a server meanwhile, for all alerts of one logger
 * context; for frameworks that have none to lend. They are there only while there is something to
 * do.
 */
public final class DeliveryThreads implements Executor {

  private static final int MOST_THREADS = 16;
  private static final long IDLE_SECONDS = 10;
  private static final long LAST_SECONDS = 2;

  private @Nullable ThreadPoolExecutor threads;

  /** Makes no thread yet. */
  public DeliveryThreads() {}

  /**
   * Runs a task soon, on a thread of its own; for any thread.
   *
   * @throws RejectedExecutionException if all threads wait for something
   */
  @Override
  public void execute(Runnable task) {
    started().execute(task);
  }

  private synchronized ThreadPoolExecutor started() {
    if (threads == null) {
      threads =
          new ThreadPoolExecutor(
              0,
              MOST_THREADS,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new SynchronousQueue<>(),
              task -> Ticker.daemon(task, "openai-alerts"));
    }
    return threads;
  }

  private synchronized @Nullable ThreadPoolExecutor taken() {
    ThreadPoolExecutor last = threads;
    threads = null;
    return last;
  }

  /**
   * Ends the threads, after two seconds for what they are about to do: containers complain of
   * threads that outlive an application. May be used again.
   */
  public void close() {
    ThreadPoolExecutor last = taken();
    if (last == null) {
      return;
    }
    last.shutdown();
    try {
      if (last.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    last.shutdownNow();
  }
}
