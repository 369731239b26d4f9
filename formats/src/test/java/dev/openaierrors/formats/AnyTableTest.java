package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any table that a tool writes by the rules of CSV is read back, cell by cell. */
class AnyTableTest {

  private static final String KEY = Exported.KEY.replace(",", "");
  private static final String[] PIECES = {
    "a",
    " ",
    "\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\n\n",
    "\"\"",
    "\",\"",
    "\u00e4",
    "\u4f60",
    "'",
    "\\",
    "\\n",
    "{",
    "}",
    "=",
    "-",
    "0",
    "time,msg",
    "\ud83d\ude00"
  };

  @RepeatedTest(60)
  void whateverIsInItsCells() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    char separator = ",;\t|".charAt(random.nextInt(4));
    String end = random.nextBoolean() ? "\n" : "\r\n";
    List<String> texts = new ArrayList<>();
    StringBuilder table = new StringBuilder(line(separator, end, "time", "level", "msg", "order"));
    for (int i = 0; i < 30; i++) {
      String text = KEY + cell(random);
      texts.add(text);
      String order = random.nextBoolean() ? "" : "7 " + cell(random).strip() + "x";
      table.append(line(separator, end, "2026-05-04T08:03:21Z", "WARN", text, order));
    }

    List<ParsedEvent> events = Exported.of(table.toString()).events();

    assertThat(events)
        .as("seed %d%n%s", seed, table)
        .extracting(event -> event.message())
        .isEqualTo(texts.stream().map(String::strip).toList());
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 08:03:21 Z");
              assertThat(event.level()).isEqualTo("WARN");
            });
  }

  @RepeatedTest(20)
  void howeverManyBytesAreReadAtATime() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder table = new StringBuilder(line(',', "\r\n", "time", "msg"));
    for (int i = 0; i < 20; i++) {
      table.append(line(',', "\r\n", "2026-05-04T08:03:21Z", cell(random)));
    }
    byte[] bytes = table.toString().getBytes(UTF_8);
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));
    byte[] whole = document.lines(new ByteArrayInputStream(bytes)).readAllBytes();

    byte[] changed = bytes.clone();
    ByteChange change = Objects.requireNonNull(document.change());
    for (int at = 0; at < changed.length; ) {
      int to = Math.min(changed.length, at + random.nextInt(9));
      change.change(changed, at, to);
      at = to;
    }
    InputStream one = document.lines(new ByteArrayInputStream(bytes));
    List<Integer> single = new ArrayList<>();
    for (int b = one.read(); b >= 0; b = one.read()) {
      single.add(b);
    }

    assertThat(changed).as("seed %d", seed).isEqualTo(whole);
    assertThat(whole).hasSameSizeAs(bytes);
    assertThat(single).hasSize(bytes.length);
    for (int i = 0; i < whole.length; i++) {
      assertThat(single.get(i)).isEqualTo(whole[i] & 0xff);
    }
  }

  @Test
  void bytesThatArePassedCountForWhatIsBehindThem() throws IOException {
    byte[] bytes = ("time,msg\n" + line(',', "\n", "x", "one\ntwo")).getBytes(UTF_8);
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));
    byte[] whole = document.lines(new ByteArrayInputStream(bytes)).readAllBytes();

    InputStream lines = document.lines(new ByteArrayInputStream(bytes));
    long passed = lines.skip(12);
    byte[] rest = lines.readAllBytes();

    assertThat(new String(rest, UTF_8))
        .isEqualTo(new String(whole, (int) passed, whole.length - (int) passed, UTF_8));
    assertThat(lines.markSupported()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "time,level,msg\\nTIME,WARN,KEY => WARN",
        "time,level,msg\\nTIME,WARN,KEY\\n => WARN",
        "time,level,msg\\r\\nTIME,WARN,KEY\\r\\n => WARN",
        "time, level, msg\\nTIME, WARN, KEY\\n => WARN",
        "\"time\",\"level\",\"msg\"\\n\"TIME\",\"WARN\",\"KEY\"\\n => WARN",
        "time,level,msg\\nTIME,,KEY\\n => null",
        "time,level,msg\\nTIME,-,KEY\\n => null",
        "time,level,msg\\nTIME,\"\",KEY\\n => null",
        "time,level,msg\\n\\nTIME,WARN,KEY\\n\\n => WARN",
        "level,time,more,msg\\nWARN,TIME,,KEY\\n => WARN",
        "time,msg,level\\nTIME,KEY,WARN,more,and more\\n => WARN",
        "time,msg,level\\nTIME,KEY\\n => null",
        "Time,Message,Severity\\nTIME,KEY,WARN\\n => WARN",
        "\"timestamp [UTC]\",message,severityLevel\\nTIME,KEY,2\\n => WARN",
        "@timestamp,@message,log.level\\nTIME,KEY,WARN\\n => WARN",
        "time,msg,level\\nTIME,\" KEY\",WARN\\n => WARN",
        "time,msg,level\\nTIME,\"KEY\" ,WARN\\n => WARN",
      })
  void rowsMayBeShortAndLongAndSpaced(String shape, String level) {
    String table =
        shape
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("TIME", "2026-05-04T08:03:21Z")
            .replace("KEY", KEY);

    ParsedEvent event = Exported.of(table).event();

    assertThat(String.valueOf(event.level())).isEqualTo(level);
    assertThat(event.message()).isEqualTo(KEY);
    assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 08:03:21 Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time msg\n",
        "time,msg",
        ",,\n,,\n",
        "time,,msg\na,b,c\n",
        "level,logger\nWARN,a.B\n",
        "msg,level\nKEY,WARN\n",
        "2026-05-04,KEY\n2026-05-05,KEY\n",
        "the time,the message\n",
        "[main] time,msg\n",
      })
  void whatHasNoColumnsOfALogIsNone(String text) {
    assertThat(Exported.of(text).isDocument()).isFalse();
  }

  @Test
  void aTableInLatin1IsReadAsOne() {
    byte[] bytes =
        ("time,msg\n2026-05-04T08:03:21Z,gr\u00fc\u00dfe " + KEY + "\n").getBytes(ISO_8859_1);
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));
    byte[] lines = bytes.clone();
    Objects.requireNonNull(document.change()).change(lines, 0, lines.length);
    List<ParsedEvent> events =
        Exported.events(FormatSet.detect(document, lines, lines.length, null), lines);

    assertThat(events)
        .singleElement()
        .extracting(ParsedEvent::message)
        .isEqualTo("gr\u00fc\u00dfe " + KEY);
  }

  private static String cell(Random random) {
    return random
        .ints(random.nextInt(8), 0, PIECES.length)
        .mapToObj(i -> PIECES[i])
        .collect(Collectors.joining());
  }

  private static String line(char separator, String end, String... cells) {
    List<String> written = new ArrayList<>();
    for (String cell : cells) {
      boolean quoted = cell.chars().anyMatch(c -> "\"\n\r,;\t| ".indexOf(c) >= 0);
      written.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    return String.join("" + separator, written) + end;
  }
}
