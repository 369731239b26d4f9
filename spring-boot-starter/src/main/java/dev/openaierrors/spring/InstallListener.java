package dev.openaierrors.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Puts our appender in place as soon as Spring Boot has configured logging, and looks again later:
 * others add appenders while the service starts, and Spring Cloud configures logging once more.
 */
final class InstallListener implements GenericApplicationListener {

  private static final List<Class<? extends ApplicationEvent>> EVENTS =
      List.of(
          ApplicationStartingEvent.class,
          ApplicationEnvironmentPreparedEvent.class,
          ApplicationPreparedEvent.class,
          ContextRefreshedEvent.class,
          ApplicationStartedEvent.class);

  // Of the service that starts, which has a listener of its own: both take time to be found out.
  private @Nullable LoggingFramework framework;
  private @Nullable StarterSettings settings;

  InstallListener() {}

  /** Behind Spring Boot, and behind OpenTelemetry's, which puts an appender of its own there. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 2;
  }

  @Override
  public boolean supportsEventType(ResolvableType eventType) {
    Class<?> type = eventType.getRawClass();
    return type != null && EVENTS.stream().anyMatch(event -> event.isAssignableFrom(type));
  }

  /** Never throws: a service starts without us, too. */
  @Override
  public void onApplicationEvent(ApplicationEvent event) {
    Installer installer = null;
    try {
      LoggingFramework inUse = framework == null ? LoggingFramework.inUse() : framework;
      framework = inUse;
      if (inUse != null) {
        installer = inUse.installer();
        handle(event, installer);
      }
    } catch (RuntimeException | LinkageError failure) {
      if (installer != null) {
        installer.tell(
            "openai-errors: the starter cannot put its appender in place, so events are logged as"
                + " without it. Please report it.",
            failure);
      }
    }
  }

  private void handle(ApplicationEvent event, Installer installer) {
    Environment environment = environment(event);
    if (environment == null) {
      installer.starting();
      return;
    }
    StarterSettings given = settings;
    if (given == null) {
      given = StarterSettings.of(environment);
      settings = given;
      given.problems().forEach(problem -> installer.tell(problem, null));
    }
    if (given.enabled()) {
      // Not only when it is ready, which a service whose runner does not return never is.
      installer.install(given, event instanceof ApplicationStartedEvent);
    }
  }

  private static @Nullable Environment environment(ApplicationEvent event) {
    if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
      return prepared.getEnvironment();
    }
    if (event instanceof ApplicationPreparedEvent prepared) {
      return prepared.getApplicationContext().getEnvironment();
    }
    if (event instanceof ContextRefreshedEvent refreshed) {
      return refreshed.getApplicationContext().getEnvironment();
    }
    return event instanceof ApplicationStartedEvent started
        ? started.getApplicationContext().getEnvironment()
        : null;
  }
}
