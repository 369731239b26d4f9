package dev.openaierrors.log4j2;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.AlertSettings;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.util.Cancellable;
import org.apache.logging.log4j.core.util.ShutdownCallbackRegistry;
import org.jspecify.annotations.Nullable;

/** The alerts of one appender of one configuration: from its start to its stop. */
final class AlertsOfAppender {

  private final LoggerContext context;
  private final Configuration configuration;
  private final AlertSettings settings;

  private @Nullable ContextAlerts alerts;
  private AlertServices.@Nullable Handle handle;
  // Held here, since Log4j holds it softly.
  private @Nullable Cancellable shutdown;

  private AlertsOfAppender(
      LoggerContext context, Configuration configuration, AlertSettings settings) {
    this.context = context;
    this.configuration = configuration;
    this.settings = settings;
  }

  /** Null without a context, where there is nobody to alert. */
  static @Nullable AlertsOfAppender of(
      @Nullable Configuration configuration, AlertSettings settings) {
    @Nullable LoggerContext context =
        configuration == null ? null : configuration.getLoggerContext();
    if (configuration == null || context == null) {
      return null;
    }
    Log4jAlertHost.announce(configuration);
    return new AlertsOfAppender(context, configuration, settings);
  }

  /** Returns where failures go. At a reload, the alerts of the appender before go on here. */
  Consumer<Failure> start(String name) {
    ContextAlerts shared = ContextAlerts.of(context);
    shared.open();
    AlertServices.Handle started =
        shared.services().start(name, new Log4jAlertHost(context, configuration, shared), settings);
    alerts = shared;
    handle = started;
    StopHook.add(configuration, started::stop);
    if (LogManager.getFactory() instanceof ShutdownCallbackRegistry registry) {
      shutdown = lastWordAtTheEnd(registry, started);
    }
    return started;
  }

  /** While all is up: when the JVM ends, Log4j stops appenders in any order. */
  private static @Nullable Cancellable lastWordAtTheEnd(
      ShutdownCallbackRegistry registry, AlertServices.Handle handle) {
    try {
      return registry.addShutdownCallback(handle::stop);
    } catch (IllegalStateException theJvmEndsAlready) {
      return null;
    }
  }

  /** Says a last word, unless an appender of the same name went on with the alerts. */
  void stop() {
    if (shutdown != null) {
      shutdown.cancel();
      shutdown = null;
    }
    if (handle != null) {
      handle.stop();
      handle = null;
    }
    if (alerts != null) {
      alerts.close();
      alerts = null;
    }
  }
}
