package dev.openaierrors.analyzer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C ends the reading, not the report: the process waits for what was found to be told. */
final class Interruption implements AutoCloseable {

  private static final long LONGEST_SECONDS = 10;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  /** From now on an interrupt calls {@code stop}, from another thread. */
  Interruption(Runnable stop) {
    hook = new Thread(() -> interrupted(stop), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupted(Runnable stop) {
    happened = true;
    stop.run();
    try {
      boolean inTime = told.await(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        Runtime.getRuntime().halt(ExitCode.TROUBLE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there was one. */
  boolean happened() {
    return happened;
  }

  /** All was told; the process may end. */
  @Override
  public void close() {
    told.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It came at this very moment, and has nothing to wait for.
        return;
      }
    }
  }
}
