package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a tool puts around each line, the events are those of the log without it. */
class WrappedTest {

  private static final String TRACE =
      "\njava.lang.IllegalStateException: KEY\n\tat a.B.c(B.java:1)\nCaused by:"
          + " java.io.IOException: closed\n\t... 1 more\n";

  /** How services write; a number takes the place of {@code #}. */
  private static final List<String> LAYOUTS =
      List.of(
          "2026-05-04T09:15:0#.101Z ERROR 7 --- [main] a.B : no answer #" + TRACE,
          "2026-05-04 09:15:0#,101 ERROR [main] a.B - no answer #" + TRACE,
          "09:15:0#.101 [main] ERROR a.B -- no answer #" + TRACE,
          "[2026-05-04T09:15:0#,101][ERROR][a.B] no answer #" + TRACE,
          "2026-05-04 09:15:0#,101 - a.b - ERROR - no answer #: KEY\n",
          "E0504 09:15:0#.101000 12345 chat.go:42] no answer #: KEY\n",
          "time=2026-05-04T09:15:0#Z level=error logger=a.B msg=\"no answer #: KEY\"\n",
          "{\"@timestamp\":\"2026-05-04T09:15:0#Z\",\"level\":\"ERROR\",\"logger_name\":\"a.B\","
              + "\"message\":\"no answer #: KEY\"}\n");

  static Stream<Arguments> wrapsAndLayouts() {
    return Stream.of(Wrap.values())
        .flatMap(wrap -> LAYOUTS.stream().map(layout -> Arguments.of(wrap, layout)));
  }

  @ParameterizedTest
  @MethodSource("wrapsAndLayouts")
  void theEventsAreThoseOfTheBareLog(Wrap wrap, String layout) {
    String bare = log(layout, 10);
    List<String> expected = said(ReadLog.of(bare).errors());

    List<ParsedEvent> events = ReadLog.of(wrap.wrap(bare)).errors();

    assertThat(expected).hasSize(10);
    assertThat(said(events)).isEqualTo(expected);
    if (wrap.saysService()) {
      assertThat(events)
          .allSatisfy(event -> assertThat(String.valueOf(event.service())).startsWith("shop"));
    }
    assertThat(events).allSatisfy(event -> assertThat(ReadLog.time(event)).contains("09:15:"));
  }

