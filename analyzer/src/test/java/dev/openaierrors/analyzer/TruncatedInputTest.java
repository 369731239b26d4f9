package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.analyzer.input.FormatSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Of what ends too soon the begin is read and the rest is told: nobody takes what could not be read
 * for nothing found. Cuts are random, by seeds that are told.
 */
class TruncatedInputTest {

  private static final int ROUNDS = 8;
  private static final ServiceLog LOG = ServiceLog.of(42, 600);
  private static final byte[] TEXT = LOG.toString().getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** What packs, of which the end is known. */
  enum Packing {
    GZ {
      @Override
      OutputStream over(OutputStream target) throws IOException {
        return new GZIPOutputStream(target);
      }
    },
    BZ2 {
      @Override
      OutputStream over(OutputStream target) throws IOException {
        return new BZip2CompressorOutputStream(target, 1);
      }
    },
    XZ {
      @Override
      OutputStream over(OutputStream target) throws IOException {
        return new XZOutputStream(target, new LZMA2Options());
      }
    },
    ZIP {
      @Override
      OutputStream over(OutputStream target) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(target);
        zip.putNextEntry(new ZipEntry("app.log"));
        return zip;
      }
    };

    abstract OutputStream over(OutputStream target) throws IOException;

    byte[] of(byte[] bytes) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = over(packed)) {
        out.write(bytes);
      }
      return packed.toByteArray();
    }
  }

  private static JsonNode json(CommandRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPackedAndCutAnywhereIsTold(Packing packing) throws IOException {
    byte[] whole = packing.of(TEXT);
    for (int round = 0; round < ROUNDS; round++) {
      int length = 4 + random.nextInt(whole.length - 4);
      String which = packing + " of " + length + " bytes of " + whole.length + ", seed " + seed;
      byte[] cut = Arrays.copyOf(whole, length);
      Path file = Files.write(folder.resolve("app.log." + packing), cut);
      for (CommandRun run :
          List.of(
              new CommandRun().run("analyze", "--format=json", file.toString()),
              new CommandRun().input(cut).run("analyze", "--format=json"))) {
        assertThat(run.code()).as(which).isEqualTo(2);
        assertThat(run.err()).as(which).hasLineCount(1).doesNotContain("mistake");
        assertThat(json(run).get("events").asInt())
            .as(which)
            .isLessThanOrEqualTo(LOG.errors().size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingFoundInWhatIsCutIsNeverCalledNothing(Packing packing) throws IOException {
    String quiet = new Logs().quiet(Logs.MORNING).toString().repeat(300);
    byte[] whole = packing.of(quiet.getBytes(StandardCharsets.UTF_8));
    for (int round = 0; round < ROUNDS; round++) {
      int length = 4 + random.nextInt(whole.length - 4);
      String which = packing + " of " + length + " bytes, seed " + seed;
      byte[] cut = Arrays.copyOf(whole, length);
      CommandRun text = new CommandRun().input(cut).run("analyze", "-");
      assertThat(text.code()).as(which).isEqualTo(2);
      assertThat(text.out().lines().findFirst().orElse(""))
          .as(which)
          .containsAnyOf("Nothing could be read of", "which could not be read to its end");
      for (String format : new String[] {"html", "markdown"}) {
        assertThat(new CommandRun().input(cut).run("analyze", "--format", format).out())
            .as(which)
            .containsAnyOf("Nothing could be read", "No OpenAI errors in what could be read");
      }
    }
  }

  /** A log that is still written ends anywhere: that is no trouble, and what is whole counts. */
  @Test
  void aLogThatEndsInTheMiddleOfALineIsReadToItsEnd() throws IOException {
    for (int round = 0; round < 4 * ROUNDS; round++) {
      int length = 200 + random.nextInt(TEXT.length - 200);
      CommandRun run =
          new CommandRun()
              .input(Arrays.copyOf(TEXT, length))
              .run("analyze", "--format=json", "--fail-on=none");
      String which = length + " bytes, seed " + seed;
      assertThat(run.code()).as(which).isZero();
      assertThat(run.err()).as(which).isEmpty();
      long whole = wholeErrors(length);
      assertThat(json(run).get("events").asLong()).as(which).isBetween(whole, whole + 1);
    }
  }

  private static long wholeErrors(int length) {
    long errors = 0;
    int end = 0;
    for (ServiceLog.Line line : LOG.lines()) {
      end += line.text().length();
      errors += end <= length && line.isError() ? 1 : 0;
    }
    return errors;
  }

  static List<FormatSample> logs() {
    return FormatSample.all();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void whateverFormatIsCutTheCommandEndsAsDocumented(FormatSample log) {
    byte[] whole = log.text().getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      int length = random.nextInt(whole.length + 1);
      byte[] cut = Arrays.copyOf(whole, length);
      CommandRun run =
          new CommandRun()
              .input(cut)
              .run("analyze", round % 2 == 0 ? "--list" : "--no-progress", "-");
      String which = log + ", " + length + " bytes, seed " + seed;
      assertThat(run.code()).as(which).isBetween(0, 2);
      assertThat(run.err().isEmpty()).as(which).isEqualTo(run.code() < 2);
      assertThat(run.err()).as(which).doesNotContain("mistake", "memory");
    }
  }

  /** What of an answer is whole counts, and nothing that is not there. */
  @Test
  void ofADocumentThatIsCutTheBeginIsRead() throws IOException {
    List<ServiceLog.Line> lines = LOG.lines().subList(0, 100);
    StringBuilder document = new StringBuilder("[");
    for (ServiceLog.Line line : lines) {
      document
          .append(document.length() > 1 ? ",\n " : "\n ")
          .append("{\"timestamp\":\"" + line.at() + "\",\"level\":\"" + line.level())
          .append("\",\"logger\":\"" + line.logger() + "\",\"message\":\"")
          .append(line.text().strip().replaceAll("\\s+", " "))
          .append("\"}");
    }
    byte[] whole = document.append("\n]\n").toString().getBytes(StandardCharsets.UTF_8);
    CommandRun all = new CommandRun().input(whole).run("analyze", "--format=json");
    long errors = lines.stream().filter(ServiceLog.Line::isError).count();
    assertThat(json(all).get("events").asLong()).isEqualTo(errors);
    for (int round = 0; round < 2 * ROUNDS; round++) {
      int length = 300 + random.nextInt(whole.length - 300);
      CommandRun run =
          new CommandRun().input(Arrays.copyOf(whole, length)).run("analyze", "--format=json");
      String which = length + " bytes of " + whole.length + ", seed " + seed;
      assertThat(run.code()).as(which).isBetween(0, 2);
      assertThat(run.err()).as(which).doesNotContain("mistake");
      assertThat(json(run).get("events").asLong()).as(which).isLessThanOrEqualTo(errors);
    }
  }

  /** Nothing of a log is missing then but what follows, of which nobody knows. */
  @Test
  void aZipThatEndsBetweenTwoLogsIsTold() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int between;
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.log"));
      zip.write(TEXT);
      zip.closeEntry();
      zip.flush();
      between = bytes.size();
      zip.putNextEntry(new ZipEntry("b.log"));
      zip.write(TEXT);
    }
    for (int length : new int[] {between, between + 1, between + 20, between + 32}) {
      byte[] cut = Arrays.copyOf(bytes.toByteArray(), length);
      Path file = Files.write(folder.resolve("logs.zip"), cut);
      for (CommandRun run :
          List.of(
              new CommandRun().run("analyze", file.toString()),
              new CommandRun().input(cut).run("analyze", "-"))) {
        assertThat(run.code()).as("%d bytes", length).isEqualTo(2);
        assertThat(run.err()).contains("ends before its end");
        assertThat(run.out()).startsWith(LOG.errors().size() + " OpenAI errors");
      }
    }
  }
}
