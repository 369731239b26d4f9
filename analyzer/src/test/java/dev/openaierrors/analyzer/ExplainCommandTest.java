package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain} and {@code kinds}: what an error is, why it happens, what to do. */
class ExplainCommandTest {

  private static final String NO_ERROR =
      "No OpenAI error in this text, and no kind of that name.\n";
  private static final String LISTED = "The kinds are listed by: openai-errors kinds\n";

  private static CommandRun explain(String... words) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(words));
    return new CommandRun().with("COLUMNS", "200").run(all.toArray(String[]::new));
  }

  /** The value behind a label, however far apart they stand. */
  private static @Nullable String value(CommandRun run, String label) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith("  " + label + " "))
        .map(line -> line.substring(2 + label.length()).strip())
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient_quota",
        "INSUFFICIENT_QUOTA",
        " insufficient_quota ",
        "Insufficient_Quota"
      })
  void aKindIsKnownHoweverItIsWritten(String word) {
    CommandRun run = explain(word);
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("insufficient_quota\n");
    assertThat(value(run, "retry helps")).isEqualTo("no");
    assertThat(value(run, "page")).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA.page());
  }

  @ParameterizedTest
  @EnumSource
  void whetherARetryHelpsIsWhatTheListSaysToo(ErrorKind kind) {
    String expected = kind == ErrorKind.UNKNOWN ? "by status" : kind.retryable() ? "yes" : "no";
    assertThat(value(explain(kind.id()), "retry helps")).isEqualTo(expected);
    assertThat(new CommandRun().with("COLUMNS", "200").run("kinds").out())
        .containsPattern("(?m)^" + kind.id() + " +" + expected + " +");
  }

  /** With a status alone nobody knows the kind, but whether a retry helps. */
  @Test
  void ofAnErrorOfNoKnownKindTheStatusDecides() {
    CommandRun run = explain("OpenAI request failed with status 418");
    assertThat(run.out()).startsWith("unknown\n");
    assertThat(value(run, "retry helps")).isEqualTo("no");
  }

  @Test
  void whatIsKnownOfAnErrorIsToldFieldByField() {
    CommandRun run =
        explain(
            "OpenAI: 429 {\"error\":{\"message\":\"Rate limit reached for gpt-4o on tokens per min"
                + " (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 2s.\","
                + "\"type\":\"tokens\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("rate_limit_exceeded\n");
    assertThat(value(run, "status")).isEqualTo("429");
    assertThat(value(run, "code")).isEqualTo("rate_limit_exceeded");
    assertThat(value(run, "type")).isEqualTo("tokens");
    assertThat(value(run, "model")).isEqualTo("gpt-4o");
    assertThat(value(run, "limit")).isEqualTo("tpm");
    assertThat(value(run, "retry after ms")).isEqualTo("2000");
    assertThat(value(run, "param")).isNull();
    assertThat(value(run, "kind")).as("which stands above").isNull();
  }

  @Test
  void severalWordsAreOneText() {
    assertThat(explain("OpenAI:", "429", "Too", "Many", "Requests").out())
        .isEqualTo(explain("OpenAI: 429 Too Many Requests").out());
  }

  @Test
  void aTextMayComeOnStandardInput() {
    String text = "\n  OpenAI: 401 Incorrect API key provided: sk-x\n\n";
    CommandRun run = new CommandRun().input(text).run("explain", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("invalid_api_key\n");
    assertThat(new CommandRun().input("timeout\n").run("explain", "-").out())
        .startsWith("timeout\n");
    assertThat(new CommandRun().input("\ufefftimeout\r\n").run("explain", "-").out())
        .startsWith("timeout\n");
    assertThat(new CommandRun().input("").run("explain", "-").code()).isEqualTo(1);
  }

  @Test
  void ofAnEndlessInputTheBeginIsLookedAt() {
    byte[] long20 =
        "OpenAI: 401 Incorrect API key provided. ".repeat(500_000).getBytes(StandardCharsets.UTF_8);
    assertThat(new CommandRun().input(long20).run("explain", "-").out())
        .startsWith("invalid_api_key\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quota               | insufficient_quota",
        "insufficient-quota  | insufficient_quota",
        "Rate Limit          | rate_limit_exceeded",
        "api key             | invalid_api_key",
        "model_unknown_found | model_not_found, unknown",
      })
  void aWordOfAKindIsAnsweredWithTheKindsThatHaveIt(String word, String kinds) {
    CommandRun run = explain(word);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(NO_ERROR + "Did you mean " + kinds + "?\n" + LISTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz", "", "Order 17 was paid for by the quota of May"})
  void anotherTextIsAnsweredWithWhereTheKindsAre(String text) {
    CommandRun run = explain(text);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEqualTo(NO_ERROR + LISTED);
    assertThat(run.err()).isEmpty();
  }

  /** A key that is pasted with the error is not shown again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenAI: 401 Incorrect API key provided: sk-proj-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJ. See the page.",
        "OpenAI: 404 The model `sk-proj-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJ` does not exist",
        "OpenAI: 429 {\"error\":{\"code\":\"sk-proj-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJ\",\"message\":\"rate"
            + " limit\"}}",
      })
  void noSecretOfATextIsShownAgain(String text) {
    for (String why : new String[] {"--color=never", "--why"}) {
      CommandRun run = explain(why, text);
      assertThat(run.out()).doesNotContain("Zq8vT3mLx0Wc7RbN");
    }
  }

  @Test
  void whyTellsOfTheTextBelowTheRest() {
    String text = "OpenAI: 429 Too Many Requests";
    CommandRun plain = explain(text);
    CommandRun why = explain("--why", text);
    assertThat(why.out()).startsWith(plain.out() + "\n").contains("the one that counts");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 60, 80, 120, 200, 5000})
  void linesFitTheTerminal(int columns) {
    for (ErrorKind kind : ErrorKind.values()) {
      CommandRun run =
          new CommandRun().with("COLUMNS", String.valueOf(columns)).run("explain", kind.id());
      int width = Math.max(40, Math.min(200, columns));
      assertThat(run.out().lines())
          .filteredOn(line -> !line.contains("https://"))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void theListIsInTheOrderOfTheCatalogueInBothFormats() throws Exception {
    List<String> ids = Stream.of(ErrorKind.values()).map(ErrorKind::id).toList();
    JsonNode json =
        new ObjectMapper().readTree(new CommandRun().run("kinds", "--format=json").out());
    assertThat(json.findValuesAsText("kind")).isEqualTo(ids);
    assertThat(json)
        .allSatisfy(
            kind ->
                assertThat(kind.fieldNames())
                    .toIterable()
                    .containsExactly("kind", "retryable", "cause", "fix", "page"));
    assertThat(
            new CommandRun()
                .run("kinds")
                .out()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(ids::contains))
        .isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "JSON", "Json"})
  void theFormatOfTheListIsTakenHoweverItIsWritten(String format) {
    CommandRun run = new CommandRun().run("kinds", "--format", format);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("[").endsWith("]\n");
  }

  @Test
  void anotherFormatIsToldWithThoseThereAre() {
    CommandRun run = new CommandRun().run("kinds", "--format", "csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("'csv'", "text, json", "kinds --help");
  }

  /** What every command has stands at the end, where it is looked for. */
  @ParameterizedTest
  @ValueSource(strings = {"analyze", "kinds", "explain", "classify"})
  void helpAndVersionAreTheLastOptionsOfEachCommand(String command) {
    List<String> options =
        new CommandRun()
            .run(command, "--help")
            .out()
            .lines()
            .filter(line -> line.matches(" +(-., )?--[a-z].*"))
            .map(line -> line.strip().split(" {2,}", -1)[0])
            .toList();
    assertThat(options).endsWith("-h, --help", "-V, --version");
    assertThat(options).doesNotHaveDuplicates();
  }

  @Test
  void aFileIsNoWordForTheList() {
    CommandRun run = new CommandRun().run("kinds", "app.log");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("app.log", "kinds --help");
  }
}
