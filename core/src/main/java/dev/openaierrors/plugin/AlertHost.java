package dev.openaierrors.plugin;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The port to the logging framework for alerts: threads and the log. Core starts none but {@link
 * Ticker}'s and {@link DeliveryThreads}', and those only where a framework asks for them.
 *
 * <p>One belongs to one appender of one configuration; after a reload there is another.
 */
public interface AlertHost extends Host {

  /** Where alerts are logged; a logger like any other, so users choose where it goes. */
  String LOGGER = OwnAlerts.LOGGER;

  /** Marker of the log events by which we alert. */
  String MARKER = OwnAlerts.MARKER;

  /** Name of the logger context, such as that of a web application. */
  String contextName();

  /** The logger context itself, which stays the same object when it is stopped and started. */
  Object context();

  /**
   * Runs a task again and again, the first time after one period, never twice at once. May be
   * called by a thread that logs: does not block.
   *
   * @return what ends it
   */
  Runnable every(Duration period, Runnable task);

  /**
   * Runs what may take seconds, on threads that are neither the application's nor the one that
   * ticks. None of them outlives the framework.
   */
  Executor executor();

  /** Logs an alert, on the calling thread, which is none of the application's. */
  void log(AlertEvent event);
}
