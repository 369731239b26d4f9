package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.error.ErrorKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "classify", "kinds", "explain"})
  void everyCommandHelpsWithExamples(String command) {
    CommandRun run = new CommandRun().run(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: openai-errors " + command).contains("Example");
    assertThat(new CommandRun().run("--help").out()).contains("  " + command);
  }

  @Test
  void helpFitsTheTerminal() {
    CommandRun run = new CommandRun().with("COLUMNS", "70").run("analyze", "--help");
    assertThat(run.out().lines().takeWhile(line -> !line.equals("Examples:")))
        .allMatch(line -> line.length() <= 70);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "analize            | 'analize' is no command and no file; did you mean analyze? write one of",
        "frobnicate         | no command and no file",
        "app.log --zone=Mars              | 'Mars' is no time zone",
        "--zone=Mars app.log              | 'Mars' is no time zone",
        "kinds --formt=json | Unknown option: '--formt=json'",
        "kinds --format=xml | xml",
        "explain            | Missing required parameter",
        "analyze --zone=Mars x.log        | 'Mars' is no time zone",
        "analyze --since=soon x.log       | 'soon' is no time",
        "analyze --fail-on=quota x.log    | 'quota' is no kind",
        "analyze --providers=acme x.log   | 'acme' is none",
        "analyze --input-format=zz x.log  | 'zz' is no format",
        "analyze --time-format=zzzzzzz x.log  | 'zzzzzzz' is no pattern of times",
        "analyze --time-format=dd.MM.yyyy x.log  | it has no hour and minute",
        "analyze --files-from=/nowhere/x  | there is no such file",
        "analyze --rules=/nowhere/x x.log | there is no such file",
        "analyze --since=-1h --until=-2h x.log | is not before",
      })
  void wrongUseIsToldInOneLine(String line, String reason) {
    CommandRun run = new CommandRun().run(line.strip().split(" ", -1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("openai-errors: ").contains(reason);
    assertThat(run.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.log", "logs/app", "--since=1h", "-"})
  void whatIsAFileOrAnOptionIsAnalyzed(String first) {
    assertThat(Cli.complete(first, "x")).containsExactly("analyze", first, "x");
  }

  @Test
  void commandsAreTakenAsTheyAreInBothSpellings() {
    assertThat(Cli.complete("kinds", "x")).containsExactly("kinds", "x");
    assertThat(Cli.complete("--help")).containsExactly("--help");
    assertThat(Cli.complete("analyse", "x")).containsExactly("analyze", "x");
    assertThat(Cli.complete("analize")).containsExactly("analize");
    assertThat(Cli.complete()).isEmpty();
  }

  @Test
  void aKindThatIsNearlyNamedIsOffered() {
    CommandRun run = new CommandRun().run("explain", "insuficient_quota");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Did you mean insufficient_quota");
  }

  @Test
  void noCommandIsWrongUse() {
    CommandRun run = new CommandRun().run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("analyze, classify, kinds and explain");
  }

  @Test
  void kindsListsTheWholeCatalogue() {
    CommandRun run = new CommandRun().run("kinds");
    assertThat(run.code()).isZero();
    for (ErrorKind kind : ErrorKind.values()) {
      assertThat(run.out()).containsPattern("(?m)^" + kind.id() + " ");
    }
  }

  @Test
  void kindsAsJsonHasWhatThePluginsKnow() throws Exception {
    JsonNode kinds =
        new ObjectMapper().readTree(new CommandRun().run("kinds", "--format", "json").out());
    assertThat(kinds).hasSize(ErrorKind.values().length);
    JsonNode quota =
        kinds.get(Arrays.asList(ErrorKind.values()).indexOf(ErrorKind.INSUFFICIENT_QUOTA));
    assertThat(quota.get("kind").asText()).isEqualTo("insufficient_quota");
    assertThat(quota.get("retryable").asBoolean()).isFalse();
    assertThat(quota.get("fix").asText()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA.fix());
    assertThat(quota.get("page").asText()).startsWith("https://");
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void explainTellsOfEveryKind(ErrorKind kind) {
    CommandRun run = new CommandRun().with("COLUMNS", "200").run("explain", kind.id());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(kind.id(), kind.cause(), kind.fix(), kind.page());
  }

  @Test
  void explainTellsOfAnErrorInText() {
    CommandRun run =
        new CommandRun()
            .run("explain", "429", "You exceeded your current quota, please check your plan");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("insufficient_quota\n").contains("retry helps", "billing");
    assertThat(
            new CommandRun()
                .input("openai 401 Incorrect API key provided: sk-x")
                .run("explain", "-")
                .out())
        .startsWith("invalid_api_key\n");
  }

  @Test
  void explainTellsWhyIfAsked() {
    CommandRun error = new CommandRun().run("explain", "--why", "OpenAI: 429 Too Many Requests");
    assertThat(error.out())
        .contains("mention: OpenAI: 429 Too Many Requests", "+2 OpenAI", "the one that counts");
    CommandRun none =
        new CommandRun()
            .run("explain", "--why", "Claude: You exceeded your quota: {\"status\":\"X_Y\"}");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).contains("no OpenAI error: ");
  }

  @Test
  void explainFailsOnTextWithoutAnError() {
    CommandRun run = new CommandRun().run("explain", "Order 17 was paid");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("No OpenAI error");
  }

  @Test
  void colorsAreForTerminalsUnlessTheUserSaysOtherwise() {
    String escape = "\u001b[";
    assertThat(new CommandRun().run("kinds").out()).doesNotContain(escape);
    assertThat(new CommandRun().onTerminal().run("kinds").out()).contains(escape);
    assertThat(new CommandRun().onTerminal().with("TERM", "dumb").run("kinds").out())
        .doesNotContain(escape);
    assertThat(new CommandRun().onTerminal().with("NO_COLOR", "1").run("kinds").out())
        .doesNotContain(escape);
    assertThat(new CommandRun().with("FORCE_COLOR", "1").run("kinds").out()).contains(escape);
    assertThat(new CommandRun().with("CLICOLOR_FORCE", "1").run("kinds").out()).contains(escape);
    assertThat(new CommandRun().with("NO_COLOR", "1").run("kinds", "--color", "always").out())
        .contains(escape);
    assertThat(new CommandRun().onTerminal().run("kinds", "--color=never").out())
        .doesNotContain(escape);
  }

  @Test
  void versionIsTold() {
    assertThat(new CommandRun().run("--version").out()).startsWith("openai-errors ");
  }
}
