package dev.openaierrors.log4j2;

import dev.openaierrors.alert.Severity;
import dev.openaierrors.plugin.AlertEvent;
import dev.openaierrors.plugin.AlertHost;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.LoaderUtil;
import org.jspecify.annotations.Nullable;

/** Log4j's threads and log, for the alerts of one appender of one configuration. */
final class Log4jAlertHost implements AlertHost {

  private final @Nullable LoggerContext context;
  private final Configuration configuration;
  private final ContextAlerts alerts;

  /**
   * Those of this configuration.
   *
   * @param context null if nobody knows it
   */
  Log4jAlertHost(
      @Nullable LoggerContext context, Configuration configuration, ContextAlerts alerts) {
    this.context = context;
    this.configuration = configuration;
    this.alerts = alerts;
  }

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    Log4jHost.INSTANCE.error(sentence, cause);
  }

  @Override
  public void warn(String sentence, @Nullable Throwable cause) {
    Log4jHost.INSTANCE.warn(sentence, cause);
  }

  @Override
  public void info(String sentence) {
    Log4jHost.INSTANCE.info(sentence);
  }

  @Override
  public Class<?> load(String name) throws ClassNotFoundException {
    return LoaderUtil.loadClass(name);
  }

  @Override
  public String contextName() {
    return String.valueOf(context == null ? configuration.getName() : context.getName());
  }

  @Override
  public Object context() {
    return context == null ? configuration : context;
  }

  @Override
  public Runnable every(Duration period, Runnable task) {
    return alerts.ticker().every(period, task);
  }

  @Override
  public Executor executor() {
    return alerts.threads();
  }

  /**
   * By the logger, as any event; while the context stops its loggers are dead already, so that the
   * appenders that are still there get it directly.
   */
  @Override
  public void log(AlertEvent alert) {
    Level level = level(alert.severity());
    Marker marker = MarkerManager.getMarker(MARKER);
    if (context == null || context.isStopping()) {
      LastEvents.append(configuration, level, marker, alert);
      return;
    }
    // The fields of the alert alone: threads may have inherited some of the application's.
    Map<String, String> inherited = ThreadContext.getImmutableContext();
    ThreadContext.clearMap();
    ThreadContext.putAll(alert.fields());
    try {
      Message message = new SimpleMessage(alert.message());
      context.getLogger(LOGGER).log(level, marker, message);
    } finally {
      ThreadContext.clearMap();
      ThreadContext.putAll(inherited);
    }
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Level.ERROR;
      case WARNING -> Level.WARN;
      case INFO -> Level.INFO;
    };
  }
}
