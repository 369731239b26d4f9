package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code -o} writes the whole report or leaves the file as it was, and never into a file that is
 * read: neither a log, nor rules, nor a list, nor what it is compared with.
 */
class WhereReportsGoTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void aLogWithAnError() throws IOException {
    log = new Logs().quota(AT, "a").in(folder, "app.log");
  }

  private CommandRun analyze(Object... words) {
    List<String> all = new ArrayList<>(List.of("analyze", log.toString()));
    Arrays.stream(words).map(Object::toString).forEach(all::add);
    return new CommandRun().run(all.toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "html", "markdown"})
  void aFileHasWhatStandardOutputWouldHave(String format) throws IOException {
    Path report = folder.resolve("report");
    CommandRun written = analyze("--format", format, "-o", report);
    assertThat(written.code()).isEqualTo(1);
    assertThat(written.out() + written.err()).isEmpty();
    assertThat(report).hasContent(analyze("--format", format).out().strip());
    assertThat(names()).containsExactly("app.log", "report");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "csv"})
  void aListGoesIntoAFileToo(String format) throws IOException {
    Path list = folder.resolve("list");
    analyze("--list", "--format", format, "--output", list);
    assertThat(list).hasContent(analyze("--list", "--format", format).out().strip());
  }

  /** A file is read elsewhere, where the terminal of here does not matter. */
  @Test
  void aFileIsUtf8WhateverTheTerminalShows() throws IOException {
    Path odd =
        new Logs()
            .line(AT, "ERROR", "m", "a.B", "OpenAI call failed: 429 insufficient_quota, \u00fcber")
            .in(folder, "odd.log");
    Path report = folder.resolve("report");
    new CommandRun()
        .in(StandardCharsets.ISO_8859_1)
        .run("analyze", "--list", odd.toString(), "-o", report.toString());
    assertThat(Files.readString(report)).contains("\u00fcber");
  }

  @Test
  void aReportThatIsReplacedKeepsItsPermissions() throws IOException {
    assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "files have permissions");
    Path report = Files.writeString(folder.resolve("report"), "old");
    for (String permissions : new String[] {"rw-r-----", "rw-------", "rw-rw-r--"}) {
      Files.setPosixFilePermissions(report, PosixFilePermissions.fromString(permissions));
      analyze("-o", report);
      assertThat(report).content().startsWith("1 OpenAI error");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
          .isEqualTo(permissions);
    }
    assertThat(names()).containsExactly("app.log", "report");
  }

  @Test
  void aLinkLeadsToTheFileThatIsReplaced() throws IOException {
    Path report = Files.writeString(folder.resolve("of-today"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("latest"), report);
    analyze("-o", link);
    assertThat(link).isSymbolicLink();
    assertThat(report).content().startsWith("1 OpenAI error");
  }

  /** What it is compared with is read, too. */
  @Test
  void theReportNeverGoesIntoWhatItIsComparedWith() throws IOException {
    Path yesterday = new Logs().rateLimit(AT, "a").in(folder, "yesterday.log");
    String before = Files.readString(yesterday);
    Path link = Files.createSymbolicLink(folder.resolve("link.log"), yesterday);
    for (Path target : new Path[] {yesterday, link, folder.resolve("./yesterday.log")}) {
      CommandRun run = analyze("--against", yesterday, "-o", target);
      assertThat(run.code()).as(target.toString()).isEqualTo(2);
      assertThat(run.err())
          .isEqualTo(
              "openai-errors: the report would be written into "
                  + target
                  + ", which is read for it; name another file with -o\n");
      assertThat(yesterday).hasContent(before.strip());
    }
  }

  @Test
  void theReportNeverGoesIntoALogOfTheFolderThatItIsComparedWith() throws IOException {
    Path archive = Files.createDirectory(folder.resolve("archive"));
    Path old = new Logs().rateLimit(AT, "a").in(archive, "old.log");
    String before = Files.readString(old);
    assertThat(analyze("--against", archive, "-o", old).code()).isEqualTo(2);
    assertThat(old).hasContent(before.strip());
    assertThat(analyze("--against", archive, "-o", archive.resolve("new.txt")).code()).isEqualTo(1);
  }

  /** What was saved once is not lost by comparing with it. */
  @Test
  void theReportNeverGoesIntoTheSavedReportThatItIsComparedWith() throws IOException {
    Path saved = folder.resolve("monday.json");
    analyze("--format=json", "-o", saved);
    String before = Files.readString(saved);
    CommandRun run = analyze("--format=json", "--against", saved, "-o", saved);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("which is read for it");
    assertThat(saved).hasContent(before.strip());
  }

  @Test
  void whatIsWrongWithTheComparisonLeavesTheReportAsItWas() throws IOException {
    Path report = Files.writeString(folder.resolve("report"), "old");
    assertThat(analyze("--against", folder.resolve("nothing.log"), "-o", report).code())
        .isEqualTo(2);
    assertThat(report).hasContent("old");
    assertThat(names()).containsExactly("app.log", "report");
  }

  @Test
  void aDeviceTakesAReportAsItComes() {
    CommandRun run = analyze("-o", "/dev/null");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out() + run.err()).isEmpty();
  }

  @Test
  void aDeviceThatIsFullIsToldByItsName() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is such a device");
    CommandRun run = analyze("-o", "/dev/full");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("openai-errors: cannot write /dev/full: No space left on device\n");
  }
}
