package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a line without reading all of its event is what all of it says. */
class EventReaderTest {

  private static final String[] TEXTS = {
    "no answer: KEY",
    "served 7 orders",
    "",
    "asked OpenAI: 200 OK",
    "KEY\\n\\tat a.B.c(B.java:1)",
    "a \\\"quoted\\\" word: KEY",
    "level\\\":\\\"DEBUG",
  };
  private static final String[] FIELDS = {
    "",
    ",\"mdc\":{\"level\":\"ERROR\"}",
    ",\"mdc\":{\"level\":\"DEBUG\"}",
    ",\"log_level\":\"TRACE\"",
    ",\"level\":\"DEBUG\"",
    ",\"stack_trace\":\"a.XException: KEY\"",
    ",\"error\":{\"message\":\"KEY\"}",
    ",\"exception\":\"a.XException: KEY\"",
    ",\"severity\":\"ERROR\"",
    ",\"lvl\":\"debug\"",
  };
  private static final String[] LEVELS = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR"};

  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();
  private static final ParsedEventView VIEW = new ParsedEventView();

  @RepeatedTest(100)
  void whatIsBelowInfoAtAGlanceIsNotRead() {
    long seed = new Random().nextLong();
    byte[] line = line(new Random(seed)).getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(line, line.length));

