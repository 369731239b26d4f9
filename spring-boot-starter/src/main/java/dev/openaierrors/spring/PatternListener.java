package dev.openaierrors.spring;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets Spring Boot's own patterns show what an error is, by the part of them that is there for
 * such: the one for correlation ids. A property of lowest precedence, so whatever the service says
 * of its patterns holds.
 */
final class PatternListener
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  static final String SOURCE = "openaiErrors";
  private static final String CORRELATION = "logging.pattern.correlation";

  /** Where Spring Boot copies it to, for configurations to refer to. */
  private static final String COPIED = "LOG_CORRELATION_PATTERN";

  PatternListener() {}

  /** After all properties are there and before Spring Boot configures logging. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER - 1;
  }

  /** Never throws: a service starts without us, too. */
  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    try {
      forget();
      String pattern = pattern(environment);
      if (pattern != null) {
        environment
            .getPropertySources()
            .addLast(new MapPropertySource(SOURCE, Map.of(CORRELATION, pattern)));
      }
    } catch (RuntimeException | LinkageError failure) {
      // The other listener meets it, too, and tells of it where it can be told.
    }
  }

  /** What a service or a bootstrap context before this one left behind. */
  private static void forget() {
    String left = System.getProperty(COPIED, "");
    if (Stream.of(LoggingFramework.values()).anyMatch(any -> left.contains(any.pattern()))) {
      // Spring Boot copies only where nothing is yet, and takes nothing away.
      System.clearProperty(COPIED);
    }
    LoggingFramework framework = LoggingFramework.inUse();
    if (framework != null) {
      framework.installer().starting();
    }
  }

  private static @Nullable String pattern(ConfigurableEnvironment environment) {
    LoggingFramework framework = LoggingFramework.inUse();
    if (framework == null || isShownAlready(environment)) {
      return null;
    }
    StarterSettings settings = StarterSettings.of(environment);
    if (!settings.enabled() || !settings.inPattern()) {
      return null;
    }
    boolean hasIds = environment.getProperty("logging.expect-correlation-id", Boolean.class, false);
    return (hasIds ? "%correlationId" : "") + framework.pattern();
  }

  private static boolean isShownAlready(ConfigurableEnvironment environment) {
    return Stream.of("level", "console", "file", "correlation")
        .map(part -> environment.getProperty("logging.pattern." + part, ""))
        .anyMatch(pattern -> pattern.contains("openai.error"));
  }
}
