package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.LogAnalysis;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Makes ready what reading logs needs, while another thread still reads the command line: each
 * takes about as long (the start budget, docs/performance.md). Only one of them may touch the
 * classes that are made ready, so that none waits for the other for ever; hence {@link #end} comes
 * before their first use.
 */
final class Preparation {

  private static final FutureTask<Void> TASK = new FutureTask<>(LogAnalysis::prepare, null);

  private Preparation() {}

  /** Begins in a thread of its own. */
  static void begin() {
    Thread thread = new Thread(TASK, "openai-errors-preparation");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits until all is ready, or makes it ready if nobody has begun. */
  static void end() {
    TASK.run();
    try {
      TASK.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      // Whoever interrupts wants an end; the analysis sees the flag.
      Thread.currentThread().interrupt();
    }
  }
}
