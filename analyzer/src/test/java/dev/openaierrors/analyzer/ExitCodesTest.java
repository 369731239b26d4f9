package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 0: all was read and nothing found. 1: found, of what was asked for. 2: wrong use, or not all was
 * read or written; and never 1 for a trouble, nor 0.
 */
class ExitCodesTest {

  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    new Logs().quiet(AT).in(folder, "quiet.log");
    new Logs().quota(AT, "a").in(folder, "quota.log");
    new Logs().rateLimit(AT, "a").in(folder, "limit.log");
    Files.write(folder.resolve("broken.log.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2});
    Files.writeString(folder.resolve("empty.log"), "");
    Files.writeString(folder.resolve("frames.log"), "\tat a.B.c(B.java:1)\n".repeat(20));
    Files.createDirectory(folder.resolve("folder"));
  }

  private CommandRun run(String words) {
    List<String> all = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      boolean file = word.contains(".") || word.equals("folder");
      all.add(file && !word.startsWith("-") ? folder.resolve(word).toString() : word);
    }
    return new CommandRun().input("").run(all.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "analyze quiet.log, 0",
    "analyze empty.log, 0",
    "analyze -, 0",
    "analyze, 0",
    "analyze quota.log, 1",
    "analyze quiet.log quota.log, 1",
    "analyze --list quota.log, 1",
    "analyze --list quiet.log, 0",
    "analyze --format=json quota.log, 1",
    "analyze --fail-on=none quota.log, 0",
    "analyze --fail-on=rate_limit_exceeded quota.log, 0",
    "analyze --fail-on=rate_limit_exceeded quota.log limit.log, 1",
    "analyze --list --fail-on=rate_limit_exceeded quota.log, 0",
    "analyze --kind=rate_limit_exceeded quota.log, 0",
    "analyze --since=2026-05-05 quota.log, 0",
    "analyze --until=2026-05-05 quota.log, 1",
    "analyze --against limit.log quota.log, 1",
    "analyze --against quota.log quiet.log, 0",
    "analyze broken.log.gz, 2",
    "analyze broken.log.gz quota.log, 2",
    "analyze broken.log.gz quiet.log, 2",
    "analyze --fail-on=none broken.log.gz, 2",
    "analyze --list broken.log.gz quota.log, 2",
    "analyze frames.log, 2",
    "analyze missing.log, 2",
    "analyze missing.log quota.log, 2",
    "analyze folder, 2",
    "analyze folder quota.log, 2",
    "analyze --against broken.log.gz quota.log, 2",
    "analyze --against missing.log quota.log, 2",
    "analyze --wrong quota.log, 2",
    "analyze --fail-on=wrong quota.log, 2",
    "quota.log, 1",
    "quiet.log, 0",
    "missing.log, 2",
    "--list quota.log, 1",
    "analyse quota.log, 1",
    "analise quota.log, 2",
    "classify, 0",
    "classify quota.log, 2",
    "kinds, 0",
    "kinds --format=json, 0",
    "kinds --format=html, 2",
    "explain timeout, 0",
    "explain nothing-of-ours, 1",
    "explain, 2",
    "--help, 0",
    "--version, 0",
    "analyze --help, 0",
    "explain --version, 0",
    "help, 2",
  })
  void whatTheProcessEndsWith(String words, int code) {
    CommandRun run = run(words);
    assertThat(run.code()).isEqualTo(code);
    boolean troubled = code == 2;
    assertThat(run.err().isEmpty()).as(run.err()).isEqualTo(!troubled);
    assertThat(run.err()).doesNotContain("mistake");
  }

  /** Each line of standard error names the command, so that it is known in a script's output. */
  @ParameterizedTest
  @CsvSource({
    "analyze missing.log broken.log.gz folder frames.log, 4",
    "analyze missing.log missing.log, 2",
    "analyze --zone=Mars missing.log, 1",
    "analyze --wrong, 1",
    "nothing, 1",
  })
  void eachTroubleIsALineThatBeginsWithOurName(String words, int lines) {
    assertThat(run(words).err().lines())
        .hasSize(lines)
        .allSatisfy(line -> assertThat(line).startsWith("openai-errors: "));
  }
}
