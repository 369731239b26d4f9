package dev.openaierrors.analyzer;

import static dev.openaierrors.analyzer.Logs.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzeCommandTest {

  @TempDir Path folder;

  private static Logs halfAnHourWithoutQuota() {
    Logs logs = new Logs().quiet(MORNING);
    for (int i = 0; i < 60; i++) {
      logs.quota(MORNING.plusSeconds(180 + 30L * i), "worker-" + i % 3);
    }
    return logs.quiet(MORNING.plusSeconds(7200));
  }

  @Test
  void tellsInAFewLinesWhatHappened() throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    CommandRun run = new CommandRun().run("analyze", log.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("60 OpenAI errors in " + log)
        .contains("2026-05-04 10:03 to 10:32 UTC")
        .contains("60 cannot be fixed by retrying")
        .containsPattern("(?m)^ *60 +insufficient_quota +no +10:03 +10:32")
        .containsPattern("10:03.10:32 +insufficient_quota +60 errors in 30 min, up to 2 a minute")
        .contains("Buy credits");
  }

  @ParameterizedTest
  @CsvSource({"1, 3, Chat 3", "3, 1, gpt-4o 3"})
  void whereIsTheModelOnlyIfMostNameOne(int named, int nameless, String where) {
    String line =
        "2026-05-04 09:00:00.1%02d ERROR 1 --- [main] com.acme.%s : OpenAI answered 429: %s%n";
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < named; i++) {
      log.append(
          line.formatted(
              i, "Other", "Rate limit reached for gpt-4o in organization org-a1 on tpd"));
    }
    for (int i = 0; i < nameless; i++) {
      log.append(line.formatted(50 + i, "Chat", "rate limit exceeded"));
    }
    assertThat(new CommandRun().input(log.toString()).run("analyze", "-").out())
        .containsPattern("(?m)^ *4 +rate_limit_exceeded .* " + where);
  }

  @Test
  void ofACleanLogItIsToldWhatWasRead() throws IOException {
    Path log = new Logs().quiet(MORNING).in(folder, "app.log");
    CommandRun run = new CommandRun().run("analyze", log.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("No OpenAI errors in " + log);
    assertThat(run.out().lines())
        .last()
        .asString()
        .contains("Spring Boot, 1 event, 2026-05-04 10:00 to 10:00 UTC");
  }

  private static final String ODD =
      "2026\u5e745\u67084\u65e5 %s ERROR chat - OpenAI: 429 You exceeded your current quota, please check"
          + " your plan and billing details.\n";

  @Test
  void aLogWithoutTimesSaysWhatCouldNotBeToldAndHowToTellThem() throws IOException {
    Path log = folder.resolve("odd.log");
    Files.writeString(log, ODD.formatted("09:15:02") + ODD.formatted("09:16:02"));
    CommandRun untold = new CommandRun().run("analyze", log.toString());
    assertThat(untold.out())
        .contains("Episodes, alerts  could not be told")
        .contains("--time-format says how they look");

    CommandRun told =
        new CommandRun()
            .run(
                "analyze",
                log.toString(),
                "--time-format",
                "yyyy'\u5e74'M'\u6708'd'\u65e5' HH:mm:ss");
    assertThat(told.out()).contains("2026-05-04 09:15 to 09:16").doesNotContain("--time-format");
  }

  @Test
  void aTimeFormatThatNoLineHasIsSaid() throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    CommandRun run =
        new CommandRun().run("analyze", log.toString(), "--time-format", "dd.MM.yy HH:mm");
    assertThat(run.out())
        .contains("60 OpenAI errors")
        .contains("No line has a time as --time-format 'dd.MM.yy HH:mm' says.");
  }

  @Test
  void aZoneThatCanBeSeveralIsSaid() throws IOException {
    Path log = folder.resolve("ist.log");
    Files.writeString(
        log,
        "2026-05-04 09:15:02.101 IST ERROR [main] c.a.Chat - OpenAI: 429 You exceeded your current"
            + " quota, please check your plan and billing details.\n");
    assertThat(new CommandRun().run("analyze", log.toString()).out())
        .contains("The zone IST of its times can be several");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "03/05/2026 09:15:02|taken for day/month, which none of them proves",
        "05/03/2026 9:15:02 AM|taken for month/day, which none of them proves",
        "05/05/2026 09:15:02|",
        "13/05/2026 09:15:02|",
      })
  void datesThatCanBeReadInTwoWaysAreSaid(String time, @Nullable String note) throws IOException {
    Path log = folder.resolve("dates.log");
    Files.writeString(
        log,
        time
            + " ERROR c.a.Chat - OpenAI: 429 You exceeded your current quota, please check your plan"
            + " and billing details.\n");
    String out = new CommandRun().run("analyze", log.toString()).out();
    if (note == null) {
      assertThat(out).doesNotContain("--time-format");
    } else {
      assertThat(out).contains(note);
    }
  }

  @Test
  void ofSeveralYearsEachTimeHasItsYear() throws IOException {
    Path log = folder.resolve("years.log");
    StringBuilder text = new StringBuilder();
    for (int year : new int[] {2023, 2024, 2026}) {
      text.append(year)
          .append("-11-20 09:15:02.101 ERROR [main] c.a.Chat - OpenAI: 429 You exceeded your")
          .append(" current quota, please check your plan and billing details.\n");
    }
    Files.writeString(log, text);
    assertThat(new CommandRun().run("analyze", log.toString()).out())
        .containsPattern("no +2023-11-20 09:15  2026-11-20 09:15");
  }

  @Test
  void aClientsLineOfACallAndTheReasonOfItsFailureAreOneError() throws IOException {
    Path log = folder.resolve("httpx.log");
    Files.writeString(
        log,
        "2026-05-04 09:15:02,101 - httpx - INFO - HTTP Request: POST"
            + " https://api.openai.com/v1/chat/completions \"HTTP/1.1 429 Too Many Requests\"\n"
            + "2026-05-04 09:15:02,105 - root - ERROR - Error code: 429 - {'error': {'message': 'You"
            + " exceeded your current quota, please check your plan and billing details.', 'type':"
            + " 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}\n");
    assertThat(new CommandRun().run("analyze", log.toString()).out())
        .startsWith("1 OpenAI error in ")
        .contains("insufficient_quota")
        .doesNotContain("rate_limit_exceeded");
  }

  @Test
  void readsStandardInput() {
    String log = halfAnHourWithoutQuota().toString();
    assertThat(new CommandRun().input(log).run("analyze", "-").out())
        .startsWith("60 OpenAI errors in standard input");
    assertThat(new CommandRun().input(log).run("analyze").out())
        .startsWith("60 OpenAI errors in standard input");
  }

  @ParameterizedTest
  @CsvSource({
    "any, 1",
    "none, 0",
    "insufficient_quota, 1",
    "'invalid_api_key,insufficient_quota', 1",
    "invalid_api_key, 0"
  })
  void failsOnWhatTheUserSays(String failOn, int code) throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    CommandRun run = new CommandRun().run("analyze", log.toString(), "--fail-on", failOn);
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void anUnreadableFileIsToldInOneLineAndTheOthersAreRead() throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    CommandRun run =
        new CommandRun().run("analyze", folder.resolve("missing.log").toString(), log.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("openai-errors: ").contains("missing.log");
    assertThat(run.out()).startsWith("60 OpenAI errors in ");
  }

  @ParameterizedTest
  @CsvSource({
    "--since=2026-05-04T10:15, 36",
    "--until=2026-05-04T10:15:00Z, 24",
    "--since=yesterday, 60",
    "--since=today, 0",
    "--since=-2d, 60",
    "--since=-1h, 0",
  })
  void timesNarrowWhatCounts(String option, int errors) throws Exception {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    JsonNode report = json(new CommandRun(), log.toString(), option);
    assertThat(report.get("events").asInt()).isEqualTo(errors);
  }

  @Test
  void namesOfFilesCanComeFromAFile() throws Exception {
    halfAnHourWithoutQuota().in(folder, "a.log");
    Path list = Files.writeString(folder.resolve("list"), folder.resolve("a.log") + "\n\n");
    assertThat(json(new CommandRun(), "--files-from", list.toString()).get("events").asInt())
        .isEqualTo(60);
    String name = folder.resolve("a.log").toString();
    assertThat(json(new CommandRun().input(name), "--files-from", "-").get("events").asInt())
        .isEqualTo(60);
  }

  @Test
  void serviceNarrowsToOneOfSeveral() throws Exception {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    JsonNode all = json(new CommandRun(), log.toString());
    assertThat(all.get("services").get("top").get(0).get("name").asText()).isEqualTo("shop");
    assertThat(json(new CommandRun(), log.toString(), "--service=shop").get("events").asInt())
        .isEqualTo(60);
    assertThat(json(new CommandRun(), log.toString(), "--service=other").get("events").asInt())
        .isZero();
  }

  /** Two services in one log, each with the field that its logger has for the name. */
  private Path twoServices() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String time = "2026-05-04T10:0" + i + ":00Z";
      String rest =
          "\"level\":\"ERROR\",\"message\":\"OpenAI: 429 You exceeded your current quota\",";
      lines.add("{\"timestamp\":\"" + time + "\"," + rest + "\"service\":\"chat-api\"}");
      lines.add(
          ("{\"@timestamp\":\"" + time + "\",\"log.level\":\"ERROR\"," + rest)
              + "\"kubernetes\":{\"labels\":{\"app\":\"search\"}}}");
    }
    return Files.write(folder.resolve("two.log"), lines);
  }

  @Test
  void eachServiceOfALogAlertsByItselfAndIsNamed() throws Exception {
    Path log = twoServices();

    JsonNode alerts = json(new CommandRun(), log.toString()).get("alerts");

    assertThat(alerts.findValuesAsText("service")).containsExactly("chat-api", "search");
    assertThat(alerts.findValuesAsText("count")).containsExactly("3", "3");
    assertThat(new CommandRun().run("analyze", log.toString()).out())
        .contains("would have told of each service", ": chat-api. 3", ": search. 3");
    assertThat(json(new CommandRun(), log.toString(), "--service=search").get("alerts"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.has("service")).isFalse());
  }

  @Test
  void rulesAreTriedOnEachServiceOfALogByItself() throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("logback.xml"),
            """
            <configuration>
              <appender name="O" class="dev.openaierrors.logback.OpenAiErrorAppender">
                <service>gateway</service> <environment>prod</environment>
                <alert> <name>quota</name> <when>4 in 10m</when> </alert>
              </appender>
            </configuration>
            """);

    JsonNode report = json(new CommandRun(), twoServices().toString(), "--rules=" + rules);

    assertThat(report.get("alerts").findValuesAsText("title"))
        .containsExactly(
            "OpenAI quota exhausted: chat-api (prod)", "OpenAI quota exhausted: search (prod)");
  }

  @ParameterizedTest
  @CsvSource({
    "--since=today, Its errors (60) are all outside of the time asked for.",
    "--service=other, Its errors (60) are all of other services."
  })
  void whereNothingIsLeftTheReportSaysWhy(String option, String note) throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");

    CommandRun run = new CommandRun().run("analyze", log.toString(), option);

    assertThat(run.out()).startsWith("No OpenAI errors").contains("app.log: " + note);
    assertThat(new CommandRun().run("analyze", log.toString()).out()).doesNotContain("are all");
  }

  @Test
  void writesTheReportIntoAFile() throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    Path page = folder.resolve("report.html");
    CommandRun run =
        new CommandRun().run("analyze", log.toString(), "--format=html", "-o", page.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    CommandRun wrong = new CommandRun().run("analyze", log.toString(), "-o", "/nowhere/x");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo("openai-errors: cannot write /nowhere/x: there is no such folder\n");
  }

  @Test
  void aTerminalWithoutUnicodeGetsAscii() throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    CommandRun run = new CommandRun().in(StandardCharsets.US_ASCII).run("analyze", log.toString());
    assertThat(run.out()).doesNotContain("?").contains("10:03-10:32");
  }

  @Test
  void aTerminalSeesNoProgressOfShortWork() throws IOException {
    Path log = halfAnHourWithoutQuota().in(folder, "app.log");
    assertThat(new CommandRun().onTerminal().run("analyze", log.toString()).err()).isEmpty();
  }

  @Test
  void noSecretOfTheLogIsInAnyReport() throws IOException {
    String key = "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789";
    Path log =
        new Logs()
            .line(
                MORNING,
                "ERROR",
                "main",
                "com.acme.Chat",
                "OpenAI 401 for jane@example.org {\"error\":{\"message\":\"Incorrect API key provided: "
                    + key
                    + "\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"invalid_api_key\"}}")
            .in(folder, "app.log");
    for (String format : new String[] {"text", "json", "html"}) {
      CommandRun run = new CommandRun().run("analyze", log.toString(), "--format", format);
      assertThat(run.out())
          .contains("invalid_api_key")
          .doesNotContain(key, key.substring(8, 20), "jane@example.org");
    }
  }

  private static JsonNode json(CommandRun run, String... args) throws IOException {
    String[] all = new String[args.length + 2];
    all[0] = "analyze";
    all[1] = "--format=json";
    System.arraycopy(args, 0, all, 2, args.length);
    return new ObjectMapper().readTree(run.run(all).out());
  }

  /** JSON of different libraries; where there is none, or no key, there is one incident. */
  @Test
  void incidentsAreKeptApartByWhatTheApplicationAdded(@TempDir Path folder) throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("log4j2.xml"),
            "<Configuration><Appenders><OpenAiErrors name='O' groupBy='mdc:tenant'/></Appenders>"
                + "</Configuration>");
    String quota = "OpenAI: 429 credit_balance_exhausted: You exceeded your current quota";
    Path log =
        Files.writeString(
            folder.resolve("app.json"),
            String.join(
                    "\n",
                    "{'@timestamp':'2026-05-04T10:00:00Z','level':'ERROR','logger_name':'a','message':'"
                        + quota
                        + "','thread_name':'t1','level_value':40000,'tenant':'acme'}",
                    "{'@timestamp':'2026-05-04T10:01:00Z','level':'ERROR','logger_name':'a','message':'"
                        + quota
                        + "','thread_name':'t2','level_value':40000,'mdc':{'tenant':'umbrella'}}",
                    "{'@timestamp':'2026-05-04T10:02:00Z','level':'ERROR','logger_name':'a','message':'"
                        + quota
                        + "','thread_name':'t3','level_value':40000}",
                    "{'version':'1.1','host':'h','timestamp':1777888980,'level':3,'short_message':'"
                        + quota
                        + "','_tenant':'gelf'}",
                    "")
                .replace('\'', '"'));
    CommandRun run =
        new CommandRun()
            .run("analyze", "--rules", rules.toString(), "--format", "json", log.toString());

    JsonNode alerts = new ObjectMapper().readTree(run.out()).get("alerts");
    assertThat(run.err()).isEmpty();
    assertThat(alerts)
        .extracting(alert -> alert.get("title").asText().replaceAll("^[^,]*", ""))
        .containsExactly(", tenant acme", ", tenant umbrella", "", ", tenant gelf");
  }
}
