package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.DeliveryThreads;
import dev.openaierrors.plugin.Ticker;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;

/**
 * The alerts of a context, which outlive its configurations, and the threads that deliver them: the
 * one that ticks must not wait for a server.
 */
final class ContextAlerts {

  private static final String KEY = ContextAlerts.class.getName();

  private final AlertServices services = new AlertServices();
  private final Ticker ticker = new Ticker();
  private final DeliveryThreads threads = new DeliveryThreads();
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

  DeliveryThreads threads() {
    return threads;
  }

  /** An appender stopped; with the last of them the threads end. */
  void close() {
    synchronized (this) {
      users--;
      if (users > 0) {
        return;
      }
    }
    ticker.close();
    threads.close();
  }
}