  @ParameterizedTest
  @MethodSource("wrapsAndLayouts")
  void theLinesOfTwoContainersAreToldApartHoweverTheyStand(Wrap wrap, String layout) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String one = log(layout, 8);
    String other = log(layout.replace("no answer", "no reply").replace("a.B", "a.C"), 8);
    List<String> expected = said(ReadLog.of(one).errors());
    expected.addAll(said(ReadLog.of(other).errors()));
    List<String> left = wrap.apart(true, one);
    List<String> right = wrap.apart(false, other);
    StringBuilder log = new StringBuilder();
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      boolean first = r == right.size() || (l < left.size() && random.nextBoolean());
      log.append(first ? left.get(l++) : right.get(r++)).append('\n');
    }

    assertThat(said(ReadLog.of(log.toString()).errors()))
        .as("seed %d%n%s", seed, log)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Arguments> twoWraps() {
    List<Wrap> inner =
        List.of(Wrap.COMPOSE, Wrap.KUBECTL, Wrap.CRI, Wrap.OLD_SYSLOG, Wrap.JOURNAL, Wrap.DOCKER);
    return Stream.of(Wrap.values())
        .flatMap(
            outer ->
                inner.stream()
                    .filter(one -> !one.id().equals(outer.id()) && !outer.isInParts())
                    .filter(one -> outer != Wrap.FILEBEAT || one.isTimed())
                    .map(one -> Arguments.of(outer, one)));
  }

  @ParameterizedTest
  @MethodSource("twoWraps")
  void oneWrappingMayBeInAnother(Wrap outer, Wrap inner) {
    String bare = log(LAYOUTS.get(1), 10);

    ReadLog log = ReadLog.of(outer.wrap(inner.wrap(bare)));

    assertThat(said(log.errors())).as(log.title()).isEqualTo(said(ReadLog.of(bare).errors()));
  }

  @ParameterizedTest
  @EnumSource(Wrap.class)
  void itIsFoundOutAndCanBeAskedFor(Wrap wrap) {
    String wrapped = wrap.wrap(log(LAYOUTS.get(1), 10));
    ReadLog found = ReadLog.of(wrapped);
    ReadLog asked = ReadLog.as(wrap.id(), wrapped);

    assertThat(found.formats().isWrapped()).isTrue();
    assertThat(asked.title()).isEqualTo(found.title());
    if (!wrap.id().equals("json-text")) {
      assertThat(said(asked.errors())).isEqualTo(said(found.errors()));
    }
  }

  @ParameterizedTest
  @EnumSource(Wrap.class)
  void aLineThatIsCutAnywhereThrowsNothing(Wrap wrap) {
    String whole = wrap.wrap(log(LAYOUTS.get(1), 3));
    byte[] bytes = whole.getBytes(UTF_8);
    FormatSet formats = FormatSet.detect(bytes, bytes.length);
    int end = whole.indexOf('\n');
    for (int cut = 0; cut <= end; cut++) {
      LineReader reader = new LineReader(formats, (event, place) -> {});
      reader.line(bytes, 0, cut, 0);
      reader.line(bytes, cut, end, cut);
      reader.end();
      if (cut % 7 == 0) {
        FormatSet.detect(bytes, cut);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<11>1 2026-05-04T09:15:02Z h shop 7 - [a b=\"\\",
        "<11>1 2026-05-04T09:15:02Z h shop 7 - [a b=\"c\\]",
        "<11>1 2026-05-04T09:15:02Z h shop 7 - [",
        "<11>1 2026-05-04T09:15:02Z h shop 7 -",
        "<11>1 2026-05-04T09:15:02Z h shop",
        "<11>1 - h shop 7 - - ",
        "<999>1 2026-05-04T09:15:02Z h shop 7 - - KEY",
        "<>1 2026-05-04T09:15:02Z h shop 7 - - KEY",
        "<11>May  4 09:15:02 h shop:",
        "May  4 09:15:02 h",
        "2026-05-04T09:15:02Z stdout F",
        "2026-05-04T09:15:02Z stdout P",
        "2026-05-04T09:15:02Z stdin F KEY",
        "[pod/]",
        "[pod/shop",
        "shop-1 |",
        "shop-1  ",
        "{\"log\":\"KEY",
        "{\"log\":7,\"time\":\"x\"}",
        "{\"log\":\"\",\"time\":\"x\"}",
        "{\"MESSAGE\":[75,69,-1,300],\"__REALTIME_TIMESTAMP\":\"1777886102101202\"}",
        "{\"MESSAGE\":[[1],[2]],\"__REALTIME_TIMESTAMP\":\"1777886102101202\"}",
        "{\"MESSAGE\":null,\"__REALTIME_TIMESTAMP\":\"1777886102101202\"}",
        "{\"__REALTIME_TIMESTAMP\":\"1777886102101202\"}",
      })
  void anOddLineAmongOthersThrowsNothingAndSpoilsNothing(String odd) {
    for (Wrap wrap : Wrap.values()) {
      String bare = log(LAYOUTS.get(1), 10);
      String line = odd.replace("KEY", Exported.KEY) + "\n";
      String log = wrap.wrap(bare);

      List<ParsedEvent> events = ReadLog.of(log + line + log).errors();

      assertThat(said(events))
          .as("%s%n%s", wrap, line)
          .containsAll(said(ReadLog.of(bare).errors()).subList(0, 9));
      assertThat(events).hasSizeBetween(19, 22);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, ERROR",
    "3, ERROR",
    "11, ERROR",
    "12, WARN",
    "13, INFO",
    "14, INFO",
    "15, none",
    "187, ERROR",
    "188, WARN",
    "191, none"
  })
  void ofALineThatHasNoLevelThatOfSyslogCounts(int priority, String level) {
    String line = "<%d>1 2026-05-04T09:15:02Z h shop 7 - - " + Exported.KEY + "\n";
    String old = "<%d>May  4 09:15:02 h shop[7]: " + Exported.KEY + "\n";

    for (String one : List.of(line, old)) {
      List<ParsedEvent> events = ReadLog.of(one.formatted(priority).repeat(3)).errors();

      if (!level.equals("none")) {
        assertThat(events).hasSize(3);
        assertThat(events.get(0).level()).isEqualTo(level);
        assertThat(events.get(0).service()).isEqualTo("shop");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#011indented, \\tindented",
    "a#011b, a\\tb",
    "one#012two, one\\ntwo",
    "in #033[31mred#033[0m, in red",
    "a#033[1;32mb#033[mc, abc",
    "nul#000, nul",
    "#01, #01",
    "#019, #019",
    "#9, #9",
    "#040, #040",
    "##7, ##7",
    "issue #0, issue #0",
    "colour #00ff00, colour #00ff00",
  })
  void syslogsWayToWriteControlCharactersIsUndone(String written, String meant) {
    String head = "May  4 09:15:02 h shop[7]: ";
    String log = head + Exported.KEY + "\n" + head + "  " + written + "\n" + head + "end\n";

    String message = ReadLog.of(log.repeat(3)).errors().get(0).message();

    String[] expected = meant.replace("\\t", "\t").replace("\\n", "\n").split("\n", -1);
    assertThat(message.lines().skip(1).map(String::strip).limit(expected.length))
        .containsExactly(
            java.util.Arrays.stream(expected).map(String::strip).toArray(String[]::new));
  }

  @Test
  void coloursThatSyslogHasWrittenAreTakenOff() {
    String line =
        "May  4 09:15:02 h shop[7]: #033[2m2026-05-04T09:15:02.101Z#033[0;39m"
            + " #033[31mERROR#033[0;39m #033[35m7#033[0;39m #033[2m---#033[0;39m"
            + " #033[2m[shop] [main] #033[0;39m#033[36ma.B #033[0;39m #033[2m:#033[0;39m "
            + Exported.KEY
            + "\n";

    ReadLog log = ReadLog.of(line.repeat(5));

    assertThat(log.title()).endsWith("Spring Boot");
    assertThat(log.errors()).hasSize(5);
    assertThat(log.errors().get(0).level()).isEqualTo("ERROR");
    assertThat(log.errors().get(0).message()).isEqualTo(Exported.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop | order",
        "a table | with a column",
        "[pod] is a word",
        "stdout F is one",
        "2026-05-04 09:15:02 stdout is a stream",
        "2026-05-04T09:15:02Z h shop: no process",
        "May 4 is a day h shop: x",
        "<b>1 bold",
        "{\"log\":\"KEY\"}",
        "{\"MESSAGE\":\"KEY\"}",
      })
  void whatOnlyResemblesAWrappingStays(String line) {
    String text = line.replace("KEY", Exported.KEY) + " " + Exported.KEY;
    String log = ("2026-05-04 09:15:02,101 ERROR [main] a.B - " + text + "\n").repeat(5);

    assertThat(ReadLog.of(log).formats().isWrapped()).isFalse();
    assertThat(ReadLog.of(log).errors().get(0).message()).isEqualTo(text);
  }

  @Test
  void ofManyContainersTheEldestEventsAreGivenAndNothingIsLost() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      log.append("[pod/shop-").append(i).append("/c] 2026-05-04 09:15:02,101 ERROR [main] a.B - ");
      log.append(Exported.KEY).append('\n');
    }

    assertThat(ReadLog.of(log.toString()).errors()).hasSize(3_000);
  }

  private static String log(String layout, int count) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < count; i++) {
      log.append(layout.replace("#", "" + i % 10).replace("KEY", Exported.KEY));
    }
    return log.toString();
  }

  /** What an event says itself, in the order of its texts. */
  private static List<String> said(List<ParsedEvent> events) {
    List<String> said = new ArrayList<>();
    for (ParsedEvent event : events) {
      String who = event.level() + " | " + event.logger() + " | " + event.thread();
      said.add(who + " | " + ReadLog.text(event));
    }
    said.sort(Comparator.naturalOrder());
    return said;
  }
}
