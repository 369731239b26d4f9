package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a Java runtime that was linked without the modules of HTTP and JMX, those two are missing. */
@Tag("newest-only") // The framework has no say in it.
class SmallRuntimeTest {

  @Test
  void alertsAreLoggedWithoutHttpAndJmx() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.xml,java.naming,java.logging",
                "-cp",
                System.getProperty("java.class.path"),
                Service.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(printed)
        .contains("WARN openai-errors: slack, webhook: this Java runtime has no HTTP client")
        .contains("WARN openai-errors: jmx: this Java runtime has no JMX")
        .contains("[insufficient_quota]")
        .contains("[FIRING] OpenAI quota exhausted")
        .doesNotContain("cannot start", "ERROR openai-errors");
    assertThat(printed.split("no HTTP client", -1)).as("one sentence").hasSize(2);
  }

  /** Fails once and stops. */
  static final class Service {

    private Service() {}

    public static void main(String[] arguments) throws Exception {
      Logback logback =
          Logback.fromText(
              """
              <configuration>
                <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender">
                  <encoder><pattern>%message [%X{openai.error.kind}]%n</pattern></encoder>
                </appender>
                <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
                  <appender-ref ref="CONSOLE"/>
                  <alert> <name>quota</name> <when>first</when> </alert>
                  <slack> <url>https://127.0.0.1:1/x</url> </slack>
                  <webhook> <url>https://127.0.0.1:1/x</url> </webhook>
                  <jmx>true</jmx>
                </appender>
                <root level="INFO"><appender-ref ref="OPENAI"/></root>
              </configuration>
              """,
              Map.of());
      logback.logger().error("Chat completion failed: {}", Payloads.QUOTA);
      // The last word tells what was found since the last second.
      logback.close();
      logback.told().forEach(System.out::println);
    }
  }
}
