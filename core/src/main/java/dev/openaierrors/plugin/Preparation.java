package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gets ready for the first error, once in a process, while the service goes on to start: what that
 * needs would keep the start waiting, or the thread that logs the error.
 *
 * <p>Each appender and filter waits on a thread of its own until one of them has done it: whichever
 * is stopped meanwhile, the others are not left without.
 */
public final class Preparation {

  /** A service that starts has work for every core, and the first error seldom comes so soon. */
  private static final Duration SOON = Duration.ofMillis(300);

  /** More add nothing, and the threads are the framework's. */
  private static final int MOST_WAITING = 8;

  private static final AtomicBoolean DONE = new AtomicBoolean();
  private static final AtomicInteger WAITING = new AtomicInteger();

  private final Duration wait;
  private final AtomicBoolean done;
  private final Runnable work;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * One that is not begun.
   *
   * @param done whether it was done, by this one or another
   */
  Preparation(Duration wait, AtomicBoolean done, Runnable work) {
    this.wait = wait;
    this.done = done;
    this.work = work;
  }

  /**
   * Begins, for a filter, or what else has started.
   *
   * @param threads the framework's, which may wait; refusing is no harm
   */
  public static Preparation begin(Executor threads) {
    Preparation preparation = new Preparation(SOON, DONE, ErrorAnalyzer::prepare);
    preparation.start(threads);
    return preparation;
  }

  /**
   * Begins, for an appender with these settings; not for one of the starter's, which is told later
   * to begin: Spring Boot goes on for seconds after it has set up the log.
   *
   * @param threads the framework's, which may wait; refusing is no harm
   * @return null if it is not begun
   */
  public static @Nullable Preparation begin(Executor threads, Settings given) {
    return given.readElsewhere().isEmpty() ? begin(threads) : null;
  }

  void start(Executor threads) {
    if (done.get()) {
      return;
    }
    if (WAITING.incrementAndGet() > MOST_WAITING) {
      WAITING.decrementAndGet();
      return;
    }
    try {
      threads.execute(this::run);
    } catch (RuntimeException | Error noThread) {
      // Then the first error takes longer.
      WAITING.decrementAndGet();
    }
  }

  /** Waits no longer, so that the thread ends; what is under way goes on. */
  public void stop() {
    stopped.countDown();
  }

  private void run() {
    if (hasWaited() && done.compareAndSet(false, true)) {
      try {
        work.run();
      } catch (RuntimeException | LinkageError failure) {
        // The first error will meet it, too, and it is told then.
      }
    }
  }

  /** Whether the wait is over and there is still something to prepare for. */
  private boolean hasWaited() {
    try {
      boolean isStopped = stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
      return !isStopped && !Application.isGone();
    } catch (LinkageError gone) {
      // Its class loader gives out not even the class that asks.
      return false;
    } catch (InterruptedException stops) {
      // The framework ends its threads, of which this is one.
      Thread.currentThread().interrupt();
      return false;
    } finally {
      WAITING.decrementAndGet();
    }
  }
}
