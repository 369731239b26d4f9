package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -C}: the lines around each event are those of the log, wherever it comes from. */
class LinesAroundTest {

  @TempDir Path folder;
  private final long seed = new Random().nextLong();
  private final ServiceLog log = ServiceLog.of(seed, 300);

  private static List<JsonNode> events(CommandRun run) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }

  private static CommandRun list(int around, String file) {
    return new CommandRun()
        .run("analyze", "--list", "--format=json", "-C", String.valueOf(around), file);
  }

  /** So many lines before and behind, fewer where the log begins and ends. */
  private void areThoseOfTheLog(List<JsonNode> events, int around) {
    List<ServiceLog.Line> lines = log.lines();
    int at = 0;
    for (JsonNode event : events) {
      while (!lines.get(at).isError()) {
        at++;
      }
      String which = "seed " + seed + ", line " + (at + 1);
      assertThat(event.get("line").asInt()).as(which).isEqualTo(at + 1);
      List<Integer> numbers = new ArrayList<>();
      for (JsonNode line : event.get("lines")) {
        int number = line.get("line").asInt();
        numbers.add(number);
        // The beginnings: what is behind may be redacted.
        String text = lines.get(number - 1).text();
        assertThat(line.get("text").asText()).as(which).startsWith(text.substring(0, 90).strip());
      }
      int from = Math.max(1, at + 1 - around);
      int to = Math.min(lines.size(), at + 1 + around);
      assertThat(numbers)
          .as(which)
          .containsExactlyElementsOf(IntStream.rangeClosed(from, to).boxed().toList());
      at++;
    }
    assertThat(events).as("seed %d", seed).hasSameSizeAs(log.errors());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void ofAFile(int around) throws IOException {
    Path file = Files.writeString(folder.resolve("app.log"), log.toString());
    areThoseOfTheLog(events(list(around, file.toString())), around);
  }

  @Test
  void ofAFileThatIsPackedAndOfAStream() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(log.toString().getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("app.log.gz"), packed.toByteArray());
    areThoseOfTheLog(events(list(3, file.toString())), 3);
    CommandRun piped =
        new CommandRun()
            .input(log.toString())
            .run("analyze", "--list", "--format=json", "-C3", "-");
    areThoseOfTheLog(events(piped), 3);
  }

  @Test
  void ofAFileOfWindowsWithoutItsLineEnds() throws IOException {
    Path file = Files.writeString(folder.resolve("app.log"), log.toString().replace("\n", "\r\n"));
    CommandRun run = list(2, file.toString());
    areThoseOfTheLog(events(run), 2);
    assertThat(run.out()).doesNotContain("\\r");
  }

  @RepeatedTest(2)
  void ofWhatWasChosenOnly() throws IOException {
    Path file = Files.writeString(folder.resolve("app.log"), log.toString());
    CommandRun run =
        new CommandRun().run("analyze", "--list", "-C1", "--kind=invalid_api_key", file.toString());
    long own = run.out().lines().filter(line -> line.startsWith("  > ")).count();
    assertThat(own)
        .as("seed %d", seed)
        .isEqualTo(log.count(ServiceLog.Line::kind).getOrDefault("invalid_api_key", 0L));
    assertThat(run.out().lines().filter(line -> line.startsWith("  > ")))
        .allSatisfy(line -> assertThat(line).contains("Incorrect API key"));
  }

  @Test
  void noneIsNone() throws IOException {
    Path file = Files.writeString(folder.resolve("app.log"), log.toString());
    assertThat(events(list(0, file.toString())))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.has("lines")).isFalse());
  }

  /** A row has no place for them, and what is asked for is not left out without a word. */
  @Test
  void aTableHasNoLinesAround() {
    CommandRun run = new CommandRun().run("analyze", "--list", "--format=csv", "-C2", "app.log");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("openai-errors: -C: not with --format csv, which has a row for each event\n");
  }

  @Test
  void aListHasNoAlerts() {
    CommandRun run = new CommandRun().run("analyze", "--list", "--rules=logback.xml", "app.log");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "openai-errors: --rules: alerts are in reports, not in lists; leave out --list or"
                + " --rules\n");
  }
}
