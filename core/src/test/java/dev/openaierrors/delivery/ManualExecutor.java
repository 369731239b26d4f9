package dev.openaierrors.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs what it is given when a test says so. */
final class ManualExecutor implements Executor {

  final Deque<Runnable> tasks = new ArrayDeque<>();
  boolean rejects;

  @Override
  public void execute(Runnable task) {
    if (rejects) {
      throw new RejectedExecutionException("full");
    }
    tasks.add(task);
  }

  void runAll() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }
}