    assertThat(reader.begins(line, 0, line.length)).as("seed %d", seed).isTrue();
    if (reader.isBelowInfo()) {
      assertThat(reader.parse(line, 0, line.length - 1))
          .as("seed %d: %s", seed, new String(line, UTF_8))
          .isNull();
    }
  }

  @RepeatedTest(100)
  void whatIsRoutineAtAGlanceHasNoThrowableAndIsAtInfo() {
    long seed = new Random().nextLong();
    byte[] line = line(new Random(seed)).getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(line, line.length));
    LogBytes log = new LogBytes(line.length);
    log.add(line, 0, line.length);
    log.aligned();

    boolean routine = reader.begins(log, 0, line.length) && reader.isRoutine(log);

    if (routine) {
      ParsedEvent event = Objects.requireNonNull(reader.parse(line, 0, line.length - 1));
      assertThat(event.level()).as("seed %d: %s", seed, new String(line, UTF_8)).isEqualTo("INFO");
      assertThat(event.thrown()).isNull();
    }
  }

  @RepeatedTest(30)
  void eventsOfTheSameContentCarryTheSameError() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<ParsedEvent> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.addAll(ReadLog.of(line(random)).errors());
    }
    for (ParsedEvent one : events) {
      for (ParsedEvent other : events) {
        EventContent content = one.content(VIEW.isRoutine(one));
        EventContent same = other.content(VIEW.isRoutine(other));
        if (content != null && content.equals(same)) {
          assertThat(content).hasSameHashCodeAs(same);
          assertThat(String.valueOf(ANALYZER.analyze(VIEW, one)))
              .as("seed %d: %s", seed, ReadLog.all(one))
              .isEqualTo(String.valueOf(ANALYZER.analyze(VIEW, other)));
        }
      }
    }
  }

  @Test
  void contentThatDiffersInAnythingIsNotTheSame() {
    String line = "time=2026-05-04T09:15:02Z level=error msg=\"%s\" user=%s\n%s";
    List<EventContent> contents =
        Stream.of(
                line.formatted("no answer", "a", ""),
                line.formatted("no reply", "a", ""),
                line.formatted("no answer", "b", ""),
                line.formatted("no answer", "a", "a.XException: why\n"),
                line.formatted("no answer", "a", "a.XException: how\n"))
            .map(text -> Objects.requireNonNull(ReadLog.as("logfmt", text).first().content(false)))
            .toList();

    assertThat(contents).doesNotHaveDuplicates();
    assertThat(contents.get(0)).isNotEqualTo(null).isNotEqualTo("no answer");
    assertThat(contents.get(0).length()).isLessThan(contents.get(3).length());
    EventContent routine =
        ReadLog.as("logfmt", line.formatted("no answer", "a", "")).first().content(true);
    assertThat(contents.get(0)).isNotEqualTo(routine);
  }

  static Stream<FormatSample> samples() {
    return FormatSample.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theFirstTimeIsThatOfTheFirstEvent(FormatSample sample) {
    byte[] bytes = sample.text().getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(bytes, bytes.length));

    LogTime time = reader.firstTime(bytes);

    if (sample.expected("zone").equals("none")) {
      assertThat(time).isNull();
    } else {
      assertThat(ReadLog.time(time)).contains(":03:").doesNotContain(":03:21.5");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-04 09:15:02,101 ERROR [main] a.B - no | 2026-05-04 09:15:02.101",
        "2026-05-04 09:15:02,101 | none",
        "no answer | none",
        "2026-05-04 09:15:02,101 DEBUG [main] a.B - no | 2026-05-04 09:15:02.101",
      })
  void theTimeOfALineIsKnownWithoutItsEvent(String line, String time) {
    byte[] sample = "2026-05-04 09:15:02,101 ERROR [main] a.B - no\n".repeat(3).getBytes(UTF_8);
    byte[] bytes = (line + "\nmore of it").getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(sample, sample.length));

    assertThat(ReadLog.time(reader.time(bytes, 0, bytes.length))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 511, 512, 513, 600, 5_000})
  void aLineIsKnownByItsHeadHoweverLongItIs(int length) {
    byte[] line =
        ("2026-05-04 09:15:02,101 ERROR [main] a.B - " + "x".repeat(length)).getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(line, line.length));

    assertThat(reader.begins(line, 0, line.length)).isTrue();
    assertThat(Objects.requireNonNull(reader.parse(line, 0, line.length)).message())
        .hasSize(length);
  }

  @Test
  void partsOfAnEventThatIsNotKnownAreItsText() {
    byte[] line = "2026-05-04 09:15:02,101 ERROR [main] a.B - no\n".getBytes(UTF_8);
    byte[] other = "no answer: \u4f60\u597d\n  at all".getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(line, line.length));

    ParsedEvent event = Objects.requireNonNull(reader.parse(other, 0, other.length));

    assertThat(ReadLog.all(event))
        .isEqualTo("none | null | null | null | null | no answer: \u4f60\u597d\n  at all");
  }

  @Test
  void whatIsReadIsOnlyThePartThatIsNamed() {
    String before = "2026-05-04 09:15:01,101 WARN  [main] a.B - first\n";
    String line = "2026-05-04 09:15:02,101 ERROR [main] a.C - second";
    byte[] bytes = (before + line + "\n" + before).getBytes(UTF_8);
    EventReader reader = new EventReader(FormatSet.detect(bytes, bytes.length));

    ParsedEvent event = Objects.requireNonNull(reader.parse(bytes, before.length(), line.length()));

    assertThat(ReadLog.all(event))
        .isEqualTo("2026-05-04 09:15:02.101 | ERROR | a.C | main | null | second");
    assertThat(new String(bytes, UTF_8)).isEqualTo(before + line + "\n" + before);
  }

  /** In one of two formats, with whatever may be mistaken for something else. */
  private static String line(Random random) {
    String level = LEVELS[random.nextInt(LEVELS.length)];
    String text = TEXTS[random.nextInt(TEXTS.length)];
    String line;
    if (random.nextBoolean()) {
      line =
          "2026-05-04 09:15:02,101 %s [main] a.B - %s\n"
              .formatted(level, text.replace("\\n", "\n").replace("\\t", "\t").replace("\\", ""));
    } else {
      String fields = FIELDS[random.nextInt(FIELDS.length)];
      String blank = random.nextBoolean() ? " " : "";
      line =
          String.format(
              Locale.ROOT,
              "{\"@timestamp\":\"2026-05-04T09:15:02Z\"%s,\"level\":%s\"%s\",\"logger_name\":\"a.B\",\"message\":\"%s\"%s}\n",
              random.nextInt(4) == 0 ? fields : "",
              blank,
              level,
              text,
              random.nextBoolean() ? fields : "");
    }
    return line.replace("KEY", Exported.KEY);
  }
}
