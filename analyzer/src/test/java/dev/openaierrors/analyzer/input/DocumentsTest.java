package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same events as lines, as a document and as a table: they are the same. */
class DocumentsTest {

  private static final int[] BLOCKS = {64, 1000, 1 << 16, 1 << 18};
  private static final String KEY = "Incorrect API key provided, status 401 of api.openai.com";

  @TempDir private Path folder;

  /** What is made of events, each an object. */
  enum Shape {
    ARRAY("[", ",", "]"),
    ROOMY_ARRAY(" [ \n", " ,\r\n  ", "\n]\n"),
    ANSWER("{\"took\":1,\"of\":[{}],\"hits\":{\"total\":2,\"hits\":[", ", ", "]},\"more\":[]}"),
    OBJECTS("", "\n", "\n");

    private final String before;
    private final String between;
    private final String behind;

    Shape(String before, String between, String behind) {
      this.before = before;
      this.between = between;
      this.behind = behind;
    }

    String of(List<String> events) {
      return before + String.join(between, events) + behind;
    }
  }

  @ParameterizedTest
  @EnumSource
  void howeverManyBytesAreReadAtATimeADocumentIsReadAsItsLinesAre(Shape shape) {
    long seed = new Random().nextLong();
    List<String> events = events(new Random(seed), 3000);
    List<String> expected = read(write("lines.jsonl", String.join("\n", events)), 1 << 18);
    Path document = write("document.json", shape.of(indented(events, shape)));

    assertThat(expected).hasSizeGreaterThan(100);
    for (int block : BLOCKS) {
      assertThat(read(document, block))
          .as("seed %d, blocks of %d", seed, block)
          .isEqualTo(expected);
    }
  }

  @Test
  void byTwoThreadsALargeDocumentIsReadInOrder() {
    long seed = new Random().nextLong();
    List<String> events = events(new Random(seed), 40_000);
    List<String> expected = read(write("lines.jsonl", String.join("\n", events)), 1 << 18);

    assertThat(read(write("document.json", Shape.ARRAY.of(events)), 1 << 16))
        .as("seed %d", seed)
        .isEqualTo(expected);
  }

  @Test
  void theEventsOfADocumentAreWhereTheyStandInTheFile() {
    String text =
        "[\n {\"time\":\"2026-05-04T10:00:00Z\",\"msg\":\"up\"},\n {\"msg\":\"" + KEY + "\"}]";

    Collected collected = Collected.of(List.of(write("a.json", text)));

    assertThat(collected.events).hasSize(1);
    int line = text.lastIndexOf('{');
    assertThat(collected.events.get(0).offset()).isBetween(line - 2L, (long) line);
    assertThat(collected.files.get(0).bytes()).isEqualTo(text.length());
  }

  @Test
  void aTableIsReadWithAByteOrderMarkAndCompressed() throws IOException {
    String table = "\ufefftime,severity,msg\r\n2026-05-04T10:00:00Z,WARN,\"" + KEY + "\"\r\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(table.getBytes(StandardCharsets.UTF_8));
    }
    Path plain = write("a.csv", table);
    Path gzip = Collected.write(folder, "a.csv.gz", packed.toByteArray());

    for (Path file : List.of(plain, gzip)) {
      Collected collected = Collected.of(List.of(file));
      assertThat(collected.files.get(0).format()).isEqualTo("CSV");
      assertThat(collected.events).extracting(AnalyzedEvent::level).containsExactly("WARN");
      assertThat(collected.events).extracting(AnalyzedEvent::time).doesNotContainNull();
    }
  }

  @Test
  void theFirstTimeOfADocumentIsThatOfItsFirstEvent() {
    String up = "{\"time\":\"2026-05-04T10:00:00Z\",\"msg\":\"up\"}";
    String on = "{\"time\":\"2026-05-04T10:09:00Z\",\"msg\":\"on\"}";
    String table = "time,msg\n2026-05-04T10:00:00Z,up\n2026-05-04T10:09:00Z,on\n";

    for (String text : List.of("[" + up + ", " + on + "]", table)) {
      FileFacts facts = Collected.of(List.of(write("a", text))).files.get(0);
      assertThat(facts.first()).isEqualTo("2026-05-04T10:00:00Z");
      assertThat(facts.last()).isEqualTo("2026-05-04T10:09:00Z");
    }
  }

  @Test
  void whereTheNewestEventIsFirstTheFileEndsWithIt() {
    String table = "time,msg\n2026-05-04T10:09:00Z,on\n2026-05-04T10:00:00Z,up\n";

    FileFacts facts = Collected.of(List.of(write("a.csv", table))).files.get(0);

    assertThat(facts.first()).isEqualTo("2026-05-04T10:00:00Z");
    assertThat(facts.last()).isEqualTo("2026-05-04T10:09:00Z");
  }

  @Test
  void aDocumentThatEndsInItsMiddleIsReportedWhereItIsReadInParts() {
    String loki =
        "{\"data\":{\"result\":[{\"stream\":{\"pod\":\"a\"},\"values\":[[\"1777881600000000000\",\""
            + KEY
            + "\"],[\"17778816";

    Collected collected = Collected.of(List.of(write("a.json", loki)));

    assertThat(collected.events).hasSize(1);
    assertThat(collected.files.get(0).failure()).contains("ends in its middle");
  }

  private static List<String> events(Random random, int count) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean failed = random.nextInt(20) == 0;
      String message = failed ? KEY : "[{\\\"}, {\\\" \\\\\\\\".repeat(random.nextInt(9));
      events.add(
          "{\"msg\":\"%d %s\",\"more\":[{\"msg\":\"x\"},{}],\"level\":\"%s\",\"time\":\"2026-05-04T%02d:%02d:%02dZ\"}"
              .formatted(
                  i, message, failed ? "error" : "info", i / 3600 % 24, i / 60 % 60, i % 60));
    }
    return events;
  }

  /** As a printer writes them: only where a line end means nothing. */
  private static List<String> indented(List<String> events, Shape shape) {
    return shape == Shape.ROOMY_ARRAY || shape == Shape.OBJECTS
        ? events.stream().map(event -> event.replace("\",\"", "\",\n\t\"")).toList()
        : events;
  }

  private static List<String> read(Path log, int block) {
    Collected collected = new Collected();
    new LogAnalysis(Collected.options(), collected, block)
        .run(List.of(log.toString()), InputStream.nullInputStream());
    assertThat(collected.files).singleElement().extracting(FileFacts::failure).isNull();
    return collected.events.stream()
        .map(event -> event.time() + " " + event.level() + " " + event.message())
        .toList();
  }

  private Path write(String name, String text) {
    return Collected.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }
}
