package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs hold secrets and prompts; reports are sent around. */
class NoSecretIsReportedTest {

  /** What stands in the log, and nowhere in a report. */
  private static final List<String> SECRETS =
      List.of("heisenberg", "Zq8vT3mLx0Wc7RbN", "0f1e2d3c4b5a6978", "walter@", "sister Ilse");

  private static final List<String> LINES =
      List.of(
          "Incorrect API key provided: <heisenberg>&1. You can find your API key at https://x.y.",
          "Rate limit reached for gpt-4o on tokens per min (TPM) api_key=sk-Zq8vT3mLx0Wc7RbN2yHd",
          "You exceeded your current quota Authorization: Bearer 0f1e2d3c4b5a69788796a5b4c3d2e1f0",
          "The engine is currently overloaded, please try again later. prompt was: my sister Ilse",
          "The server had an error while processing your request. Sorry about that! walter@x.org",
          "The model `sk-Zq8vT3mLx0Wc7RbN2yHdT3` does not exist or you do not have access to it.",
          "You exceeded your current quota (request id: Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJ)");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "html", "markdown"})
  void inAnyFormat(String format) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES.size(); i++) {
      text.append("2026-05-04T08:00:0%d.000Z ERROR 1 --- [main] c.a.Chat : openai: ".formatted(i))
          .append(LINES.get(i))
          .append("\njava.lang.IllegalStateException: password=heisenberg\n\tat c.a.Chat.ask\n");
    }
    Path log = Files.writeString(folder.resolve("app.log"), text);

    String report = new CommandRun().run("analyze", log.toString(), "--format=" + format).out();

    assertThat(report).contains("rate_limit_exceeded", "insufficient_quota");
    assertThat(SECRETS).noneMatch(report::contains);
  }

  /** Messages are shown without their numbers, by which a secret may be known. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "html", "markdown"})
  void withItsNumbersMasked(String format) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String secret :
        List.of("walter7@example.org", "AKIAQ5ZK7WMNB3JXRT2E", "jesse.p2@meth.org")) {
      text.append("2026-05-04T08:00:00.000Z ERROR 1 --- [main] c.a.Chat : OpenAI user ")
          .append(secret)
          .append(" failed: 429 You exceeded your current quota insufficient_quota")
          .append("\njava.lang.IllegalStateException: for ")
          .append(secret)
          .append("\n\tat c.a.Chat.ask\n");
    }
    Path log = Files.writeString(folder.resolve("app.log"), text);

    String report = new CommandRun().run("analyze", log.toString(), "--format=" + format).out();

    assertThat(report)
        .contains("insufficient_quota", format.equals("html") ? "[redacted]" : "<id>");
    assertThat(List.of("walter", "AKIA", "WMNB", "XRT", "jesse", "example.org", "meth.org"))
        .noneMatch(report::contains);
  }
}
