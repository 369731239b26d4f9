package dev.openaierrors.boot;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A logging framework, as Spring Boot runs it. */
enum Framework {
  /** Logback: any ERROR in its status list, and Spring Boot refuses to start. */
  LOGBACK("org.springframework.boot.logging.logback.LogbackLoggingSystem", "logback-test.xml") {
    @Override
    void error(String message, Map<String, String> mdc) {
      mdc.forEach(MDC::put);
      try {
        LoggerFactory.getLogger("com.acme.Chat").error(message);
      } finally {
        mdc.keySet().forEach(MDC::remove);
      }
    }

    @Override
    List<String> statuses() {
      LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
      return context.getStatusManager().getCopyOfStatusList().stream()
          .map(status -> LEVELS.get(status.getLevel()) + " " + status.getMessage())
          .toList();
    }

    @Override
    List<String> appendersOfRoot() {
      LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
      List<String> names = new ArrayList<>();
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .iteratorForAppenders()
          .forEachRemaining(appender -> names.add(appender.getName()));
      return names;
    }

    /** It scans the file by itself. */
    @Override
    void configureAgain(Path folder) throws IOException {
      Path file = folder.resolve(fileName());
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    }
  },

  /** Log4j2, whose status logger prints and refuses nothing. */
  LOG4J2("org.springframework.boot.logging.log4j2.Log4J2LoggingSystem", "log4j2-test.xml") {
    @Override
    void error(String message, Map<String, String> mdc) {
      CloseableThreadContext.Instance fields = CloseableThreadContext.putAll(mdc);
      try {
        LogManager.getLogger("com.acme.Chat").error(message);
      } finally {
        fields.close();
      }
    }

    @Override
    List<String> statuses() {
      synchronized (LOG4J_STATUSES) {
        return List.copyOf(LOG4J_STATUSES);
      }
    }

    @Override
    List<String> appendersOfRoot() {
      return List.copyOf(context().getConfiguration().getRootLogger().getAppenders().keySet());
    }

    @Override
    void configureAgain(Path folder) {
      context().setConfigLocation(folder.resolve(fileName()).toUri());
    }

    /** From 4.1 on, Spring Boot would look for the file of the service before. */
    @Override
    void forgetConfiguration() {
      context().reconfigure(new DefaultConfiguration());
    }

    private org.apache.logging.log4j.core.LoggerContext context() {
      heldContext =
          (org.apache.logging.log4j.core.LoggerContext)
              LogManager.getContext(Framework.class.getClassLoader(), false);
      return heldContext;
    }
  };

  private static final List<String> LEVELS = List.of("INFO", "WARN", "ERROR");

  /** Held, since Log4j itself holds it weakly, and here nobody else does. */
  @SuppressWarnings("unused")
  private static org.apache.logging.log4j.core.@Nullable LoggerContext heldContext;

  private static final List<String> LOG4J_STATUSES = new ArrayList<>();

  static {
    StatusLogger.getLogger()
        .registerListener(
            new StatusListener() {
              @Override
              public void log(StatusData data) {
                synchronized (LOG4J_STATUSES) {
                  LOG4J_STATUSES.add(
                      data.getLevel() + " " + data.getMessage().getFormattedMessage());
                }
              }

              @Override
              public Level getStatusLevel() {
                return Level.INFO;
              }

              @Override
              public void close() {}
            });
  }

  private final String loggingSystem;
  private final String fileName;

  Framework(String loggingSystem, String fileName) {
    this.loggingSystem = loggingSystem;
    this.fileName = fileName;
  }

  String loggingSystem() {
    return loggingSystem;
  }

  String fileName() {
    return fileName;
  }

  /** Logs an error of the application while its thread has this in its MDC. */
  abstract void error(String message, Map<String, String> mdc);

  /** What was said to the framework's status channel, each with its level. */
  abstract List<String> statuses();

  /** The names of the appenders that root has. */
  abstract List<String> appendersOfRoot();

  /** Lets it read its changed file in this folder again, as it does by itself. */
  abstract void configureAgain(Path folder) throws IOException;

  /** A service ended, and its configuration is no other's. */
  void forgetConfiguration() {}

  /** Nothing was said yet. */
  void forgetStatuses() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).getStatusManager().clear();
    LOG4J2.appendersOfRoot();
    synchronized (LOG4J_STATUSES) {
      LOG4J_STATUSES.clear();
    }
  }

  /** Those of them that are ours. */
  List<String> sentences() {
    return statuses().stream().filter(status -> status.contains("openai-errors:")).toList();
  }
}
