package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events one by one, and which of them count. */
class ListTest {

  private static final Instant AT = Instant.parse("2026-06-11T07:00:00Z");
  private static final String LOG =
      new Logs()
          .quiet(AT)
          .quota(AT.plusSeconds(1), "a")
          .line(
              AT.plusSeconds(2), " INFO", "main", "com.acme.Shop", "key sk-abcdefghij0123456789AB")
          .rateLimit(AT.plusSeconds(3), "b")
          .line(
              AT.plusSeconds(4),
              "ERROR",
              "c",
              "com.acme.Search",
              "=OpenAI 401, \"bad\": Incorrect API key provided: sk-abcdefghij0123456789AB. You can"
                  + " find your API key at https://platform.openai.com/account/api-keys.")
          .quiet(AT.plusSeconds(5))
          .toString();

  @TempDir Path folder;

  @Test
  void aLineForEachEventSaysWhereItStands() throws IOException {
    CommandRun run = list();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out())
        .contains("2026-06-11 07:00:01  ")
        .contains("app.log:2  insufficient_quota  -  com.acme.ChatService  -  OpenAI call failed")
        .contains("app.log:4  rate_limit_exceeded  gpt-4o  com.acme.ChatService")
        .doesNotContain("abcdefghij0123456789");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void asJsonItIsAnObjectALine() throws IOException {
    CommandRun run = list("--format", "ndjson");
    assertThat(run.out().lines()).hasSize(3);
    JsonNode second = new ObjectMapper().readTree(run.out().lines().skip(1).findFirst().get());
    assertThat(second.get("line").asInt()).isEqualTo(4);
    assertThat(second.get("kind").asText()).isEqualTo("rate_limit_exceeded");
    assertThat(second.get("model").asText()).isEqualTo("gpt-4o");
    assertThat(second.get("limit").asText()).isEqualTo("tpm");
    assertThat(second.get("retry_after_ms").asInt()).isEqualTo(2000);
    assertThat(second.get("logger").asText()).isEqualTo("com.acme.ChatService");
    assertThat(second.get("time").asText()).isEqualTo("2026-06-11T07:00:03Z");
    assertThat(run.out()).doesNotContain("abcdefghij0123456789");
  }

  @Test
  void asCsvItHasAHeadAndNoFormulaOfAStranger() throws IOException {
    CommandRun run = list("--format=csv");
    assertThat(run.out()).startsWith("time,file,line,kind,");
    assertThat(run.out().lines()).hasSize(4).last().asString().contains("\"'=OpenAI 401, \"\"bad");
  }

  /** Some spreadsheets part cells by what is no comma. */
  @ParameterizedTest
  @CsvSource({"';'", "'|'"})
  void asCsvNoCellIsPartedByAStranger(String separator) throws IOException {
    String message = "x" + separator + "=HYPERLINK(1) OpenAI call failed: 429 insufficient_quota";
    Logs log = new Logs().line(AT, "ERROR", "a", "com.acme.Search", message);
    Path file = log.in(folder, "formula.log");
    CommandRun run = new CommandRun().run("analyze", "--list", "--format=csv", file.toString());
    assertThat(run.out().lines()).last().asString().contains(",\"x" + separator + "=HYP");
  }

  @Test
  void linesAroundAnEventAreShownRedacted() throws IOException {
    CommandRun run = list("-C", "1", "--kind", "rate_limit_exceeded");
    assertThat(run.out().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains("app.log:4"),
            line -> assertThat(line).startsWith("          3  2026-06-11T07:00:02"),
            line -> assertThat(line).startsWith("  >       4  2026-06-11T07:00:03"),
            line -> assertThat(line).startsWith("          5  2026-06-11T07:00:04"),
            line -> assertThat(line).isEmpty());
    assertThat(run.out()).doesNotContain("abcdefghij0123456789");
  }

  @Test
  void linesAroundAnEventAreShownOfAStreamToo() {
    CommandRun run = new CommandRun().input(LOG).run("analyze", "--list", "-C2", "-");
    assertThat(run.out().lines().filter(line -> line.startsWith("  >"))).hasSize(3);
    assertThat(run.out()).contains("-:2  insufficient_quota").contains("Order 17 was paid");
  }

  /** Events of several containers come when each of them is whole. */
  @Test
  void ofAnEventThatIsFarBehindNoOtherLinesAreShown() throws IOException {
    Logs log = new Logs();
    log.quiet(AT).quota(AT.plusSeconds(1), "a");
    for (int i = 2; i < 6000; i++) {
      if (i == 5500) {
        log.rateLimit(AT.plusSeconds(i), "b");
      } else {
        log.quiet(AT.plusSeconds(i));
      }
    }
    log.quiet(AT.plusSeconds(6000));
    List<String> lines = log.toString().lines().toList();
    StringBuilder compose = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean a = i == 1 || i == lines.size() - 1;
      compose.append(a ? "a-1  | " : "b-1  | ").append(lines.get(i)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("compose.log"), compose);
    CommandRun run = new CommandRun().run("analyze", "--list", "-C1", file.toString());
    assertThat(run.out()).contains("compose.log:2  insufficient_quota", "compose.log:5501  rate");
    assertThat(run.out().lines().filter(line -> line.startsWith("  >")))
        .allSatisfy(line -> assertThat(line).contains("OpenAI call failed: 429"))
        .anySatisfy(line -> assertThat(line).startsWith("  >    5501  b-1  | "));
  }

