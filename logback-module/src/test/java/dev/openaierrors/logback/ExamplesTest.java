package dev.openaierrors.logback;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.Mailbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** The configurations that the pages quote do what they say. */
class ExamplesTest {

  private static final String CREDITS =
      "429: {\"error\": {\"message\": \"You have no credits remaining.\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"credit_balance_exhausted\"}}";

  private Path logs;

  @BeforeEach
  void writeTo(@TempDir Path logs) {
    this.logs = logs;
  }

  @Test
  void quickStart() throws Exception {
    List<String> lines = run("quick-start");
    assertThat(lines.get(0).strip()).endsWith(" INFO  ChatService: Started");
    assertThat(lines.get(1))
        .contains(" ERROR ChatService: Chat completion failed: 429")
        .contains(" insufficient_quota Buy credits");
  }

  @Test
  void filter() throws Exception {
    List<String> lines = run("filter");
    assertThat(lines).hasSize(2);
    assertThat(Files.readAllLines(logs.resolve("openai-act.log")))
        .singleElement()
        .asString()
        .contains(" insufficient_quota -: ");
  }

  @Test
  void observe() throws Exception {
    List<String> lines = run("observe");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith("Chat completion failed: " + Payloads.QUOTA);
  }

  @Test
  void json() throws Exception {
    List<String> lines = run("json");
    assertThat(lines.get(0)).doesNotContain("openai.error.");
    assertThat(lines.get(1)).contains("\"openai.error.kind\"", "\"insufficient_quota\"");
  }

  @Test
  void async() throws Exception {
    run("async");
    List<String> lines = Files.readAllLines(logs.resolve("app.log"));
    assertThat(lines.get(0)).endsWith("Started [no OpenAI error]");
    assertThat(lines.get(1))
        .contains("[" + Thread.currentThread().getName() + "]")
        .endsWith("[insufficient_quota]");
  }

  @Test
  void sifting() throws Exception {
    run("sifting");
    assertThat(Files.readString(logs.resolve("openai-none.log"))).contains("Started");
    assertThat(Files.readString(logs.resolve("openai-insufficient_quota.log")))
        .contains("Chat completion failed")
        .doesNotContain("Started");
  }

  @Test
  void alerts() throws Exception {
    run("alerts");
    assertThat(logs.resolve("openai-alerts.state")).exists();
  }

  @Test
  @Tag("newest-only") // Logback 1.3 wants an older mail API.
  void mail() throws Exception {
    try (Mailbox mailbox = new Mailbox();
        Logback logback =
            Logback.fromResource(
                "examples/mail.xml", Map.of("SMTP_PORT", String.valueOf(mailbox.port())))) {
      logback.logger().error("Chat completion failed: {}", CREDITS);
      await("a mail").until(() -> !mailbox.mails().isEmpty());
      assertThat(mailbox.mails())
          .singleElement()
          .asString()
          .contains("Subject: OpenAI alert: quota firing", "OpenAI quota exhausted");
      assertThat(logback.problems()).isEmpty();
    }
  }

  @Test
  void status() throws Exception {
    assertThat(run("status"))
        .anyMatch(line -> line.contains("openai-errors: slack: url: is missing"));
  }

  @Test
  void teams() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Logback logback = Logback.fromResource("examples/teams.xml", properties(logs))) {
      assertThat(logback.problems()).isEmpty();
      MDC.put("tenant", "acme");
      logback.logger().error("Chat completion failed: {}", CREDITS);
    } finally {
      MDC.remove("tenant");
      System.setOut(console);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("[FIRING]"))
        .singleElement()
        .asString()
        .contains(
            " OpenAI quota exhausted: chat-api, tenant acme. ",
            " Runbook: https://wiki.example.com/billing"
                + " Logs: https://logs.example.com/search?q=chat-api&from=")
        .endsWith(" [payments]");
  }

  @Test
  void everyExampleIsTested() throws Exception {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/examples")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".xml", "")))
          .allSatisfy(
              name ->
                  assertThat(
                          Stream.of(getClass().getDeclaredMethods())
                              .map(method -> method.getName().toLowerCase(Locale.ROOT)))
                      .contains(name.replace("-", "")));
    }
  }

  /** What the examples take from outside. */
  static Map<String, String> properties(Path logs) {
    return Map.of(
        "LOG_DIR", logs.toString(),
        "SLACK_WEBHOOK_URL", "https://127.0.0.1:9/slack",
        "BILLING_WEBHOOK_URL", "https://127.0.0.1:9/billing",
        "PD_ROUTING_KEY", "0123456789abcdef0123456789abcdef",
        "HOOK_TOKEN", "token");
  }

  /** Logs two events and stops; returns what was printed meanwhile. */
  private List<String> run(String example) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Logback logback = Logback.fromResource("examples/" + example + ".xml", properties(logs))) {
      logback.logger().info("Started");
      logback.logger().error("Chat completion failed: {}", Payloads.QUOTA);
      assertThat(logback.problems()).isEmpty();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
