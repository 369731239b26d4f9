package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged command with pipes, devices and streams as shells hand them to it. */
@EnabledOnOs(OS.LINUX)
class HostilePackaged {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("analyzer.jar"), "analyzer.jar"));
  private static final Path LAUNCHER = Path.of("../bin/openai-errors").toAbsolutePath().normalize();

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @BeforeEach
  void aLogWithAnError() throws IOException {
    Files.writeString(folder.resolve("app.log"), HostileFile.ERROR);
  }

  /** Runs a line of shell, in which {@code oe} is the launcher. */
  private int bash(String line) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", "oe() { '" + LAUNCHER + "' \"$@\"; }; " + line);
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("OPENAI_ERRORS_CDS", "off");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("JAVA_OPTS");
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    assertThat(ended).as(line).isTrue();
    out = Files.readString(folder.resolve("out"));
    err = Files.readString(folder.resolve("err"));
    return process.exitValue();
  }

  @Test
  void theJarIsThere() {
    assertThat(JAR).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oe analyze <(cat app.log)",
        "oe analyze <(gzip -c app.log)",
        "oe analyze <(iconv -t UTF-16 app.log)",
        "mkfifo pipe; (cat app.log > pipe) & oe analyze pipe",
        "cat app.log | oe analyze /dev/stdin",
        "oe analyze --files-from <(echo app.log)",
        "find . -name app.log -print0 | oe analyze --files-from -",
      })
  void aPipeIsReadFromItsFirstByteToItsLast(String line) throws Exception {
    assertThat(bash(line)).isEqualTo(1);
    assertThat(out).startsWith("1 OpenAI error in ");
    assertThat(err).isEmpty();
  }

  @Test
  void severalPipesAreReadOneAfterTheOther() throws Exception {
    assertThat(bash("oe analyze <(cat app.log) <(cat app.log) app.log")).isEqualTo(1);
    assertThat(out).startsWith("3 OpenAI errors ");
  }

  @Test
  void aPipeThatNobodyWritesToIsGivenUp() throws Exception {
    assertThat(bash("mkfifo pipe; oe analyze pipe app.log")).isEqualTo(2);
    assertThat(out).startsWith("1 OpenAI error in 2 files");
    assertThat(err).contains("pipe: It is a pipe that nobody writes to").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze app.log",
        "analyze --format json app.log",
        "analyze --format html app.log",
        "analyze -o /dev/stdout app.log",
        "kinds",
        "explain invalid_api_key",
        "--help",
        "--version",
      })
  void aFullDiskBehindStandardOutputIsTold(String arguments) throws Exception {
    assertThat(bash("oe " + arguments + " > /dev/full")).isEqualTo(2);
    assertThat(err).startsWith("openai-errors: cannot write to standard output").hasLineCount(1);
  }

  @Test
  void whoReadsNoFurtherIsNoTroubleAndChangesNoExitCode() throws Exception {
    assertThat(bash("set -o pipefail; oe analyze --format json app.log | head -n 1")).isEqualTo(1);
    assertThat(out).hasLineCount(1);
    assertThat(err).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oe analyze app.log >> app.log", "oe analyze -o app.log < app.log"})
  void theReportNeverGoesIntoTheLogByTheShellEither(String line) throws Exception {
    assertThat(bash(line)).isEqualTo(2);
    assertThat(err).contains("which is read for it").hasLineCount(1);
    assertThat(folder.resolve("app.log")).content().isEqualTo(HostileFile.ERROR);
  }

  @Test
  void closedStreamsAreNoOtherFiles() throws Exception {
    assertThat(bash("oe analyze app.log >&-")).isEqualTo(2);
    assertThat(err).contains("cannot write to standard output").hasLineCount(1);
    assertThat(bash("oe analyze - <&-")).isEqualTo(2);
    assertThat(err).startsWith("openai-errors: -: ").hasLineCount(1);
    assertThat(bash("oe analyze app.log missing.log 2>&-")).isEqualTo(2);
    assertThat(out).startsWith("1 OpenAI error in 2 files");
  }

  @Test
  void specialFilesAreReadAsFarAsTheyCanBe() throws Exception {
    assertThat(bash("oe analyze /proc/self/status /proc/self/mem /dev/zero app.log")).isEqualTo(2);
    assertThat(out).startsWith("1 OpenAI error in 4 files");
    assertThat(err).contains("/proc/self/mem: ", "/dev/zero: It is a device").hasLineCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyze -", "analyze --files-from -", "classify", "explain -"})
  void standardInputIsNoDeviceEither(String arguments) throws Exception {
    assertThat(bash("oe " + arguments + " < /dev/zero")).isEqualTo(2);
    assertThat(err).contains("t is a device, not a file").hasLineCount(1);
    assertThat(bash("oe " + arguments + " < /dev/urandom")).isEqualTo(2);
  }

  @Test
  void aLineThatNeverEndsIsGivenUp() throws Exception {
    assertThat(bash("cat app.log /dev/zero | oe analyze -")).isEqualTo(2);
    assertThat(out).startsWith("1 OpenAI error in standard input (1.1 GB)");
    assertThat(err).contains("-: A line of it is longer than 1 GB").hasLineCount(1);
    assertThat(bash("cat /dev/urandom | oe analyze -")).isEqualTo(2);
    assertThat(err).contains("-: It is no text").hasLineCount(1);
  }

  @Test
  void followingEndsWhenNobodyReadsOn() throws Exception {
    String writer = "(while sleep 0.2; do cat one >> app.log; done) & ";
    assertThat(bash("cp app.log one; " + writer + "oe analyze --follow app.log | head -n 1"))
        .isZero();
    assertThat(out).hasLineCount(1);
    assertThat(err).isEmpty();
  }

  @Test
  void hundredsOfMegabytesOfOneLineTakeNoMoreMemory() throws Exception {
    String line = "head -c 300000000 /dev/zero | tr '\\0' x";
    assertThat(bash(line + " | oe analyze - app.log")).isEqualTo(1);
    assertThat(bash(line + " | gzip -1 > a.gz; oe analyze a.gz app.log")).isEqualTo(1);
    assertThat(out).startsWith("1 OpenAI error in 2 files (300 MB)");
  }

  @Test
  void hundredsOfMegabytesOfNothingAreToldAndKeepNothingElseFromBeingRead() throws Exception {
    assertThat(bash("head -c 300000000 /dev/zero | gzip -1 > a.gz; oe analyze a.gz app.log"))
        .isEqualTo(2);
    assertThat(out).startsWith("1 OpenAI error in 2 files");
    assertThat(err).contains("a.gz: ").hasLineCount(1);
  }
}
