package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A terminal of any width, with colours or without, with all letters or few. */
class TerminalTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void aLogWithBothColours() throws IOException {
    Logs logs = new Logs();
    for (int i = 0; i < 30; i++) {
      logs.quota(AT.plusSeconds(60L * i), "worker-1").rateLimit(AT.plusSeconds(60L * i + 7), "b");
    }
    log = logs.in(folder, "app.log");
  }

  private static String withoutColours(String text) {
    return text.replaceAll("\u001b\\[[0-9]+m", "");
  }

  /** What environment variables say, as those who invented them have it; empty is not set. */
  @ParameterizedTest
  @CsvSource({
    "true,  , , , , true",
    "false, , , , , false",
    "true,  dumb, , , , false",
    "true,  xterm-256color, , , , true",
    "true,  , 1, , , false",
    "true,  , '', , , true",
    "true,  , 1, 1, , false",
    "false, , , 1, , true",
    "false, , , 3, , true",
    "false, , , 0, , false",
    "false, , , '', , false",
    "false, , , , 1, true",
    "false, , , , 0, false",
    "false, , , 0, 1, true",
    "false, dumb, , 1, , true",
  })
  void coloursComeFromTheEnvironment(
      boolean terminal,
      @Nullable String term,
      @Nullable String noColor,
      @Nullable String forceColor,
      @Nullable String cliForced,
      boolean colored) {
    CommandRun run = terminal ? new CommandRun().onTerminal() : new CommandRun();
    set(run, "TERM", term);
    set(run, "NO_COLOR", noColor);
    set(run, "FORCE_COLOR", forceColor);
    set(run, "CLICOLOR_FORCE", cliForced);
    run.run("analyze", log.toString());
    assertThat(run.out().contains("\u001b[")).isEqualTo(colored);
  }

  private static void set(CommandRun run, String name, @Nullable String value) {
    if (value != null) {
      run.with(name, value);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 57, 80, 100, 160})
  void coloursChangeNoLetterAndNoLine(int columns) {
    String width = String.valueOf(columns);
    String plain = new CommandRun().with("COLUMNS", width).run("analyze", log.toString()).out();
    String colored =
        new CommandRun()
            .with("COLUMNS", width)
            .run("analyze", "--color=always", log.toString())
            .out();
    assertThat(colored).contains("\u001b[31m", "\u001b[33m", "\u001b[1m");
    assertThat(withoutColours(colored)).isEqualTo(plain);
  }

  /** Each colour ends in the line in which it begins, so that a pager shows any part rightly. */
  @Test
  void everyColourEndsInItsLine() {
    String out = new CommandRun().run("analyze", "--color=always", log.toString()).out();
    assertThat(out.lines())
        .allSatisfy(
            line -> {
              assertThat(line.split("\u001b\\[[1-9]", -1))
                  .hasSameSizeAs(line.split("\u001b\\[0m", -1));
              assertThat(line).doesNotEndWith("m ");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "html", "markdown"})
  void aFormatForProgramsHasNoColours(String format) {
    assertThat(
            new CommandRun()
                .onTerminal()
                .run("analyze", "--color=always", "--format", format, log.toString())
                .out())
        .doesNotContain("\u001b");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 25; round++) {
      // With fewer, the table would be narrower than its head.
      int columns = 60 + random.nextInt(200);
      String report =
          new CommandRun()
              .with("COLUMNS", String.valueOf(columns))
              .run("analyze", log.toString())
              .out();
      int width = Math.min(200, columns);
      assertThat(report.lines())
          .as("seed %d, %d columns", seed, columns)
          .filteredOn(line -> !line.contains(folder.toString()))
          .filteredOn(line -> !line.startsWith("Note: "))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wide", "-80", "80.5", "100000000000", "\u0668\u0660x", " "})
  void aWidthThatIsNoneIsThatOfAPipe(String columns) {
    assertThat(new CommandRun().with("COLUMNS", columns).run("analyze", log.toString()).out())
        .isEqualTo(new CommandRun().run("analyze", log.toString()).out());
  }

  /** Whatever letters a terminal lacks, no sign of ours is a question mark there. */
  @ParameterizedTest
  @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252", "IBM437"})
  void aTerminalOfFewLettersShowsOursInThem(String charset) {
    String out = new CommandRun().in(Charset.forName(charset)).run("analyze", log.toString()).out();
    assertThat(out).doesNotContain("?").contains("60 OpenAI errors", "10:00-10:29");
    assertThat(out.chars().allMatch(c -> c < 128)).isTrue();
  }

  @Test
  void aTerminalOfAllLettersShowsTheTimelineAsBars() {
    String out = new CommandRun().in(StandardCharsets.UTF_8).run("analyze", log.toString()).out();
    assertThat(out).containsPattern("insufficient_quota +[\u2581-\u2588\u00b7]+ +max ");
  }
}
