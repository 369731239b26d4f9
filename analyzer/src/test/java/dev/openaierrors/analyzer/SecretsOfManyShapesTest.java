package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets of every shape, made anew by each run, wherever they stand in a log: none is shown. */
class SecretsOfManyShapesTest {

  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final String HEX = "0123456789abcdef";
  private static final String UPPER = "ABCDEFGHIJKLMNPQRSTUVWXYZ234567";

  @TempDir Path folder;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** A text with a place for what must not be shown, and of what that is made. */
  enum Shape {
    KEY("sk-%s", LETTERS, 48),
    PROJECT_KEY("sk-proj-%s", LETTERS, 64),
    SERVICE_KEY("sk-svcacct-%s", LETTERS, 40),
    KEY_OF_ANOTHER_VENDOR("sk-ant-api03-%s", LETTERS, 60),
    BEARER("Authorization: Bearer %s", LETTERS, 40),
    AZURE_KEY("api-key: %s", HEX, 32),
    HEADER_OF_JSON("{\"x-api-key\":\"%s\"}", HEX, 32),
    TOKEN_OF_TWO_DOTS("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.%s", LETTERS, 43),
    AWS("AKIA%s", UPPER, 16),
    GITHUB("ghp_%s", LETTERS, 36),
    SLACK("xoxb-123456789012-%s", LETTERS, 24),
    GOOGLE("AIzaSy%s", LETTERS, 33),
    PASSWORD("password=%s", LETTERS, 14),
    PASSWORD_OF_YAML("password: '%s'", LETTERS, 14),
    SECRET("client_secret=%s&scope=all", LETTERS, 30),
    USER_OF_URL("https://admin:%s@proxy.example:8080/v1", LETTERS, 12),
    QUERY("https://api.example/v1?api_key=%s&x=1", LETTERS, 24),
    SIGNATURE("https://store.example/x?sig=%s", LETTERS, 43),
    MAIL("%s@example.org", LETTERS, 12),
    ORGANIZATION("in organization org-%s", LETTERS, 24),
    PROJECT("in project proj_%s", LETTERS, 24);

    private final String text;
    private final String letters;
    private final int length;

    Shape(String text, String letters, int length) {
      this.text = text;
      this.letters = letters;
      this.length = length;
    }
  }

  private String secret(Shape shape) {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < shape.length; i++) {
      secret.append(shape.letters.charAt(random.nextInt(shape.letters.length())));
    }
    return secret.toString();
  }

  /** Every text that the command gives of a log, with standard error. */
  private List<String> outputs(Path log) {
    List<String> outputs = new ArrayList<>();
    String[][] options = {
      {},
      {"--color=always"},
      {"--format=json"},
      {"--format=html"},
      {"--format=markdown"},
      {"--list", "-C", "3"},
      {"--list", "-C", "3", "--format=json"},
      {"--list", "--format=csv"},
      {"--against", log.toString(), "--format=json"},
    };
    for (String[] some : options) {
      List<String> words = new ArrayList<>(List.of("analyze", log.toString()));
      words.addAll(List.of(some));
      CommandRun run = new CommandRun().run(words.toArray(String[]::new));
      assertThat(run.out()).contains("insufficient_quota");
      outputs.add(String.join(" ", some) + "\n" + run.out() + run.err());
    }
    return outputs;
  }

  private void isShownNowhere(String secret, Path log) {
    // Half of a secret is too much of it.
    String part = secret.substring(0, Math.min(10, secret.length() / 2 + 1));
    for (String output : outputs(log)) {
      assertThat(output.contains(part))
          .as("seed %d, %s in %s", seed, part, output.length() > 6000 ? "a page" : output)
          .isFalse();
    }
  }

  private static String line(String logger, String thread, String message) {
    return "2026-05-04T08:00:00.123Z ERROR 1 --- [shop] [%s] %s : %s\n"
        .formatted(thread, logger, message);
  }

  private static final String ERROR =
      "OpenAI call failed: 429 insufficient_quota You exceeded your current quota ";

  @ParameterizedTest
  @EnumSource
  void behindTheErrorOrBeforeIt(Shape shape) throws IOException {
    String secret = secret(shape);
    String text = shape.text.formatted(secret);
    Path log =
        Files.writeString(
            folder.resolve("app.log"),
            line("a.B", "main", ERROR + text)
                + line("a.C", "main", text + " " + ERROR)
                + line("a.D", "main", ERROR + "(" + text + ")"));
    isShownNowhere(secret, log);
  }

  @ParameterizedTest
  @EnumSource
  void inWhatWasThrown(Shape shape) throws IOException {
    String secret = secret(shape);
    String text = shape.text.formatted(secret);
    Path log =
        Files.writeString(
            folder.resolve("app.log"),
            line("a.B", "main", ERROR)
                + "java.lang.IllegalStateException: "
                + text
                + "\n"
                + "\tat shop.Chat.ask(Chat.java:17)\n"
                + "Caused by: java.io.IOException: "
                + text
                + "\n"
                + "\tat shop.Chat.read(Chat.java:4)\n");
    isShownNowhere(secret, log);
  }

  @ParameterizedTest
  @EnumSource
  void inTheLinesAround(Shape shape) throws IOException {
    String secret = secret(shape);
    String quiet = line("a.B", "main", "call with " + shape.text.formatted(secret));
    Path log =
        Files.writeString(folder.resolve("app.log"), quiet + line("a.B", "main", ERROR) + quiet);
    isShownNowhere(secret, log);
  }

  @ParameterizedTest
  @EnumSource
  void inTheFieldsOfAnObject(Shape shape) throws IOException {
    String secret = secret(shape);
    String text = shape.text.formatted(secret).replace("\"", "\\\"");
    Path log =
        Files.writeString(
            folder.resolve("app.json"),
            ("{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"level\":\"ERROR\",\"message\":\""
                    + ERROR
                    + "\",\"logger_name\":\"TEXT\",\"thread_name\":\"TEXT\",\"service\":\"TEXT\","
                    + "\"stack_trace\":\"java.io.IOException: TEXT\",\"level_value\":40000}\n")
                .replace("TEXT", text));
    isShownNowhere(secret, log);
  }

  /** What the library takes out of an answer is text of strangers, too. */
  @Test
  void inTheFieldsOfAnAnswer() throws IOException {
    String secret = secret(Shape.PROJECT_KEY);
    for (String field : List.of("code", "type", "param", "message")) {
      String answer =
          "OpenAI: 429 insufficient_quota {\"error\":{\"%s\":\"sk-proj-%s\"}}"
              .formatted(field, secret);
      Path log =
          Files.writeString(
              folder.resolve("app.log"), line("a.B", "main", answer) + line("a.B", "main", ERROR));
      isShownNowhere(secret, log);
      CommandRun verdict =
          new CommandRun()
              .input("{\"text\":\"" + answer.replace("\"", "\\\"") + "\"}\n")
              .run("classify");
      assertThat(verdict.out()).doesNotContain(secret.substring(0, 10));
    }
  }
}
