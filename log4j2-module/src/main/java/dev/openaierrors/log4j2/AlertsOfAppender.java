package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.AlertsMXBean;
import dev.openaierrors.plugin.FailureSink;
import dev.openaierrors.plugin.Settings;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.impl.ContextAnchor;
import org.apache.logging.log4j.core.impl.Log4jContextFactory;
import org.apache.logging.log4j.core.util.Cancellable;
import org.apache.logging.log4j.core.util.ShutdownCallbackRegistry;
import org.jspecify.annotations.Nullable;

/** The alerts of one appender of one configuration: from its start to its stop. */
final class AlertsOfAppender {

  private final Configuration configuration;
  private final Settings settings;

  private @Nullable ContextAlerts alerts;
  private AlertServices.@Nullable Handle handle;
  // Held here, since Log4j holds it softly.
  private @Nullable Cancellable shutdown;

  AlertsOfAppender(Configuration configuration, Settings settings) {
    this.configuration = configuration;
    this.settings = settings;
  }

  /** Returns where failures go. At a reload, the alerts of the appender before go on here. */
  FailureSink start(String name) {
    LoggerContext context = context();
    ContextAlerts shared =
        context == null ? ContextAlerts.of(configuration) : ContextAlerts.of(context);
    shared.open();
    AlertServices.Handle started =
        shared.services().start(name, new Log4jAlertHost(context, configuration, shared), settings);
    alerts = shared;
    handle = started;
    StopHook.add(configuration, started::leave);
    if (LogManager.getFactory() instanceof ShutdownCallbackRegistry registry) {
      shutdown = lastWordAtTheEnd(registry, started);
    }
    return started;
  }

  /**
   * That in which the configuration is being started. One that is built by code comes before its
   * context and never learns of it, so look for the one that starts on this thread, or that has
   * given the configuration its name. Null if there is none: then the alerts live as long as the
   * configuration does.
   */
  private @Nullable LoggerContext context() {
    @Nullable LoggerContext own = configuration.getLoggerContext();
    if (own != null) {
      return own;
    }
    @Nullable LoggerContext starting = ContextAnchor.THREAD_CONTEXT.get();
    if (starting != null) {
      return starting;
    }
    @Nullable Map<String, String> properties =
        configuration.getComponent(Configuration.CONTEXT_PROPERTIES);
    @Nullable String name = properties == null ? null : properties.get("contextName");
    if (name == null || !(LogManager.getFactory() instanceof Log4jContextFactory factory)) {
      return null;
    }
    List<LoggerContext> named =
        factory.getSelector().getLoggerContexts().stream()
            .filter(context -> name.equals(context.getName()))
            .toList();
    return named.size() == 1 ? named.get(0) : null;
  }

  /**
   * While all is up: when the JVM ends, Log4j stops appenders in any order. Where it stops none
   * then, this is the end.
   */
  private @Nullable Cancellable lastWordAtTheEnd(
      ShutdownCallbackRegistry registry, AlertServices.Handle started) {
    boolean stopped = configuration.isShutdownHookEnabled();
    try {
      return registry.addShutdownCallback(stopped ? started::leave : started::stop);
    } catch (IllegalStateException theJvmEndsAlready) {
      return null;
    }
  }

  /** What there is to show of them; null if they are not started. */
  @Nullable AlertsMXBean bean(String name) {
    ContextAlerts current = alerts;
    return current == null ? null : current.services().bean(name);
  }

  /** See {@link AlertServices.Handle#begin}. */
  void begin() {
    if (handle != null) {
      handle.begin(Log4jHost.ONE_THREAD);
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
