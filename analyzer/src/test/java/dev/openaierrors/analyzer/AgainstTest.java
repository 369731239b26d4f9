package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is new, gone, more and less than in another log. */
class AgainstTest {

  private static final Instant YESTERDAY = Instant.parse("2026-06-10T07:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-06-11T07:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void logs() throws IOException {
    Logs before = new Logs();
    Logs now = new Logs();
    for (int i = 0; i < 4; i++) {
      before.rateLimit(YESTERDAY.plusSeconds(i), "a" + i);
    }
    before.line(
        YESTERDAY.plusSeconds(9),
        "ERROR",
        "m",
        "com.acme.Old",
        "OpenAI 401: Incorrect API key"
            + " provided: sk-x. You can find your API key at https://platform.openai.com");
    for (int i = 0; i < 9; i++) {
      now.rateLimit(TODAY.plusSeconds(i), "a" + i).quota(TODAY.plusSeconds(i), "b" + i);
    }
    before.in(folder, "yesterday.log");
    now.in(folder, "today.log");
  }

  @Test
  void aLogIsComparedWithAnother() {
    CommandRun run = run("yesterday.log");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("yesterday.log: 5 errors, 2026-06-10 07:00 to 07:00 UTC")
        .containsPattern("new +kind +insufficient_quota +9\n")
        .containsPattern("gone +kind +invalid_api_key +1 before\n")
        .containsPattern("more +kind +rate_limit_exceeded +9, 4 before \\(2\\.3 times\\)\n")
        .containsPattern("gone +logger +com.acme.Old +1 before\n")
        .containsPattern("more +model +gpt-4o +9, 4 before");
  }

  @Test
  void aSavedReportSaysTheSameAsItsLog() throws IOException {
    Path saved = folder.resolve("saved.json");
    new CommandRun()
        .run(
            "analyze",
            "--format=json",
            "-o",
            saved.toString(),
            folder.resolve("yesterday.log").toString());
    String ofLog = run("yesterday.log").out();
    assertThat(run("saved.json").out().replace("saved.json", "yesterday.log")).isEqualTo(ofLog);
  }

  @Test
  void ofASavedReportNoEventsCanBeChosen() {
    Path saved = folder.resolve("saved.json");
    String log = folder.resolve("yesterday.log").toString();
    new CommandRun().run("analyze", "--format=json", "-o", saved.toString(), log);
    for (String option :
        List.of(
            "--kind=insufficient_quota",
            "--logger=a",
            "--level=WARN",
            "--model=gpt-4o",
            "--providers=azure")) {
      CommandRun run = run("saved.json", option);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).hasLineCount(1).contains("--against: ", "is a saved report");
    }
    assertThat(run("yesterday.log", "--kind=insufficient_quota").out()).contains("0 errors");
  }

  @Test
  void theComparisonIsInJsonAndMarkdownToo() throws IOException {
    JsonNode changes =
        new ObjectMapper()
            .readTree(run("yesterday.log", "--format=json").out())
            .get("comparison")
            .get("changes");
    assertThat(changes.get(0).get("change").asText()).isEqualTo("new");
    assertThat(changes.get(0).get("value").asText()).isEqualTo("insufficient_quota");
    assertThat(changes.get(0).get("before").asInt()).isZero();
    assertThat(run("yesterday.log", "--format=markdown").out())
        .contains("| new | kind | `insufficient_quota` | 9 |");
    assertThat(run("yesterday.log", "--format=html").out())
        .contains("<li>new: kind insufficient_quota, 9</li>");
  }

  @Test
  void equalLogsDifferInNothing() {
    assertThat(run("today.log").out()).contains("Nothing is new, gone, much more or much less.");
  }

  @Test
  void whatCannotBeReadIsToldAndNothingIsCompared() throws IOException {
    CommandRun missing = run("missing.log");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).hasLineCount(1).contains("--against: cannot read", "no such file");
    Files.writeString(folder.resolve("bad.json"), "{\"schema\" : \"openai-errors-report/1\", ...");
    CommandRun bad = run("bad.json");
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).hasLineCount(1).doesNotContain("mistake");
  }

  private CommandRun run(String against, String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "analyze";
    all[1] = "--against";
    all[2] = folder.resolve(against).toString();
    System.arraycopy(options, 0, all, 3, options.length);
    all[all.length - 1] = folder.resolve("today.log").toString();
    return new CommandRun().with("COLUMNS", "160").run(all);
  }
}
