package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the lines by which events are found again. */
class LineNumbersTest {

  private static final int[] BLOCKS = {97, 4096, FileAnalysis.BLOCK};

  @TempDir Path folder;

  private final StringBuilder log = new StringBuilder();
  private final List<Long> expected = new ArrayList<>();
  private long line = 1;

  private void line(String text) {
    log.append(text).append('\n');
    line++;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app-%d  | ", "[pod/chat-%d/app] "})
  void eachEventHasTheNumberOfItsFirstLine(String prefix) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String head = " ERROR 1 --- [shop] [main] shop.Chat : ";
    for (int i = 0; i < 3000; i++) {
      String of = prefix.isEmpty() ? "" : prefix.formatted(random.nextInt(3));
      String at =
          "2026-06-11T07:%02d:%02d.%03dZ".formatted(i / 60 % 60, i % 60, random.nextInt(999));
      if (random.nextInt(10) == 0) {
        expected.add(line);
        line(of + at + head + "Incorrect API key provided, status 401 of api.openai.com " + i);
        for (int frame = random.nextInt(4); frame > 0; frame--) {
          line(of + "\tat shop.Chat.ask(Chat.java:" + frame + ")");
        }
      } else {
        line(of + at + head.replace("ERROR", " INFO") + "order " + i + " was paid");
      }
    }
    Path file = Collected.write(folder, "app.log", log.toString().getBytes(StandardCharsets.UTF_8));
    for (int block : BLOCKS) {
      Collected collected = new Collected();
      new LogAnalysis(Collected.options(), collected, block)
          .run(List.of(file.toString()), InputStream.nullInputStream());
      assertThat(collected.events.stream().map(AnalyzedEvent::line).sorted().toList())
          .as("seed %d, %d bytes at a time", seed, block)
          .isEqualTo(expected);
      assertThat(collected.files.get(0).events()).as("seed %d", seed).isEqualTo(3000);
    }
  }
}
