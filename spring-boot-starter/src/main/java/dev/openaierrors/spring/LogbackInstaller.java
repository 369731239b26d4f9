package dev.openaierrors.spring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.status.WarnStatus;
import dev.openaierrors.logback.OpenAiErrorAppender;
import dev.openaierrors.plugin.AlertsMXBean;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** Finds or makes the {@link LogbackInstallation} of the context. */
final class LogbackInstaller implements Installer {

  /** What Spring Boot leaves in a context that it has configured. */
  private static final String CONFIGURED = LoggingSystem.class.getName();

  LogbackInstaller() {}

  @Override
  public void starting() {
    LoggerContext context = context();
    if (context != null && context.getObject(CONFIGURED) == null) {
      // Else it would put an appender with the settings of the service before in place, while
      // Spring Boot reads the configuration.
      LogbackInstallation.forget(context);
    }
  }

  @Override
  public void install(StarterSettings settings, boolean ready) {
    LoggerContext context = context();
    if (context == null) {
      return;
    }
    LogbackInstallation installation =
        context.getObject(LogbackInstallation.KEY) instanceof LogbackInstallation known
            ? known
            : new LogbackInstallation(context, settings);
    installation.install(ready);
  }

  @Override
  public Map<String, AlertsMXBean> alerts() {
    Map<String, AlertsMXBean> all = new TreeMap<>();
    LoggerContext context = context();
    if (context != null) {
      for (Logger logger : context.getLoggerList()) {
        collect(logger.iteratorForAppenders(), all, 0);
      }
    }
    return all;
  }

  private static void collect(
      @Nullable Iterator<? extends Appender<?>> appenders,
      Map<String, AlertsMXBean> all,
      int depth) {
    while (appenders != null && appenders.hasNext()) {
      Appender<?> appender = appenders.next();
      AlertsMXBean alerts = appender instanceof OpenAiErrorAppender ours ? ours.alerts() : null;
      if (alerts != null) {
        all.put(String.valueOf(appender.getName()), alerts);
      } else if (depth < 10 && appender instanceof AppenderAttachable<?> some) {
        collect(some.iteratorForAppenders(), all, depth + 1);
      }
    }
  }

  @Override
  public void tell(String sentence, @Nullable Throwable cause) {
    LoggerContext context = context();
    if (context != null) {
      context.getStatusManager().add(new WarnStatus(sentence, this, cause));
    }
  }

  private static @Nullable LoggerContext context() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext context ? context : null;
  }
}
