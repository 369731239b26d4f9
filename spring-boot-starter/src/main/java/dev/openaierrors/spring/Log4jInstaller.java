package dev.openaierrors.spring;

import dev.openaierrors.log4j2.OpenAiErrorAppender;
import dev.openaierrors.plugin.AlertsMXBean;
import java.util.Map;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;

/** Finds or makes the {@link Log4jInstallation} of the context. */
final class Log4jInstaller implements Installer {

  private static final String KEY = Log4jInstallation.class.getName();

  /** What Spring Boot leaves in a context that it has configured. */
  private static final String CONFIGURED = LoggingSystem.class.getName();

  Log4jInstaller() {}

  @Override
  public void starting() {
    LoggerContext context = context();
    if (context != null && !CONFIGURED.equals(context.getExternalContext())) {
      // Else it would put an appender with the settings of the service before in place, while
      // Spring Boot reads the configuration.
      if (context.removeObject(KEY) instanceof Log4jInstallation known) {
        context.removePropertyChangeListener(known);
      }
    }
  }

  @Override
  public void install(StarterSettings settings, boolean ready) {
    LoggerContext context = context();
    if (context == null) {
      return;
    }
    if (context.getObject(KEY) instanceof Log4jInstallation known) {
      known.install(ready);
      return;
    }
    Log4jInstallation installation = new Log4jInstallation(context, settings);
    context.putObject(KEY, installation);
    context.addPropertyChangeListener(installation);
    installation.install(ready);
  }

  @Override
  public Map<String, AlertsMXBean> alerts() {
    Map<String, AlertsMXBean> all = new TreeMap<>();
    LoggerContext context = context();
    if (context != null) {
      for (Appender appender : context.getConfiguration().getAppenders().values()) {
        if (appender instanceof OpenAiErrorAppender ours) {
          String name = ours.alertsName();
          AlertsMXBean alerts = ours.alerts();
          if (name != null && alerts != null) {
            all.put(name, alerts);
          }
        }
      }
    }
    return all;
  }

  @Override
  public void tell(String sentence, @Nullable Throwable cause) {
    StatusLogger.getLogger().warn(sentence, cause);
  }

  /** That of Spring Boot. */
  private static @Nullable LoggerContext context() {
    ClassLoader loader = Log4jInstaller.class.getClassLoader();
    return LogManager.getContext(loader, false) instanceof LoggerContext context ? context : null;
  }
}
