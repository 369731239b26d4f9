package dev.openaierrors.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.ClassUtils;

/**
 * The framework that Spring Boot has configured. Its own classes are named in {@link Installer}s
 * only, which are loaded where the framework is there.
 */
enum LoggingFramework {
  LOGBACK(
      "ch.qos.logback.classic.LoggerContext",
      "org.springframework.boot.logging.logback.",
      "%replace([%X{openai.error.kind} retryable=%X{openai.error.retryable}] ){'\\[ retryable=\\] ',''}") {
    @Override
    Installer installer() {
      return new LogbackInstaller();
    }
  },
  LOG4J2(
      "org.apache.logging.log4j.core.LoggerContext",
      "org.springframework.boot.logging.log4j2.",
      "%notEmpty{[%X{openai.error.kind} retryable=%X{openai.error.retryable}] }") {
    @Override
    Installer installer() {
      return new Log4jInstaller();
    }
  };

  private final String mark;
  private final String systems;
  private final String pattern;

  LoggingFramework(String mark, String systems, String pattern) {
    this.mark = mark;
    this.systems = systems;
    this.pattern = pattern;
  }

  /** What puts our appender there. */
  abstract Installer installer();

  /** What shows kind and retryability in a pattern, and nothing where there is no kind. */
  String pattern() {
    return pattern;
  }

  /** The one in use; null if it is none of them. */
  static @Nullable LoggingFramework inUse() {
    ClassLoader loader = LoggingFramework.class.getClassLoader();
    Class<?> system = LoggingSystem.get(loader).getClass();
    for (Class<?> type = system; type != null; type = type.getSuperclass()) {
      for (LoggingFramework framework : values()) {
        if (type.getName().startsWith(framework.systems)
            && ClassUtils.isPresent(framework.mark, loader)) {
          return framework;
        }
      }
    }
    return null;
  }
}
