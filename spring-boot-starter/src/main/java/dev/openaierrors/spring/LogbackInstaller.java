package dev.openaierrors.spring;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.WarnStatus;
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
  public void tell(String sentence, Throwable cause) {
    LoggerContext context = context();
    if (context != null) {
      context.getStatusManager().add(new WarnStatus(sentence, this, cause));
    }
  }

  private static @Nullable LoggerContext context() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext context ? context : null;
  }
}
