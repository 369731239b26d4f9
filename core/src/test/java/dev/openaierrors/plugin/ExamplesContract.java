package dev.openaierrors.plugin;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations that the pages of every plugin quote do what they say. */
public abstract class ExamplesContract {

  private static final String QUOTA =
      "429: {\"error\": {\"message\": \"You exceeded your current quota, please check your plan and"
          + " billing details. For more information on this error, read the docs:"
          + " https://platform.openai.com/docs/guides/error-codes/api-errors.\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"insufficient_quota\"}}";
  private static final String CREDITS =
      "429: {\"error\": {\"message\": \"You have no credits remaining.\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"credit_balance_exhausted\"}}";

  private Path logs = Path.of("");

  @BeforeEach
  final void writeTo(@TempDir Path folder) {
    logs = folder;
  }

  /** A framework that was configured by an example. */
  public interface Running extends AutoCloseable {

    /** Logs at INFO. */
    void info(String message);

    /** Logs at ERROR. */
    void error(String message, String argument);

    /** What the framework's status system has at WARN or worse. */
    List<String> problems();

    /** What of ours it has, whatever the level. */
    List<String> told();

    /** Has a value in the context of this event. */
    void errorIn(String key, String value, String message, String argument);

    @Override
    void close();
  }

  /** Where the examples write to. */
  protected final Path logs() {
    return logs;
  }

  /** Starts an example; {@code more} is what it takes from outside besides where to write to. */
  protected abstract Running start(String example, Map<String, String> more) throws Exception;

  /** What stands where an event has no kind of error: in a pattern with a default, and without. */
  protected abstract List<String> noKind();

  /** Asserts that of the destinations of an example no more is told than that they are not set. */
  protected abstract void assertNoMoreThanUnset(List<String> problems);

  @Test
  final void quickStart() throws Exception {
    List<String> lines = run("quick-start");
    assertThat(lines.get(0).strip()).endsWith(" INFO  ChatService: Started");
    assertThat(lines.get(1))
        .contains(" ERROR ChatService: Chat completion failed: 429")
        .contains(" insufficient_quota Buy credits");
  }

  @Test
  final void filter() throws Exception {
    assertThat(run("filter")).hasSize(2);
    assertThat(Files.readAllLines(logs.resolve("openai-act.log")))
        .singleElement()
        .asString()
        .contains(" insufficient_quota " + noKind().get(0) + ": ");
  }

  @Test
  final void observe() throws Exception {
    List<String> lines = run("observe");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith("Chat completion failed: " + QUOTA);
  }

  @Test
  final void json() throws Exception {
    List<String> lines = run("json");
    assertThat(lines.get(0)).doesNotContain("openai.error.");
    assertThat(lines.get(1)).containsPattern("\"openai.error.kind\" ?: ?\"insufficient_quota\"");
  }

  @Test
  final void async() throws Exception {
    run("async");
    List<String> lines = Files.readAllLines(logs.resolve("app.log"));
    assertThat(lines.get(0)).endsWith("Started " + noKind().get(1));
    assertThat(lines.get(1))
        .contains("[" + Thread.currentThread().getName() + "]")
        .endsWith("[insufficient_quota]");
  }

  @Test
  final void teams() throws Exception {
    List<String> lines =
        printedBy(
            () -> {
              try (Running running = start("teams", Map.of())) {
                assertNoMoreThanUnset(running.problems());
                running.errorIn("tenant", "acme", "Chat completion failed: {}", CREDITS);
              }
              return null;
            });
    assertThat(lines)
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
  final void status() throws Exception {
    try (Running running = start("status", Map.of())) {
      assertThat(running.told())
          .singleElement()
          .asString()
          .contains("openai-errors: slack: url: is missing");
    }
  }

  /** A test of its own in each plugin, since not each version of a framework has that appender. */
  protected final void assertThatAnAlertIsMailed() throws Exception {
    try (Mailbox mailbox = new Mailbox();
        Running running = start("mail", Map.of("SMTP_PORT", String.valueOf(mailbox.port())))) {
      running.error("Chat completion failed: {}", CREDITS);
      await("a mail").until(() -> !mailbox.mails().isEmpty());
      assertThat(mailbox.mails())
          .singleElement()
          .asString()
          .contains("Subject: OpenAI alert: quota firing", "OpenAI quota exhausted");
      assertThat(running.problems()).isEmpty();
    }
  }

  @Test
  final void everyExampleIsTested() throws Exception {
    Path folder = Path.of(Objects.requireNonNull(getClass().getResource("/examples")).toURI());
    List<String> tests =
        Stream.of(ExamplesContract.class, getClass())
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getName().toLowerCase(Locale.ROOT))
            .toList();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".xml", "")))
          .allSatisfy(name -> assertThat(tests).contains(name.replace("-", "")));
    }
  }

  /** Logs two events and stops; returns what was printed meanwhile. */
  protected final List<String> run(String example) throws Exception {
    return printedBy(
        () -> {
          try (Running running = start(example, Map.of())) {
            running.info("Started");
            running.error("Chat completion failed: {}", QUOTA);
            assertThat(running.problems()).isEmpty();
          }
          return null;
        });
  }

  private static List<String> printedBy(Callable<?> task) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      task.call();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
