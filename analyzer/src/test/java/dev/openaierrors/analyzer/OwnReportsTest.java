package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that lie beside logs are no logs: what they quote is not counted once more. */
class OwnReportsTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void aLogWithThreeErrors() throws IOException {
    log =
        new Logs()
            .quota(AT, "a")
            .rateLimit(AT.plusSeconds(9), "b")
            .quota(AT.plusSeconds(99), "c")
            .in(folder, "app.log");
  }

  private static JsonNode json(Path what) throws IOException {
    return new ObjectMapper()
        .readTree(new CommandRun().run("analyze", "--format=json", what.toString()).out());
  }

  /** Writes it under a name that logs have, too. */
  private Path write(String options) {
    Path report = folder.resolve("yesterday.txt");
    List<String> words = new ArrayList<>(List.of("analyze", log.toString(), "-o", report + ""));
    words.addAll(List.of(options.split(" ", -1)));
    assertThat(new CommandRun().run(words.toArray(String[]::new)).err()).isEmpty();
    return report;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=text",
        "--format=json",
        "--format=html",
        "--format=markdown",
        "--list --format=text",
        "--list --format=text -C 2",
        "--list --format=json",
        "--list --format=csv",
        "--kind=timeout --format=text",
        "--kind=timeout --format=markdown",
        "--kind=timeout --format=html",
      })
  void aReportBesideALogChangesNoNumberOfTheFolder(String options) throws IOException {
    JsonNode before = json(folder);
    assertThat(before.get("events").asInt()).isEqualTo(3);
    Path report = write(options);
    JsonNode after = json(folder);
    assertThat(after.get("events").asInt()).isEqualTo(3);
    assertThat(after.get("kinds")).isEqualTo(before.get("kinds"));
    CommandRun text = new CommandRun().run("analyze", folder.toString());
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.out())
        .contains("Note: " + report + ": It is a report of openai-errors, which is no log.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=text", "--format=json", "--list --format=csv"})
  void aReportThatIsNamedAsALogIsToldToBeNone(String options) {
    Path report = write(options);
    CommandRun run = new CommandRun().run("analyze", report.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "openai-errors: " + report + ": It is a report of openai-errors, which is no log.\n");
  }

  @Test
  void aReportInJsonIsComparedWithAllTheSame() {
    Path saved = write("--format=json");
    CommandRun run = new CommandRun().run("analyze", log.toString(), "--against", saved.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Compared with " + saved + ": 3 errors");
  }

  @Test
  void anotherReportIsNothingToCompareWith() {
    Path saved = write("--format=markdown");
    CommandRun run = new CommandRun().run("analyze", log.toString(), "--against", saved.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("--against: cannot read", "no log");
  }

  /** What looks much the same and is a log. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 OpenAI errors since the last look\n",
        "1 OpenAI error, asking again\n",
        "2026-05-04 10:00:00 INFO a.B - 3 OpenAI errors in app.log\n",
        "3 orders failed\n",
        "OpenAI error: 429 insufficient_quota\n",
        "No OpenAI key is set\n",
        "# 3 OpenAI errors\n",
        "{\"time\":\"2026-05-04T10:00:00Z\",\"level\":\"INFO\",\"msg\":\"started\"}\n",
        "{\"schema\":\"report/1\",\"time\":\"2026-05-04T10:00:00Z\",\"msg\":\"openai-errors\"}\n",
        "time,level,message\n2026-05-04T10:00:00Z,INFO,started\n",
        "2026-05-04 10:00:00  INFO  a.B  started\n",
        "2026-05-04 10:00:00  main  INFO  timeout\n",
        "<!DOCTYPE html>\n<title>Status</title>\n",
      })
  void aLogThatBeginsAlikeIsRead(String begin) throws IOException {
    Path other = Files.writeString(folder.resolve("other.log"), begin + Files.readString(log));
    JsonNode report = json(other);
    assertThat(report.get("files").get(0).get("failure").isNull()).isTrue();
    assertThat(json(folder).get("files_total").asInt()).isEqualTo(2);
  }
}
