package dev.openaierrors.analyzer;

import static dev.openaierrors.analyzer.Logs.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command as users run it: the jar, and the launcher before it. */
class CommandPackaged {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("analyzer.jar"), "analyzer.jar"));
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final String LAUNCHER =
      Path.of("../bin/openai-errors").toAbsolutePath().normalize().toString();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Path log;
  private boolean archive;
  private String out = "";
  private String err = "";

  @BeforeEach
  void aLogWithAnError() throws IOException {
    log = new Logs().quiet(MORNING).quota(MORNING.plusSeconds(60), "main").in(folder, "app.log");
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("JAVA_OPTS");
    builder.environment().put("OPENAI_ERRORS_CDS", archive ? "on" : "off");
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start();
  }

  private int end(Process process) throws Exception {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    out = Files.readString(folder.resolve("out"));
    err = Files.readString(folder.resolve("err"));
    return process.exitValue();
  }

  private int run(String... command) throws Exception {
    return end(start(command));
  }

  @Test
  void theJarRunsByItself() throws Exception {
    assertThat(run(JAVA, "-jar", JAR.toString(), "analyze", log.toString())).isEqualTo(1);
    assertThat(out).startsWith("1 OpenAI error in " + log);
    assertThat(err).isEmpty();
    assertThat(run(JAVA, "-jar", JAR.toString(), "--version")).isZero();
    assertThat(out).matches("openai-errors [0-9].*\n");
  }

  @Test
  void theLauncherHandsOnArgumentsOutputAndExitCode() throws Exception {
    assertThat(run(LAUNCHER, "analyze", log.toString())).isEqualTo(1);
    assertThat(out).startsWith("1 OpenAI error in " + log);
    assertThat(err).isEmpty();
    assertThat(
            run(
                LAUNCHER,
                "explain",
                "invalid api key of",
                "openai: 401 Incorrect API key provided"))
        .isZero();
    assertThat(run(LAUNCHER, "analyze", folder.resolve("no such log").toString())).isEqualTo(2);
    assertThat(err).startsWith("openai-errors: ").contains("no such log").hasLineCount(1);
  }

  @Test
  void theLauncherMakesAnArchiveOfClassesAndUsesIt() throws Exception {
    archive = true;
    assertThat(run(LAUNCHER, "kinds")).isZero();
    await("an archive of classes").atMost(PATIENCE).until(() -> archives().size() == 1);
    assertThat(run("sh", "-x", LAUNCHER, "analyze", log.toString())).isEqualTo(1);
    assertThat(err).contains("-XX:SharedArchiveFile=" + archives().get(0));
    assertThat(out).startsWith("1 OpenAI error in " + log);
  }

  @Test
  void anArchiveThatDoesNotFitIsNoTrouble() throws Exception {
    archive = true;
    run(LAUNCHER, "kinds");
    await("an archive of classes").atMost(PATIENCE).until(() -> archives().size() == 1);
    Path made = archives().get(0);
    assertThat(made.toFile().setWritable(true)).isTrue();
    Files.writeString(made, "something else");
    assertThat(run(LAUNCHER, "analyze", log.toString())).isEqualTo(1);
    assertThat(out).startsWith("1 OpenAI error in " + log);
    assertThat(err).isEmpty();
  }

  @Test
  void theLauncherWorksThroughALinkFromElsewhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("oe"), Path.of(LAUNCHER));
    assertThat(run(link.toString(), "kinds")).isZero();
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() throws Exception {
    assertThat(run("sh", "-c", "'" + JAVA + "' -jar '" + JAR + "' kinds | head -n 1")).isZero();
    assertThat(out).hasLineCount(1);
    assertThat(err).isEmpty();
    String many =
        "yes '{\"id\":1,\"text\":\"\"}' | '" + JAVA + "' -jar '" + JAR + "' classify | head -n 1";
    assertThat(run("sh", "-c", many)).isZero();
    assertThat(out).hasLineCount(1);
    assertThat(err).isEmpty();
  }

  @Test
  void anInterruptionTellsWhatWasFoundSoFar() throws Exception {
    Process following = start(JAVA, "-jar", JAR.toString(), "analyze", "--follow", log.toString());
    await("what was found")
        .atMost(PATIENCE)
        .until(() -> Files.readString(folder.resolve("out")).contains("insufficient_quota"));
    // As Ctrl-C does; but that signal is ignored by whatever a shell starts in the background.
    following.destroy();
    end(following);
    assertThat(out).contains("1 OpenAI error in " + log + " (").contains("not read to the end");
    assertThat(err).isEmpty();
  }

  private List<Path> archives() throws IOException {
    Path cache = folder.resolve("cache/openai-errors");
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }
}
