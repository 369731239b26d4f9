package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same twelve events in every layout, behind every head, in every encoding. */
class MatrixTest {

  private static final InputOptions OPTIONS =
      new InputOptions(ZoneOffset.UTC, null, null, false, null, Set.of(Provider.values()));

  @TempDir Path folder;

  /** How a text lies on the disk. */
  private enum Encoding {
    LF(text -> utf8(text)),
    CRLF(text -> utf8(text.replace("\n", "\r\n"))),
    BOM(text -> utf8("\ufeff" + text)),
    UTF_16(text -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)),
    UTF_16_WITHOUT_MARK(text -> text.getBytes(StandardCharsets.UTF_16LE)),
    GZIP(text -> gzip(utf8(text))),
    ZIP(text -> zip(utf8(text)));

    private final Function<String, byte[]> bytes;

    Encoding(Function<String, byte[]> bytes) {
      this.bytes = bytes;
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] text) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }

    private static byte[] zip(byte[] text) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        ZipEntry entry = new ZipEntry("app.log");
        entry.setLastModifiedTime(FileTime.from(Instant.parse("2026-05-04T12:00:00Z")));
        zip.putNextEntry(entry);
        zip.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }

    String fileName() {
      return this == ZIP ? "app.zip" : "app.log";
    }
  }

  static Stream<Arguments> layoutsAndWays() {
    return Stream.of(Layout.values())
        .flatMap(layout -> Stream.of(Way.values()).map(way -> Arguments.of(layout, way)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("layoutsAndWays")
  void allIsRead(Layout layout, Way way) {
    StringBuilder text = new StringBuilder();
    for (Logged event : Logged.MORNING) {
      text.append(way.wrap(event.time(), layout.write(event)));
    }
    List<String> expected = new ArrayList<>();
    for (Logged event : Logged.MORNING) {
      if (event.kind() != null) {
        expected.add(expected(event, layout, way));
      }
    }

    for (Encoding encoding : Encoding.values()) {
      Collected read = read(encoding.fileName(), encoding.bytes.apply(text.toString()));

      assertThat(read.events.stream().map(event -> found(event, layout)))
          .as("%s, read as: %s%n%s", encoding, read.files.get(0).format(), text)
          .isEqualTo(expected);
      assertThat(read.files.get(0).failure()).isNull();
    }
  }

  private Collected read(String name, byte[] bytes) {
    Path log = Collected.write(folder, name, bytes);
    return Collected.of(OPTIONS, List.of(log.toString()), InputStream.nullInputStream());
  }

  private static String expected(Logged event, Layout layout, Way way) {
    boolean timed = layout.saysTime() || layout.saysTimeOfDay() || way.saysTime();
    return String.join(
        " ",
        event.kind(),
        timed || way == Way.FOREMAN ? "timed" : "untimed",
        layout.saysLevel() ? event.level() : "-",
        layout.saysLogger() ? event.logger() : "-",
        layout.saysThread() ? event.thread() : "-");
  }

  private static String found(AnalyzedEvent event, Layout layout) {
    String kind = event.error().kind().id();
    return String.join(
        " ",
        kind,
        time(event, layout),
        layout.saysLevel() ? event.level() : "-",
        layout.saysLogger() ? event.logger() : "-",
        layout.saysThread() ? event.thread() : "-");
  }

  /** Whether it is known when the event was logged; how far off where it is not as it was. */
  private static String time(AnalyzedEvent event, Layout layout) {
    Instant time = event.time();
    if (time == null) {
      return "untimed";
    }
    String kind = event.error().kind().id();
    Instant logged =
        Logged.MORNING.stream()
            .filter(one -> kind.equals(one.kind()))
            .map(Logged::time)
            .findFirst()
            .orElseThrow();
    Duration off = Duration.between(time, logged).abs();
    boolean exact = layout.saysTime() && layout.saysFraction();
    boolean right = exact ? off.isZero() : off.compareTo(Duration.ofSeconds(1)) < 0;
    return right ? "timed" : "off by " + off;
  }

  /** What the plugins and the command classify say of a text, who reads a file is told, too. */
  @ParameterizedTest
  @MethodSource("failures")
  void theTextAloneIsTheSame(Logged event) {
    OpenAiError error = ErrorAnalyzer.create().analyze(event.text());

    assertThat(Objects.requireNonNull(error).kind().id()).isEqualTo(event.kind());
  }

  static Stream<Logged> failures() {
    return Logged.MORNING.stream().filter(event -> event.kind() != null);
  }
}
