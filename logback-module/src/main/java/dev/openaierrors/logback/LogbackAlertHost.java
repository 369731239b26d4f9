package dev.openaierrors.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.plugin.AlertEvent;
import dev.openaierrors.plugin.AlertHost;
import dev.openaierrors.plugin.Host;
import dev.openaierrors.plugin.Ticker;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** Logback's threads and log, for the alerts of one appender. */
final class LogbackAlertHost implements AlertHost {

  private final LoggerContext context;
  private final Ticker ticker;
  private final Host statuses;

  LogbackAlertHost(LoggerContext context, Ticker ticker, Host statuses) {
    this.context = context;
    this.ticker = ticker;
    this.statuses = statuses;
  }

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    statuses.error(sentence, cause);
  }

  @Override
  public void warn(String sentence, @Nullable Throwable cause) {
    statuses.warn(sentence, cause);
  }

  @Override
  public void info(String sentence) {
    statuses.info(sentence);
  }

  @Override
  public String contextName() {
    return String.valueOf(context.getName());
  }

  @Override
  public Object context() {
    return context;
  }

  @Override
  public Runnable every(Duration period, Runnable task) {
    return ticker.every(period, task);
  }

  @Override
  public Executor executor() {
    return task -> context.getExecutorService().execute(task);
  }

  /**
   * The event is made here and not by the logger, so that its MDC is that of the alert and nothing
   * is put into the MDC of a thread that is not ours.
   */
  @Override
  public void log(AlertEvent alert) {
    Logger logger = context.getLogger(LOGGER);
    Marker marker = MarkerFactory.getMarker(MARKER);
    Level level = level(alert.severity());
    if (!logger.isEnabledFor(marker, level) || !hasAppender(logger)) {
      return;
    }
    LoggingEvent event =
        new LoggingEvent(
            LogbackAlertHost.class.getName(), logger, level, alert.message(), null, null);
    event.addMarker(marker);
    event.setMDCPropertyMap(Collections.unmodifiableMap(new HashMap<>(alert.fields())));
    logger.callAppenders(event);
  }

  /** Where all are gone since the context stops, Logback would complain that there is none. */
  private boolean hasAppender(Logger logger) {
    Logger next = logger;
    while (!next.iteratorForAppenders().hasNext()) {
      if (!next.isAdditive() || next.getName().equals(Logger.ROOT_LOGGER_NAME)) {
        return false;
      }
      int dot = next.getName().lastIndexOf('.');
      next =
          context.getLogger(dot < 0 ? Logger.ROOT_LOGGER_NAME : next.getName().substring(0, dot));
    }
    return true;
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Level.ERROR;
      case WARNING -> Level.WARN;
      case INFO -> Level.INFO;
    };
  }
}
