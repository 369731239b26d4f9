package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wrapped lines, read by any number of threads, are what they are line by line. */
class WrappedIsSlowTest {

  private static final int[] BLOCKS = {64, 5000, 1 << 18};
  private static final int[] THREADS = {1, 2, 4, 8};

  @TempDir Path folder;

  /** Ways to wrap the line of a container. */
  enum Way {
    NONE((name, line) -> line),
    COMPOSE((name, line) -> name + "  | " + line),
    TIMED((name, line) -> "2026-05-04T10:00:00.123456789Z " + line),
    NAMED((name, line) -> "2026-05-04T10:00:00Z app[" + name + ".1]: " + line),
    COLOURED((name, line) -> "\u001b[36m" + name + "  |\u001b[0m " + line),
    CRI(
        (name, line) ->
            line.length() < 60
                ? "2026-05-04T10:00:00Z std" + name + " F " + line
                : "2026-05-04T10:00:00Z std"
                    + name
                    + " P "
                    + line.substring(0, 50)
                    + "\n2026-05-04T10:00:00Z std"
                    + name
                    + " F "
                    + line.substring(50)),
    NESTED((name, line) -> "[pod/" + name + "-1/x] 2026-05-04T10:00:00.123456789Z " + line);

    final BiFunction<String, String, String> wrap;

    Way(BiFunction<String, String, String> wrap) {
      this.wrap = wrap;
    }
  }

  @ParameterizedTest
  @EnumSource
  void byAnyNumberOfThreadsItIsWhatItIsLineByLine(Way way) throws IOException {
    long seed = new Random().nextLong();
    byte[] bytes = log(way, new Random(seed));
    Path log = Collected.write(folder, "app.log", bytes);
    List<String> slow = lineByLine(log, bytes);

    assertThat(slow).as("seed %d", seed).hasSizeGreaterThan(100);
    for (int block : BLOCKS) {
      for (int threads : THREADS) {
        assertThat(fast(log, block, threads))
            .as("%d bytes at a time, %d threads, seed %d", block, threads, seed)
            .isEqualTo(slow);
      }
    }
  }

  /** Of two containers, whose lines stand between each other. */
  private static byte[] log(Way way, Random random) {
    String[] names = way == Way.CRI ? new String[] {"out", "err"} : new String[] {"shop", "mail"};
    boolean one = way == Way.NONE || way == Way.TIMED;
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String text = new String(RandomLog.of(random.nextLong(), 250_000, 5), StandardCharsets.UTF_8);
      lines.add(text.lines().toList());
    }
    StringBuilder log = new StringBuilder();
    int[] at = {0, 0};
    while (at[0] < lines.get(0).size() && (one || at[1] < lines.get(1).size())) {
      int which = one || random.nextInt(3) > 0 ? 0 : 1;
      String line = lines.get(which).get(at[which]++);
      if (way == Way.NONE || !line.isEmpty()) {
        log.append(way.wrap.apply(names[which], line)).append('\n');
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> lineByLine(Path log, byte[] all) throws IOException {
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
              UntimedEvent error = classifier.classify(event, offset, 0);
              if (error != null) {
                found.add(place(error.event()));
              }
            });
    lines.lines(all, 0, all.length, 0);
    lines.end();
    return found;
  }

  private static List<String> fast(Path log, int block, int threads) {
    Collected collected = new Collected();
    new LogAnalysis(Collected.options(), collected, block, threads)
        .run(List.of(log.toString()), InputStream.nullInputStream());
    assertThat(collected.files).singleElement().extracting(FileFacts::failure).isNull();
    return collected.events.stream().map(WrappedIsSlowTest::place).toList();
  }

  private static String place(AnalyzedEvent event) {
    return event.offset() + " " + event.level() + " " + event.service() + " " + event.error();
  }
}
