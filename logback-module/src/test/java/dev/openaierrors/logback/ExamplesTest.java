package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.ExamplesContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ExamplesTest extends ExamplesContract {

  /** What the examples take from outside. */
  static Map<String, String> properties(Path logs) {
    return Map.of(
        "LOG_DIR", logs.toString(),
        "SLACK_WEBHOOK_URL", "https://127.0.0.1:9/slack",
        "BILLING_WEBHOOK_URL", "https://127.0.0.1:9/billing",
        "PD_ROUTING_KEY", "0123456789abcdef0123456789abcdef",
        "HOOK_TOKEN", "token");
  }

  @Override
  protected Running start(String example, Map<String, String> more) throws Exception {
    Map<String, String> all = new HashMap<>(properties(logs()));
    all.putAll(more);
    return new Started(Logback.fromResource("examples/" + example + ".xml", all));
  }

  @Override
  protected List<String> noKind() {
    return List.of("-", "[no OpenAI error]");
  }

  @Override
  protected void assertNoMoreThanUnset(List<String> problems) {
    assertThat(problems).isEmpty();
  }

  @Test
  void sifting() throws Exception {
    run("sifting");
    assertThat(Files.readString(logs().resolve("openai-none.log"))).contains("Started");
    assertThat(Files.readString(logs().resolve("openai-insufficient_quota.log")))
        .contains("Chat completion failed")
        .doesNotContain("Started");
  }

  @Test
  void alerts() throws Exception {
    run("alerts");
    assertThat(logs().resolve("openai-alerts.state")).exists();
  }

  @Test
  @Tag("newest-only") // Logback 1.3 wants an older mail API.
  void mail() throws Exception {
    assertThatAnAlertIsMailed();
  }

  @Test
  void theStatusIsPrintedByItsListener() throws Exception {
    assertThat(run("status"))
        .anyMatch(line -> line.contains("openai-errors: slack: url: is missing"));
  }

  private record Started(Logback logback) implements Running {

    @Override
    public void info(String message) {
      logback.logger().info(message);
    }

    @Override
    public void error(String message, String argument) {
      logback.logger().error(message, argument);
    }

    @Override
    public void errorIn(String key, String value, String message, String argument) {
      MDC.put(key, value);
      try {
        error(message, argument);
      } finally {
        MDC.remove(key);
      }
    }

    @Override
    public List<String> problems() {
      return logback.problems();
    }

    @Override
    public List<String> told() {
      return logback.told();
    }

    @Override
    public void close() {
      logback.close();
    }
  }
}
