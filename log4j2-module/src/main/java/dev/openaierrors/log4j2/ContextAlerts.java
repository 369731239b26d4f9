package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.Ticker;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.util.Log4jThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a context, which outlive its configurations, and the threads that deliver them: the
 * one that ticks must not wait for a server.
 */
final class ContextAlerts {

  private static final String KEY = ContextAlerts.class.getName();
  private static final int MOST_THREADS = 16;
  private static final long IDLE_SECONDS = 10;
  private static final long LAST_SECONDS = 2;

  private final AlertServices services = new AlertServices();
  private final Ticker ticker = new Ticker();
  private @Nullable ThreadPoolExecutor threads;
  private int users;

  private ContextAlerts() {}

  /** Those of this context. */
  static ContextAlerts of(LoggerContext context) {
    ContextAlerts made = new ContextAlerts();
    Object known = context.putObjectIfAbsent(KEY, made);
    return known instanceof ContextAlerts alerts ? alerts : made;
  }

  /** Those of a configuration of which nobody knows the context: they end with it. */
  static ContextAlerts of(Configuration configuration) {
    configuration.addComponent(KEY, new ContextAlerts());
    Object known = configuration.getComponent(KEY);
    return known instanceof ContextAlerts alerts ? alerts : new ContextAlerts();
  }

  AlertServices services() {
    return services;
  }

  /** An appender starts. At a reload, before that of the old configuration stops. */
  synchronized void open() {
    users++;
  }

  Ticker ticker() {
    return ticker;
  }

  /** An appender stopped; with the last of them the threads end. */
  void close() {
    ThreadPoolExecutor last;
    synchronized (this) {
      users--;
      if (users > 0) {
        return;
      }
      last = threads;
      threads = null;
    }
    ticker.close();
    if (last != null) {
      end(last);
    }
  }

  private static void end(ThreadPoolExecutor threads) {
    threads.shutdown();
    try {
      if (threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  /** Threads that may wait; none is made before there is something to do. */
  Executor threads() {
    return task -> started().execute(task);
  }

  private synchronized ThreadPoolExecutor started() {
    if (threads == null) {
      ThreadFactory factory = Log4jThreadFactory.createDaemonThreadFactory("openai-alerts");
      threads =
          new ThreadPoolExecutor(
              0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }
    return threads;
  }
}