  @Test
  void farApartEventsHaveTheirOwnLinesAround() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      log.append("2026-06-11T07:00:00Z  INFO 1 --- [main] a.B : fine\n".repeat(5000)).append(LOG);
    }
    Path file = Files.writeString(folder.resolve("long.log"), log);
    CommandRun run =
        new CommandRun()
            .run("analyze", "--list", "-C", "1", "--kind=insufficient_quota", file.toString());
    assertThat(
            run.out()
                .lines()
                .filter(line -> line.startsWith("  >"))
                .map(line -> line.substring(0, 11)))
        .containsExactly("  >    5002", "  >   10008", "  >   15014", "  >   20020", "  >   25026");
    assertThat(run.out()).contains(":25026  ");
  }

  @ParameterizedTest
  @CsvSource({
    "--kind, insufficient_quota, 1",
    "--kind, 'insufficient_quota,invalid_api_key', 2",
    "--model, gpt-4*, 1",
    "--model, GPT-4o, 1",
    "--model, gpt-5, 0",
    "--logger, ChatService, 2",
    "--logger, com.acme, 3",
    "--logger, com.acme.Se*ch, 1",
    "--logger, Service, 0",
    "--level, error, 2",
    "--level, warn, 3",
    "--service, shop, 3",
  })
  void whatCountsIsChosen(String option, String value, int events) throws IOException {
    assertThat(list(option, value).out().lines()).hasSize(events);
    JsonNode report = new ObjectMapper().readTree(analyze("--format", "json", option, value).out());
    assertThat(report.get("events").asInt()).isEqualTo(events);
    assertThat(analyze(option, value).code()).isEqualTo(events == 0 ? 0 : 1);
  }

  /** What a client tells of a call is no error of its own where the reason is left out. */
  @ParameterizedTest
  @CsvSource({
    "--kind, rate_limit_exceeded, 0",
    "--kind, insufficient_quota, 2",
    "--logger, httpx.client, 0",
    "--level, info, 2",
    "--level, error, 2",
  })
  void aCallIsToldByItsReasonWhateverCounts(String option, String value, int events)
      throws IOException {
    Logs log = new Logs();
    for (int i = 0; i < 2; i++) {
      Instant at = AT.plusSeconds(60L * i);
      String call = "HTTP Request: POST https://api.openai.com/v1/chat \"HTTP/1.1 429 Too Many\"";
      log.line(at, " INFO", "a", "httpx.client", call).quota(at.plusMillis(200), "a");
    }
    Path file = Files.writeString(folder.resolve("calls.log"), log.toString());
    CommandRun listed = new CommandRun().run("analyze", "--list", option, value, file.toString());
    assertThat(listed.out().lines()).hasSize(events);
    CommandRun told = new CommandRun().run("analyze", option, value, file.toString());
    assertThat(told.code()).isEqualTo(events == 0 ? 0 : 1);
    assertThat(told.out().contains("Its errors (2) are all left out")).isEqualTo(events == 0);
  }

  @Test
  void thatAllErrorsAreLeftOutIsSaid() throws IOException {
    assertThat(analyze("--model", "gpt-5").out())
        .contains("Its errors (3) are all left out, by what was asked for.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kind=insuficient_quota | did you mean insufficient_quota?",
        "--kind=quota | did you mean insufficient_quota?",
        "--fail-on=rate_limit | did you mean rate_limit_exceeded?",
        "--level=eror | did you mean ERROR?",
        "--level=debug | write INFO, WARN or ERROR",
        "--format=jsn | did you mean json?",
        "--format=csv | is for a list only (--list)",
        "--list --format=html | is no form of a list; there are text, json, csv",
        "-C=3 | add --list",
        "--list --against=yesterday.log | compares reports, not lists",
        "--list -C=-1 | is not between 0 and 100",
        "--list -C=2 --follow | not with --follow",
      })
  void aValueThatIsWrongIsAnsweredWithWhatWouldBeRight(String options, String answer) {
    String[] words = ("analyze " + options).split(" ");
    CommandRun run = new CommandRun().run(words);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains(answer);
  }

  @Test
  void aTicketHasTheReportAsMarkdown() throws IOException {
    String out = analyze("--format", "markdown").out();
    assertThat(out)
        .startsWith("## 3 OpenAI errors\n")
        .contains("| 1 | `insufficient_quota` | no |")
        .contains("### Read\n")
        .contains("Spring Boot, 6 events");
    CleanText.check(out);
  }

  private CommandRun list(String... options) throws IOException {
    String[] all = new String[options.length + 1];
    all[0] = "--list";
    System.arraycopy(options, 0, all, 1, options.length);
    return analyze(all);
  }

  private CommandRun analyze(String... options) throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), LOG);
    String[] all = new String[options.length + 2];
    all[0] = "analyze";
    System.arraycopy(options, 0, all, 1, options.length);
    all[all.length - 1] = log.toString();
    return new CommandRun().run(all);
  }
}
