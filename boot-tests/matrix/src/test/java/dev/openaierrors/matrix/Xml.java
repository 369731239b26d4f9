package dev.openaierrors.matrix;

/** Configurations of a service's own, with the fields where Spring Boot's patterns show them. */
final class Xml {

  private static final String PATTERN = "[%X{openai.error.kind} retryable=%X{openai.error.retryable}]";

  private Xml() {}

  static String fileName(Part framework) {
    return framework == Part.LOGBACK ? "logback-test.xml" : "log4j2-test.xml";
  }

  /** An asynchronous appender at root. */
  static String asynchronous(Part framework) {
    return framework == Part.LOGBACK
        ? """
          <configuration>
            <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
              <encoder><pattern>%%d %s %%logger %%message%%n</pattern></encoder>
            </appender>
            <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">
              <appender-ref ref="CONSOLE"/>
            </appender>
            <root level="INFO"><appender-ref ref="ASYNC"/></root>
          </configuration>
          """
            .formatted(PATTERN)
        : log4j2("<Async name=\"ASYNC\"><AppenderRef ref=\"Console\"/></Async>", "ASYNC");
  }

  /** Of Logback, with the appender of Sentry beside that of the console. */
  static String sentry(String dsn) {
    return """
        <configuration>
          <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%%d %s %%logger %%message%%n</pattern></encoder>
          </appender>
          <appender name="SENTRY" class="io.sentry.logback.SentryAppender">
            <options><dsn>%s</dsn><contextTag>openai.error.kind</contextTag></options>
          </appender>
          <root level="INFO"><appender-ref ref="CONSOLE"/><appender-ref ref="SENTRY"/></root>
        </configuration>
        """
        .formatted(PATTERN, dsn);
  }

  /** Of Log4j2, with this appender, named MORE, beside that of the console. */
  static String beside(String appender) {
    return log4j2(appender, "Console", "MORE");
  }

  private static String log4j2(String appender, String... ofRoot) {
    StringBuilder references = new StringBuilder();
    for (String name : ofRoot) {
      references.append("<AppenderRef ref=\"").append(name).append("\"/>");
    }
    return """
        <Configuration>
          <Appenders>
            <Console name="Console">
              <PatternLayout pattern="%%d %s %%logger %%message%%n"/>
            </Console>
            %s
          </Appenders>
          <Loggers><Root level="INFO">%s</Root></Loggers>
        </Configuration>
        """
        .formatted(PATTERN, appender, references);
  }
}
