package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user is told of each option that is written wrongly: one line that names the option, the
 * word as it was written, and what would be right. The command reads nothing then and ends with 2.
 */
class OptionSentencesTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
  private static final String TIMES =
      "; write for instance -3h, -2d, 10:00, today, yesterday, 2026-05-04, 2026-05-04T10:00 or"
          + " 2026-05-04T10:00:00Z";
  private static final String KINDS = "; the kinds are listed by: openai-errors kinds";

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void aLogOfOneErrorOfEachOfTwoKinds() throws IOException {
    log = new Logs().quota(AT, "a").rateLimit(AT.plusSeconds(60), "b").in(folder, "app.log");
  }

  private CommandRun analyze(String... options) {
    List<String> all = new ArrayList<>(List.of("analyze"));
    all.addAll(List.of(options));
    all.add(log.toString());
    return new CommandRun().run(all.toArray(String[]::new));
  }

  private void refused(String sentence, String... options) {
    CommandRun run = analyze(options);
    assertThat(run.err()).isEqualTo("openai-errors: " + sentence + "\n");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).as("what could be taken for a report").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars", "Europe/Berlim", "+25:00", "CEST!", "", " UTC"})
  void aZoneThatIsNone(String zone) {
    refused(
        "--zone: '" + zone + "' is no time zone; write for instance UTC, Europe/Berlin or +02:00",
        "--zone=" + zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "+02:00", "Z", "UTC+3", "GMT"})
  void aZoneThatIsOne(String zone) {
    assertThat(analyze("--zone", zone).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "9:00", "25:00", "2026-13-01", "2026-02-30", "-3", "-3y", "3h", ""})
  void aTimeThatIsNone(String time) {
    refused("--since: '" + time + "' is no time" + TIMES, "--since=" + time);
    refused("--until: '" + time + "' is no time" + TIMES, "--until=" + time);
  }

  @ParameterizedTest
  @CsvSource({"-1h, -2h", "today, yesterday", "today, today", "2026-05-04, 2026-05-03"})
  void aSpanOfTimeWithoutAnything(String since, String until) {
    refused(
        "--since: '" + since + "' is not before --until '" + until + "'",
        "--since=" + since,
        "--until=" + until);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "quota              | ; did you mean insufficient_quota?",
        "insuficient_quota  | ; did you mean insufficient_quota?",
        "insufficient quota | ; did you mean insufficient_quota?",
        "rate_limit         | ; did you mean rate_limit_exceeded?",
        "time-out           | ; did you mean timeout?",
        "xyz                | ",
      })
  void aKindThatIsNone(String kind, @Nullable String near) {
    String told = "'" + kind + "' is no kind" + (near == null ? "" : near) + KINDS;
    refused("--kind: " + told, "--kind=" + kind);
    refused("--fail-on: " + told, "--fail-on=" + kind);
    refused("--kind: " + told, "--kind=timeout," + kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient_quota",
        "INSUFFICIENT_QUOTA",
        " insufficient_quota ",
        "timeout, insufficient_quota",
        "insufficient_quota,insufficient_quota"
      })
  void aKindIsTakenHoweverItIsWritten(String kinds) {
    assertThat(analyze("--list", "--kind", kinds).out()).hasLineCount(1);
    assertThat(analyze("--fail-on", kinds).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"any, 1", "Any, 1", "' any ', 1", "none, 0", "NONE, 0", "timeout, 0"})
  void whatFailsIsTakenHoweverItIsWritten(String failOn, int code) {
    CommandRun run = analyze("--fail-on", failOn);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"non, none", "nonee, none", "anny, any"})
  void ofFailOnTheTwoWordsThatAreNoKindAreOfferedToo(String word, String meant) {
    refused(
        "--fail-on: '" + word + "' is no kind; did you mean " + meant + "?" + KINDS,
        "--fail-on=" + word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eror  | ; did you mean ERROR?",
        "warm  | ; did you mean WARN?",
        "debug | ",
        "trace | ",
        "fatal | ",
      })
  void aLevelThatIsNone(String level, @Nullable String near) {
    refused(
        "--level: '"
            + level
            + "' is no level"
            + (near == null ? "" : near)
            + "; write INFO, WARN or ERROR (what is below INFO is not read)",
        "--level=" + level);
  }

  @ParameterizedTest
  @CsvSource({"info, 2", "WARN, 2", "Warning, 2", "' error', 1"})
  void aLevelIsTakenHoweverItIsWritten(String level, int events) {
    assertThat(analyze("--list", "--level", level).out()).hasLineCount(events);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "open ai", "", "azure openai"})
  void aProviderThatIsNone(String provider) {
    refused(
        "--providers: '" + provider + "' is none; there are openai, azure, compatible, unknown",
        "--providers=" + provider);
  }

  @ParameterizedTest
  @CsvSource({"openai, 2", "OpenAI, 2", "' openai', 2", "'Azure,openai', 2", "azure, 0"})
  void aProviderIsTakenHoweverItIsWritten(String providers, int events) {
    CommandRun run = analyze("--list", "--providers", providers);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasLineCount(events);
  }

  @ParameterizedTest
  @CsvSource({"shop, 2", "' shop', 2", "'mail, shop', 2", "Shop, 0", "sho, 0"})
  void aServiceIsTakenAsTheLogHasItWithoutBlanksAround(String services, int events) {
    assertThat(analyze("--list", "--service", services).out()).hasLineCount(events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jsn   | is no format; did you mean json?",
        "texte | is no format; did you mean text?",
        "pdf   | is no format",
        "csv   | is for a list only (--list)",
      })
  void aFormatOfAReportThatIsNone(String format, String why) {
    refused(
        "--format: '" + format + "' " + why + "; there are text, json, html, markdown",
        "--format=" + format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cvs      | is no format; did you mean csv?",
        "xml      | is no format",
        "html     | is no form of a list",
        "markdown | is no form of a list",
      })
  void aFormatOfAListThatIsNone(String format, String why) {
    refused(
        "--format: '" + format + "' " + why + "; there are text, json, csv",
        "--list",
        "--format=" + format);
  }

  @ParameterizedTest
  @CsvSource({
    "text, 2 OpenAI errors",
    "TXT, 2 OpenAI errors",
    "JSON, {",
    "ndjson, {",
    "htm, <!DOCTYPE html>",
    "md, '## 2 OpenAI errors'",
    "' Markdown ', '## 2 OpenAI errors'",
  })
  void aFormatIsTakenHoweverItIsWritten(String format, String begin) {
    assertThat(analyze("--format", format).out()).startsWith(begin);
  }

  @Test
  void anInputFormatThatIsNoneIsToldWithAllThereAre() {
    CommandRun run = analyze("--input-format=springboot3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("openai-errors: --input-format: 'springboot3' is no format; there are ")
        .contains(", logstash", "plain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-C 2                        | -C: lines around an event are shown in a list; add --list",
        "--list -C -1                | -C: -1 is not between 0 and 100",
        "--list --context 101        | -C: 101 is not between 0 and 100",
        "--list -C 2 --follow        | -C: not with --follow, which shows an event before what"
            + " follows it",
        "--list --against=other.log  | --against: compares reports, not lists; leave out --list or"
            + " --against",
        "--files-from=/nowhere/names | --files-from: cannot read /nowhere/names: there is no such"
            + " file or folder",
        "--rules=/nowhere/rules.xml  | --rules: cannot read /nowhere/rules.xml: there is no such"
            + " file or folder",
        "--against=/nowhere/old.log  | --against: cannot read /nowhere/old.log: There is no such"
            + " file.",
        "-o /nowhere/report.txt      | cannot write /nowhere/report.txt: there is no such folder",
        "-o /tmp                     | cannot write /tmp: it is a folder",
      })
  void whatDoesNotGoTogetherOrIsNotThere(String options, String sentence) {
    refused(sentence, options.split(" ", -1));
  }

  /** The words of the library that reads the command line, and where help is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--formt=json",
        "--list=maybe",
        "-C=two",
        "--color=blue",
        "--since",
        "--recursive=perhaps"
      })
  void whatIsNoOptionAtAllPointsToTheHelp(String option) {
    CommandRun run = new CommandRun().run("analyze", log.toString(), option);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("openai-errors: ")
        .endsWith("; try: openai-errors analyze --help\n");
  }

  @ParameterizedTest
  @CsvSource({"always, true", "ALWAYS, true", "never, false", "auto, false", "Auto, false"})
  void coloursAreAskedForHoweverTheWordIsWritten(String when, boolean colored) {
    CommandRun run = analyze("--color", when);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().contains("\u001b[")).isEqualTo(colored);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zzzzzzz         | is no pattern of times (",
        "dd.MM.yyyy      | is no pattern of times (it has no hour and minute",
        "''              | is no pattern of times (",
        "HH:mm 'unclosed | is no pattern of times (",
      })
  void aPatternOfTimesThatIsNone(String pattern, String why) {
    CommandRun run = analyze("--time-format=" + pattern);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("openai-errors: --time-format: '" + pattern + "' " + why)
        .endsWith("); write for instance 'dd.MM.yyyy HH:mm:ss,SSS'\n");
  }

  /** Nothing is half done: what is wrong is told before anything is read or written. */
  @ParameterizedTest
  @ValueSource(strings = {"--zone=Mars", "--kind=quota", "--format=pdf", "--rules=/nowhere/r.xml"})
  void aReportThatIsThereIsLeftAsItWas(String wrong) throws IOException {
    Path report = Files.writeString(folder.resolve("report.txt"), "of yesterday");
    assertThat(analyze("-o", report.toString(), wrong).code()).isEqualTo(2);
    assertThat(report).hasContent("of yesterday");
  }
}
