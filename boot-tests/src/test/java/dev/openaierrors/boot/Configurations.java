package dev.openaierrors.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Configurations of both frameworks that say the same. */
final class Configurations {

  private static final Path README = Path.of("..", "..", "..", "README.md");
  private static final Pattern XML = Pattern.compile("(?ms)^[ \t]*```xml[^\n]*\n(.*?)^[ \t]*```");

  private Configurations() {}

  /** That of the README which shows destinations. */
  static String ofReadme(Framework framework) throws IOException {
    String element = framework == Framework.LOGBACK ? "<slack>" : "<Slack ";
    return XML.matcher(Files.readString(README))
        .results()
        .map(block -> block.group(1))
        .filter(xml -> xml.contains(element) && xml.matches("(?is).*<configuration.*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("README.md shows no " + element));
  }

  /** Our appender in front of the structured console appender of Spring Boot. */
  static String structured(Framework framework, String format) {
    return framework == Framework.LOGBACK
        ? """
          <configuration>
            <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
              <encoder class="org.springframework.boot.logging.logback.StructuredLogEncoder">
                <format>%s</format>
                <charset>UTF-8</charset>
              </encoder>
            </appender>
            <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
              <appender-ref ref="CONSOLE"/>
            </appender>
            <root level="INFO"><appender-ref ref="OPENAI"/></root>
          </configuration>
          """
            .formatted(format)
        : """
          <Configuration>
            <Appenders>
              <Console name="Console">
                <StructuredLogLayout format="%s" charset="UTF-8"/>
              </Console>
              <OpenAiErrors name="OPENAI"><AppenderRef ref="Console"/></OpenAiErrors>
            </Appenders>
            <Loggers><Root level="INFO"><AppenderRef ref="OPENAI"/></Root></Loggers>
          </Configuration>
          """
            .formatted(format);
  }

  /** Our appender with these elements of Logback, or these of Log4j2. */
  static String with(Framework framework, String logback, String log4j2) {
    return framework == Framework.LOGBACK
        ? """
          <configuration>
            <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
              <encoder><pattern>%%level %%message [%%X{openai.error.kind}]%%n</pattern></encoder>
            </appender>
            <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
              <appender-ref ref="CONSOLE"/>
              %s
            </appender>
            <root level="INFO"><appender-ref ref="OPENAI"/></root>
          </configuration>
          """
            .formatted(logback)
        : """
          <Configuration>
            <Appenders>
              <Console name="Console">
                <PatternLayout pattern="%%level %%message [%%X{openai.error.kind}]%%n"/>
              </Console>
              <OpenAiErrors name="OPENAI"><AppenderRef ref="Console"/>%s</OpenAiErrors>
            </Appenders>
            <Loggers><Root level="INFO"><AppenderRef ref="OPENAI"/></Root></Loggers>
          </Configuration>
          """
            .formatted(log4j2);
  }
}
