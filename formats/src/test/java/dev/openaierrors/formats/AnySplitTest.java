package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However the lines of a log come, at once, one by one or in parts: the events are the same. */
class AnySplitTest {

  private static final String[] TEXTS = {
    "served 7 orders",
    "no answer: KEY",
    "no answer\njava.lang.IllegalStateException: KEY\n\tat a.B.c(B.java:1)",
    "no answer:\n{\n  \"error\": {\n    \"message\": \"KEY\"\n  }\n}",
    "",
    "  KEY",
    "gr\u00fc\u00dfe \u4f60\u597d KEY",
    "long " + "x ".repeat(400) + "KEY",
    "asking again",
  };

  /** An event, where it begins and how many lines are before it. */
  private static String read(ParsedEvent event, long place) {
    return place + " " + event.line() + " " + ReadLog.all(event);
  }

  static Stream<FormatSample> samples() {
    return FormatSample.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ofEachFormatByTheLineOrAtOnce(FormatSample sample) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] bytes = sample.text().repeat(5).getBytes(UTF_8);
    FormatSet formats = FormatSet.detect(bytes, bytes.length);

    List<String> atOnce = new ArrayList<>();
    LineReader all = new LineReader(formats, (event, place) -> atOnce.add(read(event, place)));
    all.lines(bytes, 0, bytes.length, 0);
    all.end();
    List<String> parted = new ArrayList<>();
    LineReader some = new LineReader(formats, (event, place) -> parted.add(read(event, place)));
    for (int at = 0; at < bytes.length; ) {
      int to = at;
      for (int lines = 1 + random.nextInt(4); lines > 0 && to < bytes.length; lines--) {
        to = LogBytes.lineEnd(bytes, to, bytes.length) + 1;
      }
      to = Math.min(to, bytes.length);
      byte[] other = new byte[to - at + 7];
      System.arraycopy(bytes, at, other, 7, to - at);
      some.lines(other, 7, other.length, at);
      at = to;
    }
    some.end();

