package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertEvent;
import dev.openaierrors.plugin.AlertHost;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/**
 * Events of a configuration that is being stopped: its loggers take none any more, but some of its
 * appenders do.
 */
final class LastEvents {

  private LastEvents() {}

  static void append(Configuration configuration, Level level, Marker marker, AlertEvent alert) {
    LoggerConfig logger = configuration.getLoggerConfig(AlertHost.LOGGER);
    if (!logger.getLevel().isLessSpecificThan(level)) {
      return;
    }
    LogEvent event = event(level, marker, alert);
    @Nullable LoggerConfig next = logger;
    while (next != null) {
      append(next, event);
      next = next.isAdditive() ? next.getParent() : null;
    }
  }

  private static void append(LoggerConfig logger, LogEvent event) {
    Map<String, Appender> unreferenced = new LinkedHashMap<>(logger.getAppenders());
    for (AppenderRef reference : logger.getAppenderRefs()) {
      append(unreferenced.remove(reference.getRef()), reference, event);
    }
    // Those that code has added. Log4j shows nobody the level that they were added with.
    unreferenced.values().forEach(appender -> append(appender, null, event));
  }

  private static void append(
      @Nullable Appender appender, @Nullable AppenderRef reference, LogEvent event) {
    if (appender != null
        && appender.isStarted()
        && (reference == null || isTaken(reference, event))) {
      appender.append(event);
    }
  }

  private static boolean isTaken(AppenderRef reference, LogEvent event) {
    @Nullable Level least = reference.getLevel();
    @Nullable Filter filter = reference.getFilter();
    return (least == null || event.getLevel().isMoreSpecificThan(least))
        && (filter == null || filter.filter(event) != Filter.Result.DENY);
  }

  private static LogEvent event(Level level, Marker marker, AlertEvent alert) {
    StringMap fields = ContextDataFactory.createContextData();
    alert.fields().forEach(fields::putValue);
    fields.freeze();
    return Log4jLogEvent.newBuilder()
        .setLoggerName(AlertHost.LOGGER)
        .setLoggerFqcn(LastEvents.class.getName())
        .setLevel(level)
        .setMarker(marker)
        .setMessage(new SimpleMessage(alert.message()))
        .setContextData(fields)
        .setThreadName(Thread.currentThread().getName())
        .build();
  }
}
