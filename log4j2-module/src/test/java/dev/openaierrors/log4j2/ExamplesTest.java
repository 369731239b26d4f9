package dev.openaierrors.log4j2;

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
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.logging.log4j.ThreadContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations that the pages quote do what they say. */
class ExamplesTest {

  private static final String LOG_DIR = "LOG_DIR";

  private static final String CREDITS =
      "429: {\"error\": {\"message\": \"You have no credits remaining.\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"credit_balance_exhausted\"}}";

  private Path logs;

  @BeforeEach
  void writeTo(@TempDir Path logs) {
    this.logs = logs;
    System.setProperty(LOG_DIR, logs.toString());
  }

  @AfterEach
  void forgetWhereTo() {
    System.clearProperty(LOG_DIR);
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
        .contains(" insufficient_quota []: ");
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
    assertThat(lines.get(1)).contains("\"openai.error.kind\":\"insufficient_quota\"");
  }

  @Test
  void async() throws Exception {
    run("async");
    List<String> lines = Files.readAllLines(logs.resolve("app.log"));
    assertThat(lines.get(0)).endsWith("Started []");
    assertThat(lines.get(1))
        .contains("[" + Thread.currentThread().getName() + "]")
        .endsWith("[insufficient_quota]");
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
    assertThat(Files.readString(logs.resolve("openai-none.log"))).contains("Started");
    assertThat(Files.readString(logs.resolve("openai-insufficient_quota.log")))
        .contains("Chat completion failed")
        .doesNotContain("Started");
  }

  /** The variables of its destinations are not set here; what is said of that is all. */
  @Test
  void alerts() throws Exception {
    try (Log4j log4j = Log4j.fromResource("examples/alerts.xml")) {
      assertThat(log4j.problems())
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
    assertThat(logs.resolve("openai-alerts.state")).exists();
  }

  @Test
  void mail() throws Exception {
    try (Mailbox mailbox = new Mailbox()) {
      System.setProperty("SMTP_PORT", String.valueOf(mailbox.port()));
      try (Log4j log4j = Log4j.fromResource("examples/mail.xml")) {
        log4j.logger().error("Chat completion failed: {}", CREDITS);
        await("a mail").until(() -> !mailbox.mails().isEmpty());
        assertThat(mailbox.mails())
            .singleElement()
            .asString()
            .contains("Subject: OpenAI alert: quota firing", "OpenAI quota exhausted");
        assertThat(log4j.problems()).isEmpty();
      } finally {
        System.clearProperty("SMTP_PORT");
      }
    }
  }

  @Test
  void teams() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Log4j log4j = Log4j.fromResource("examples/teams.xml")) {
      assertThat(log4j.problems())
          .hasSize(2)
          .allSatisfy(text -> assertThat(text).contains("slack: url:", "WEBHOOK_URL' is not set"));
      ThreadContext.put("tenant", "acme");
      log4j.logger().error("Chat completion failed: {}", CREDITS);
    } finally {
      ThreadContext.remove("tenant");
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

  /** What is printed depends on who asked Log4j first in this JVM, so that it is told is all. */
  @Test
  void status() throws Exception {
    try (Log4j log4j = Log4j.fromResource("examples/status.xml")) {
      assertThat(log4j.told())
          .singleElement()
          .asString()
          .startsWith("INFO openai-errors: slack: url: is missing");
    }
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

  /** Logs two events and stops; returns what was printed meanwhile. */
  private static List<String> run(String example) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Log4j log4j = Log4j.fromResource("examples/" + example + ".xml")) {
      log4j.logger().info("Started");
      log4j.logger().error("Chat completion failed: {}", Payloads.QUOTA);
      assertThat(log4j.problems()).isEmpty();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