    assertThat(atOnce).isNotEmpty();
    assertThat(parted).as("seed %d", seed).isEqualTo(atOnce);
  }

  @ParameterizedTest
  @EnumSource(Wrap.class)
  void ofWrappedLinesInPartsThatAreReadApart(Wrap wrap) {
    for (int round = 0; round < 8; round++) {
      long seed = new Random().nextLong();
      Random random = new Random(seed);
      byte[] bytes = wrapped(wrap, random).getBytes(UTF_8);
      FormatSet formats = FormatSet.detect(bytes, bytes.length);
      List<String> byLine = new ArrayList<>();
      LineReader lines = new LineReader(formats, (event, place) -> byLine.add(read(event, place)));
      lines.lines(bytes, 0, bytes.length, 0);
      lines.end();

      List<String> parted = inParts(bytes, formats, random);

      byLine.sort(Comparator.naturalOrder());
      assertThat(byLine).isNotEmpty();
      assertThat(parted).as("seed %d", seed).isEqualTo(byLine);
    }
  }

  private static List<String> inParts(byte[] bytes, FormatSet formats, Random random) {
    List<String> parted = new ArrayList<>();
    WrappedEvents events = (event, place, end) -> parted.add(read(event, place));
    WrappedReader reader = new WrappedReader(formats, events);
    WrappedJoiner joiner = new WrappedJoiner(events);
    long before = 0;
    for (int at = 0; at < bytes.length; ) {
      int to = Math.min(bytes.length, at + 1 + random.nextInt(3_000));
      to = Math.min(bytes.length, LogBytes.lineEnd(bytes, to, bytes.length) + 1);
      LogBytes part = new LogBytes(to - at);
      part.add(bytes, at, to - at);
      int from = parted.size();
      WrappedPart ends = reader.read(part.aligned(), at, 0, random.nextBoolean(), null);
      // What is read of a part does not know how many lines were before it.
      for (int i = from; i < parted.size(); i++) {
        parted.set(i, moved(parted.get(i), before));
      }
      joiner.join(formats, ends, before);
      before += ends.lines();
      at = to;
    }
    joiner.end();
    parted.sort(Comparator.naturalOrder());
    return parted;
  }

  private static String moved(String read, long lines) {
    int first = read.indexOf(' ');
    int second = read.indexOf(' ', first + 1);
    long line = Long.parseLong(read.substring(first + 1, second)) + lines;
    return read.substring(0, first + 1) + line + read.substring(second);
  }

  @RepeatedTest(10)
  void whatBeginsAnEventDoesNotDependOnWhatIsBehindTheLine() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] bytes = bare(random, 60).getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(bytes, bytes.length));
    LogBytes log = new LogBytes(bytes.length);
    log.add(bytes, 0, bytes.length);
    log.aligned();
    for (int start = 0; start < bytes.length; ) {
      int end = LogBytes.lineEnd(bytes, start, bytes.length);
      boolean begins = reader.begins(bytes, start, bytes.length);

      assertThat(reader.begins(bytes, start, end))
          .as("seed %d, at %d", seed, start)
          .isEqualTo(begins);
      assertThat(reader.begins(log, start, bytes.length)).isEqualTo(begins);
      assertThat(reader.begins(log, start, end)).isEqualTo(begins);
      start = end + 1;
    }
  }

  @ParameterizedTest
  @EnumSource(Wrap.class)
  void theEventsThatBeginInPartsAreAllThatBegin(Wrap wrap) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int events = 20 + random.nextInt(20);
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < events; i++) {
      String text = TEXTS[random.nextInt(4)].replace("KEY", Exported.KEY);
      bare.append("2026-05-04 09:15:02,101 ERROR [main] a.B - ").append(text).append('\n');
    }
    byte[] bytes = wrap.wrap(bare.toString()).getBytes(UTF_8);
    LogBytes log = new LogBytes(bytes.length);
    log.add(bytes, 0, bytes.length);
    WrappedReader reader =
        new WrappedReader(FormatSet.detect(bytes, bytes.length), (event, place, end) -> {});

    WrappedPart part = reader.read(log.aligned(), 0, 0, true, null);

    assertThat(part.begun()).as("seed %d", seed).isEqualTo(events);
    assertThat(part.lines()).isEqualTo(new String(bytes, UTF_8).lines().count());
    assertThat(part.size()).isEqualTo(1);
  }

  @Test
  void theEndGivesTheLastEventOnce() {
    byte[] bytes = ("2026-05-04 09:15:02,101 ERROR [main] a.B - " + Exported.KEY).getBytes(UTF_8);
    List<Long> places = new ArrayList<>();
    LineReader reader =
        new LineReader(FormatSet.detect(bytes, bytes.length), (event, place) -> places.add(place));

    reader.line(bytes, 0, bytes.length, 17);
    assertThat(places).isEmpty();
    reader.end();
    reader.end();

    assertThat(places).containsExactly(17L);
    assertThat(ReadLog.time(reader.last())).isEqualTo("2026-05-04 09:15:02.101");
  }

  @Test
  void anEventThatNeverEndsIsBounded() {
    byte[] head = ("2026-05-04 09:15:02,101 ERROR [main] a.B - " + Exported.KEY).getBytes(UTF_8);
    byte[] line = (" ".repeat(20_000) + "x").getBytes(UTF_8);
    List<ParsedEvent> events = new ArrayList<>();
    LineReader reader =
        new LineReader(FormatSet.detect(head, head.length), (event, place) -> events.add(event));

    reader.line(head, 0, head.length, 0);
    for (int i = 0; i < 500; i++) {
      reader.line(line, 0, line.length, i);
    }
    reader.line(head, 0, head.length, 7);
    reader.end();

    assertThat(events).hasSize(2);
    assertThat(events.get(0).message()).startsWith(Exported.KEY);
    assertThat(events.get(0).message().length())
        .isBetween(EventReader.LONGEST_EVENT - 30_000, EventReader.LONGEST_EVENT);
    assertThat(events.get(1).message()).isEqualTo(Exported.KEY);
  }

  @Test
  void ofWhatIsTooLongTheBeginIsKeptAndNothingOfItsEnd() {
    byte[] head = ("2026-05-04 09:15:02,101 ERROR [main] a.B - " + Exported.KEY).getBytes(UTF_8);
    byte[] line = (" ".repeat(600_000) + "x").getBytes(UTF_8);
    byte[] last = "  the end".getBytes(UTF_8);
    List<ParsedEvent> events = new ArrayList<>();
    LineReader reader =
        new LineReader(FormatSet.detect(head, head.length), (event, place) -> events.add(event));

    reader.line(head, 0, head.length, 0);
    reader.line(line, 0, line.length, 0);
    reader.line(line, 0, line.length, 0);
    reader.line(last, 0, last.length, 0);
    reader.end();

    assertThat(events).hasSize(1);
    assertThat(events.get(0).message()).endsWith("x");
  }

  /** Of one container, or of two whose lines stand between each other. */
  private static String wrapped(Wrap wrap, Random random) {
    List<String> one = wrap.apart(true, bare(random, 40));
    List<String> other = random.nextBoolean() ? List.of() : wrap.apart(false, bare(random, 40));
    StringBuilder log = new StringBuilder();
    int o = 0;
    int t = 0;
    while (o < one.size() || t < other.size()) {
      boolean first = t == other.size() || (o < one.size() && random.nextBoolean());
      log.append(first ? one.get(o++) : other.get(t++));
      log.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
      if (random.nextInt(40) == 0) {
        log.append(random.nextBoolean() ? "stray " + Exported.KEY + "\n" : "  stray\n");
      }
    }
    return log.toString();
  }

  private static String bare(Random random, int count) {
    StringBuilder log = new StringBuilder();
    String[] levels = {"ERROR", "WARN ", "INFO ", "DEBUG"};
    for (int i = 0; i < count; i++) {
      String level = levels[random.nextInt(levels.length)];
      String time = String.format(Locale.ROOT, "2026-05-04 09:%02d:%02d,101 ", 15 + i / 60, i % 60);
      String text = TEXTS[random.nextInt(TEXTS.length)].replace("KEY", Exported.KEY);
      log.append(time).append(level).append(" [main] a.B - ").append(text).append('\n');
    }
    return log.toString();
  }
}
