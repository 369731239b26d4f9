package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.ExamplesContract;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.ThreadContext;
import org.junit.jupiter.api.Test;

class ExamplesTest extends ExamplesContract {

  /** The variables of destinations cannot be set here. */
  @Override
  protected void assertNoMoreThanUnset(List<String> problems) {
    assertThat(problems)
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("slack: url:", "WEBHOOK_URL' is not set"));
  }

  @Override
  protected Running start(String example, Map<String, String> more) throws Exception {
    Map<String, String> all = new HashMap<>(more);
    all.put("LOG_DIR", logs().toString());
    all.forEach(System::setProperty);
    return new Started(Log4j.fromResource("examples/" + example + ".xml"), all);
  }

  @Override
  protected List<String> noKind() {
    return List.of("[]", "[]");
  }

  @Test
  void rewrite() throws Exception {
    List<String> lines = run("rewrite");
    assertThat(lines.get(0)).endsWith("Started []");
    assertThat(lines.get(1)).endsWith("[insufficient_quota]");
  }

  @Test
  void routing() throws Exception {
    run("routing");
    assertThat(Files.readString(logs().resolve("openai-none.log"))).contains("Started");
    assertThat(Files.readString(logs().resolve("openai-insufficient_quota.log")))
        .contains("Chat completion failed")
        .doesNotContain("Started");
  }

  /** The variables of its destinations are not set here; what is said of that is all. */
  @Test
  void alerts() throws Exception {
    try (Running running = start("alerts", Map.of())) {
      assertThat(running.problems())
          .hasSize(3)
          .anySatisfy(
              text -> assertThat(text).contains("slack: url:", "'SLACK_WEBHOOK_URL' is not set"))
          .anySatisfy(
              text ->
                  assertThat(text)
                      .contains("pagerDuty: routingKey:", "'PD_ROUTING_KEY' is not set"))
          .anySatisfy(
              text -> assertThat(text).contains("webhook: header:", "'HOOK_TOKEN' is not set"));
    }
    assertThat(logs().resolve("openai-alerts.state")).exists();
  }

  @Test
  void mail() throws Exception {
    assertThatAnAlertIsMailed();
  }

  /**
   * A framework that runs.
   *
   * @param properties those of the system that were set for it
   */
  private record Started(Log4j log4j, Map<String, String> properties) implements Running {

    @Override
    public void info(String message) {
      log4j.logger().info(message);
    }

    @Override
    public void error(String message, String argument) {
      log4j.logger().error(message, argument);
    }

    @Override
    public void errorIn(String key, String value, String message, String argument) {
      ThreadContext.put(key, value);
      try {
        error(message, argument);
      } finally {
        ThreadContext.remove(key);
      }
    }

    @Override
    public List<String> problems() {
      return log4j.problems();
    }

    @Override
    public List<String> told() {
      return log4j.told();
    }

    @Override
    public void close() {
      log4j.close();
      properties.keySet().forEach(System::clearProperty);
    }
  }
}
