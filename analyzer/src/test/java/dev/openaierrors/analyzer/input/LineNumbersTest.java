package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

  private static final String RECORD =
      "{\n  \"time\": \"2026-05-04T10:00:0%dZ\",\n  \"level\": \"error\",\n"
          + "  \"message\": \"401 from api.openai.com, Incorrect API key provided\"\n}";

  @Test
  void aDocumentHasItsOwnLines() {
    String records = RECORD.formatted(1) + ",\n" + RECORD.formatted(2) + ",\n\n";
    String array = "[\n" + records + RECORD.formatted(3) + "\n]\n";
    String values = "[[\"1777888800000000000\", \"%s\"],\n [\"1777888801000000000\", \"%s\"]]";
    String key = "401 from api.openai.com, Incorrect API key provided";
    String loki =
        "{\"data\": {\"result\": [\n{\"stream\": {\"pod\": \"a\"},\n\"values\": "
            + values.formatted(key, key)
            + "}]}}\n";
    String table =
        "time,level,message\n2026-05-04T10:00:00Z,info,\"up\nand on\"\n"
            + "2026-05-04T10:00:01Z,error,\""
            + key
            + "\"\n2026-05-04T10:00:02Z,error,\"two\nlines "
            + key
            + "\"\n2026-05-04T10:00:03Z,error,"
            + key
            + "\n";

    for (int block : BLOCKS) {
      assertThat(lines("a.json", array, block)).containsExactly(5L, 10L, 16L);
      assertThat(lines("b.json", loki, block)).containsExactly(3L, 4L);
      assertThat(lines("c.csv", table, block)).containsExactly(4L, 5L, 7L);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n\"hits\": {\"hits\": [\n{\n\"_id\": \"a\",\n\"_source\": {\n\"@timestamp\": \"TIME\",\n\"message\": \"KEY\"\n},\n\"sort\": [\n1\n]\n}]}}",
        "[\n{\n\"time\":\n\"TIME\"\n,\n\"message\": \"KEY\"\n}\n]",
        "[\n{\n\"a\": 1,\n\"time\": \"TIME\",\n\"level\": \"error\",\n\"message\": \"KEY\"}]",
        "{\n\"tables\": [{\"columns\": [\n{\"name\": \"TimeGenerated\"}, {\"name\": \"Log_s\"}],\n\"rows\": [[\n\"TIME\",\n\"KEY\"\n]]}]}",
        "{\"data\": {\"result\": [\n{\"stream\": {\n\"pod\": \"a\"},\n\"values\": [[\n\"1777888801000000000\",\n\"KEY\"\n]]}]}}",
        "[\n{\"message\": \"ok\", \"time\": \"TIME\"},\n{\n\"time\":\n\"TIME\",\n\"message\": \"KEY\"}]",
        "time,level,message\nTIME,info,\"up\nand on\nand\non\"\nTIME,error,\"KEY\"\n",
      })
  void ofAnEventOverManyLinesOfADocumentItIsThatOfItsMessage(String shape) {
    String key = "401 from api.openai.com, Incorrect API key provided";
    String text = shape.replace("KEY", key).replace("TIME", "2026-05-04T10:00:00Z");
    long line = text.substring(0, text.indexOf(key)).chars().filter(c -> c == '\n').count() + 1;

    for (int block : BLOCKS) {
      assertThat(lines("d", text, block)).containsExactly(line);
    }
  }

  @Test
  void anErrorThatIsNotInTheMessageIsFoundWhereItsCodeIs() {
    String log =
        """
        [
          {
            "time": "2026-05-04T10:00:00Z",
            "payload": {
              "message": "the stream of OpenAI ended",
              "event": {
                "type": "error",
                "error": {"type": "insufficient_quota", "code": "insufficient_quota", "param": null}
              }
            }
          }
        ]
        """;

    assertThat(lines("d", log, FileAnalysis.BLOCK)).containsExactly(8L);
  }

  private List<Long> lines(String name, String text, int block) {
    Path file = Collected.write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    Collected collected = new Collected();
    new LogAnalysis(Collected.options(), collected, block)
        .run(List.of(file.toString()), InputStream.nullInputStream());
    return collected.events.stream().map(AnalyzedEvent::line).toList();
  }
}
