package dev.openaierrors.boot;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Configurations of both frameworks that say the same. */
final class Configurations {

  private static final Path ROOT = Path.of("..", "..", "..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern XML = Pattern.compile("(?ms)^[ \t]*```xml[^\n]*\n(.*?)^[ \t]*```");

  private Configurations() {}

  /** That of the documentation which shows destinations. */
  static String withDestinations(Framework framework) throws IOException {
    String element = framework == Framework.LOGBACK ? "<slack>" : "<Slack ";
    return xml(DOCS.resolve("alerts.md"))
        .filter(xml -> xml.contains(element) && xml.matches("(?is).*<configuration.*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("alerts.md shows no " + element));
  }

  /** That of the documentation which prints what Logback's components say. */
  static String withStatusListener() throws IOException {
    return xml(DOCS.resolve("recipes.md"))
        .filter(xml -> xml.contains("<statusListener"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("recipes.md shows no status listener"));
  }

  /** Those of the documentation that include something of Spring Boot's, each once. */
  static Set<String> forSpringBoot() throws IOException {
    Set<String> all = new LinkedHashSet<>();
    xml(ROOT.resolve("README.md")).forEach(all::add);
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(DOCS, "*.md")) {
      for (Path page : pages) {
        xml(page).forEach(all::add);
      }
    }
    all.removeIf(xml -> !xml.contains("org/springframework/boot"));
    return all;
  }

  /** The pattern of Spring Boot's that the manual advises. */
  static String advisedProperty() throws IOException {
    return Pattern.compile("(?m)^(logging\\.pattern\\.level=.*)$")
        .matcher(Files.readString(DOCS.resolve("getting-started.md")))
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("getting-started.md advises no pattern"));
  }

  private static Stream<String> xml(Path page) throws IOException {
    return XML.matcher(Files.readString(page)).results().map(block -> block.group(1));
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
