package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of keys and values: {@code time=… level=error msg="no answer"}. */
class LogfmtTest {

  private static final String BEGIN = "time=2026-05-04T09:15:02.101Z level=error ";

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "msg=gone => gone",
        "msg=\"no answer\" => no answer",
        "msg=\"a \\\"b\\\" c\" => a \"b\" c",
        "msg=\"a=b c=d\" => a=b c=d",
        "msg=\"a\\\\b\" => a\\b",
        "msg=\"a\\nb\" => a\\nb",
        "msg=\"a\\tb\" => a\\tb",
        "msg=\"gr\\u00fcn\" => gr\u00fcn",
        "msg=\"\\u4f60\\u597d\" => \u4f60\u597d",
        "msg=a=b => a=b",
        "message=gone => gone",
        "event=gone => gone",
        "user= msg=gone => gone",
        "user=\"\" msg=gone => gone",
        "msg=gone trailing words => gone",
        "msg=\"cut off => cut off",
        "msg=\u4f60\u597d => \u4f60\u597d",
      })
  void aMessageMayBeQuoted(String pairs, String message) {
    assertThat(event(BEGIN + pairs).message())
        .isEqualTo(message.replace("\\n", "\n").replace("\\t", "\t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time=2026-05-04T09:15:02.101Z | 2026-05-04 09:15:02.101 Z",
        "ts=2026-05-04T09:15:02.101Z | 2026-05-04 09:15:02.101 Z",
        "t=2026-05-04T09:15:02+0200 | 2026-05-04 09:15:02 +02:00",
        "timestamp=\"2026-05-04 09:15:02\" | 2026-05-04 09:15:02",
        "@timestamp=2026-05-04T09:15:02Z | 2026-05-04 09:15:02 Z",
        "ts=1777886102.101 | 2026-05-04 09:15:02.101 Z",
        "ts=1777886102101 | 2026-05-04 09:15:02.101 Z",
        "time=\"2026-05-04T09:15:02.101+02:00\" | 2026-05-04 09:15:02.101 +02:00",
        "time=soon | none",
        "time= | none",
      })
  void itsTimeHasSeveralNamesAndForms(String pair, String time) {
    assertThat(ReadLog.time(event(pair + " level=error msg=gone"))).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "level=error, ERROR", "level=\"error\", ERROR", "lvl=eror, ERROR", "severity=WARNING, WARN",
    "log.level=info, INFO", "level=crit, ERROR", "level=loud, ", "level=, ",
  })
  void itsLevelHasSeveralNames(String pair, @org.jspecify.annotations.Nullable String level) {
    assertThat(event("time=2026-05-04T09:15:02Z " + pair + " msg=gone").level()).isEqualTo(level);
  }

  @Test
  void whatElseIsThereIsTheContext() {
    ParsedEvent event =
        event(BEGIN + "msg=gone logger=a.B thread=t-1 service=shop order=7 empty= user=\"a b\"");

    assertThat(event.logger()).isEqualTo("a.B");
    assertThat(event.thread()).isEqualTo("t-1");
    assertThat(event.service()).isEqualTo("shop");
    assertThat(event.context("order")).isEqualTo("7");
    assertThat(event.context("empty")).isEmpty();
    assertThat(event.context("user")).isEqualTo("a b");
    assertThat(event.context("msg")).isNull();
    assertThat(event.context("level")).isNull();
  }

  @Test
  void whatMayBeALevelButIsNoneIsOfTheContext() {
    ParsedEvent event = event(BEGIN + "msg=gone status=429 type=insufficient_quota priority=high");

    assertThat(event.context("status")).isEqualTo("429");
    assertThat(event.context("type")).isEqualTo("insufficient_quota");
    assertThat(event.context("priority")).isEqualTo("high");
  }

  @ParameterizedTest
  @ValueSource(strings = {"type=trace", "type=log", "status=fine", "s=debug", "priority=notice"})
  void whatMayBeALevelDoesNotHideOne(String pair) {
    String line = "time=2026-05-04T09:15:02Z " + pair + " a=b level=error msg=gone\n";

    assertThat(ReadLog.of(line.repeat(3)).events())
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.level()).isEqualTo("ERROR"));
  }

  @Test
  void aStackTraceBelowItIsOfIt() {
    String log = (BEGIN + "msg=gone\na.XException: why\n\tat a.B.c(B.java:1)\n").repeat(3);

    List<ParsedEvent> events = ReadLog.of(log).events();

    assertThat(events).hasSize(3);
    assertThat(ReadLog.all(events.get(0))).endsWith("gone | a.XException: why [a.B]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "level=error",
        "a=b c=d e=f",
        "level=loud time=soon msg=gone",
        "the level=error time=2026-05-04T09:15:02Z msg=gone",
        "level=error is a pair",
        "level =error time =x msg =y",
        "=error =x =y",
        "a b c",
        "http://a.b/c?level=error&time=1",
      })
  void aTextInWhichPairsStandIsNone(String line) {
    assertThat(ReadLog.as("logfmt", line + "\n").begins()).isFalse();
  }

  @RepeatedTest(20)
  void anyPairsAreReadBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String text = text(random);
      String user = text(random);
      expected.add(text.strip() + "/" + user);
      log.append(BEGIN).append("msg=").append(value(text, random));
      log.append(" user=").append(value(user, random)).append('\n');
    }

    assertThat(ReadLog.of(log.toString()).events())
        .as("seed %d%n%s", seed, log)
        .extracting(event -> event.message() + "/" + event.context("user"))
        .isEqualTo(expected);
  }

  @Test
  void aLineOfManyPairsIsBounded() {
    StringBuilder line = new StringBuilder(BEGIN + "msg=gone");
    for (int i = 0; i < 10_000; i++) {
      line.append(" field").append(i).append("=x");
    }

    assertThat(event(line.toString()).pairs).hasSizeLessThan(100);
  }

  private static String text(Random random) {
    String[] pieces = {
      "a", " ", "=", "\"", "\\", "\n", "\t", "\u00e4", "\ud83d\ude00", "{", "level=x"
    };
    return "x"
        + random
            .ints(random.nextInt(8), 0, pieces.length)
            .mapToObj(i -> pieces[i])
            .collect(Collectors.joining());
  }

  /**
   * As Go's libraries write it: in quotes if need be, with what is no ASCII as it is or escaped.
   */
  private static String value(String text, Random random) {
    if (text.chars().allMatch(c -> c > ' ' && c != '"' && c != '=' && c != '\\')) {
      return text;
    }
    String quoted =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    if (random.nextBoolean()) {
      quoted =
          quoted
              .chars()
              .mapToObj(c -> c < 0x80 ? "" + (char) c : String.format(Locale.ROOT, "\\u%04x", c))
              .collect(Collectors.joining());
    }
    return '"' + quoted + '"';
  }

  private static ParsedEvent event(String line) {
    List<ParsedEvent> events = ReadLog.of((line + "\n").repeat(3)).events();
    assertThat(events).as(line).hasSize(3);
    return events.get(0);
  }
}
