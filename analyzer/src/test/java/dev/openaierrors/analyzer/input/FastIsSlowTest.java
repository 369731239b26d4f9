package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is skipped is never what would have been found. */
class FastIsSlowTest {

  private static final int[] BLOCKS = {64, 100, 257, 512, 1000, 4096, 1 << 16, 1 << 18, 1 << 20};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whateverIsReadAtATimeItIsWhatTheSlowWayFinds(long seed) {
    Path log = Collected.write(folder, "app.log", RandomLog.of(seed, 300_000, 5));
    List<String> slow = SlowPath.read(log).stream().map(one -> place(one.event())).toList();

    assertThat(slow).hasSizeGreaterThan(100);
    for (int block : BLOCKS) {
      assertThat(fast(log, block)).as("%d bytes at a time", block).isEqualTo(slow);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void lineByLineItIsTheSame(long seed) throws IOException {
    Path log = Collected.write(folder, "app.log", RandomLog.of(seed, 300_000, 5));
    List<String> slow = SlowPath.read(log).stream().map(one -> place(one.event())).toList();
    List<String> found = new ArrayList<>();
    EventClassifier classifier = new EventClassifier(ErrorAnalyzer.create(), "x", List.of());
    FormatSet formats;
    try (ByteSource source = Sources.open(log)) {
      formats = FileFormat.of(source, log, null).formats();
    }

    LineReader lines =
        new LineReader(
            formats,
            (event, offset) -> {
              UntimedEvent error = classifier.classify(event, offset, event.line() + 1, 0);
              if (error != null) {
                found.add(place(error.event()));
              }
            });
    byte[] all = Files.readAllBytes(log);
    lines.lines(all, 0, all.length, 0);
    lines.end();

    assertThat(found).isEqualTo(slow);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void twoThreadsFindInTheSameOrderWhatOneFinds(long seed) {
    Path log = Collected.write(folder, "app.log", RandomLog.of(seed, 6_000_000, 20));
    List<String> slow = SlowPath.read(log).stream().map(one -> place(one.event())).toList();

    for (int block : new int[] {5000, 1 << 18}) {
      assertThat(fast(log, block)).isEqualTo(slow);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 4096, 1 << 18})
  void anEventThatIsTooLongIsCutAtTheSamePlace(int block) {
    String head = "2026-05-04T10:00:00Z ERROR 7 --- [shop] [main] shop.Chat : ";
    String error = "Incorrect API key provided, status 401 of api.openai.com\n";
    String text =
        head
            + error
            + head
            + "x".repeat(EventReader.LONGEST_EVENT + 5000)
            + " "
            + error
            + head
            + error
            + (head + "\n").repeat(100);
    Path log =
        Collected.write(folder, "app.log", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(fast(log, block))
        .hasSize(2)
        .isEqualTo(SlowPath.read(log).stream().map(one -> place(one.event())).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 1 << 18})
  void theFormatMayChangeFarInTheFile(int block) {
    String head = "2026-05-04T10:00:00Z ERROR 7 --- [shop] [main] shop.Chat : ";
    String json =
        "{\"severity\":\"ERROR\",\"message\":\"Incorrect API key provided by api.openai.com: 401\",\"n\":\"%d\"}\n";
    StringBuilder text = new StringBuilder((head + "fine\n").repeat(2000));
    IntStream.range(0, 30_000).forEach(i -> text.append(json.replace("%d", "" + i)));
    String whole = text + (head + "fine\n").repeat(30_000);
    Path log =
        Collected.write(folder, "app.log", whole.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(fast(log, block)).hasSizeGreaterThan(29_000);
  }

  private static List<String> fast(Path log, int block) {
    Collected collected = new Collected();
    new LogAnalysis(Collected.options(), collected, block)
        .run(List.of(log.toString()), InputStream.nullInputStream());
    assertThat(collected.files).singleElement().extracting(FileFacts::failure).isNull();
    return collected.events.stream().map(FastIsSlowTest::place).toList();
  }

  private static String place(AnalyzedEvent event) {
    return event.offset() + " " + event.line() + " " + event.level() + " " + event.error();
  }
}
