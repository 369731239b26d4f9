package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertHost;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.filter.AbstractFilter;

/**
 * Tells that a configuration stops while all of its appenders are still there.
 *
 * <p>Log4j stops appenders in any order, but loggers, and with them their filters, before. So this
 * is a filter without a say at the one logger that is ours.
 */
final class StopHook extends AbstractFilter {

  private final transient Runnable task;

  private StopHook(Runnable task) {
    super(Result.NEUTRAL, Result.NEUTRAL);
    this.task = task;
  }

  /** Runs the task when the configuration stops. */
  static void add(Configuration configuration, Runnable task) {
    StopHook hook = new StopHook(task);
    hook.start();
    loggerOf(configuration).addFilter(hook);
  }

  /** That of the configuration, or one that adds nothing to the logger above it. */
  private static LoggerConfig loggerOf(Configuration configuration) {
    LoggerConfig nearest = configuration.getLoggerConfig(AlertHost.LOGGER);
    if (nearest.getName().equals(AlertHost.LOGGER)) {
      return nearest;
    }
    LoggerConfig own = new LoggerConfig(AlertHost.LOGGER, null, true);
    own.start();
    configuration.addLogger(AlertHost.LOGGER, own);
    return own;
  }

  @Override
  public boolean stop(long timeout, TimeUnit timeUnit) {
    task.run();
    return super.stop(timeout, timeUnit);
  }
}
