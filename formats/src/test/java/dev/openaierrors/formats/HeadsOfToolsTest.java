package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools put before each line of a log is found by comparing the lines, and taken off. */
class HeadsOfToolsTest {

  private static final String TRACE =
      "\njava.lang.IllegalStateException: KEY\n\tat a.B.c(B.java:1)\n\tat a.B.d(B.java:2)\nCaused"
          + " by: java.io.IOException: closed\n\t... 1 more\n";

  /** The second is written as {@code 0#}, and the number of the line as {@code $}. */
  private static final List<String> LAYOUTS =
      List.of(
          "2026-05-04T09:15:0#.101Z ERROR 7 --- [main] a.B : no answer #" + TRACE,
          "2026-05-04 09:15:0#,101 ERROR [main] a.B - no answer #" + TRACE,
          "2026-05-04 09:15:0#,101 ERROR a.B [main] no answer #" + TRACE,
          "[2026-05-04T09:15:0#,101][ERROR][a.B] no answer #" + TRACE,
          "{\"@timestamp\":\"2026-05-04T09:15:0#Z\",\"level\":\"ERROR\",\"logger_name\":\"a.B\","
              + "\"message\":\"no answer #: KEY\"}\n");

  /** A tool and its head; behind it what the head says of the service. */
  private static final String[] HEADS = {
    "docker logs -t => 2026-05-04T09:15:0#.101202303Z ; null",
    "docker service logs => shop.1.x7k2p9@node-1    | ; shop.1.x7k2p9@node-1",
    "Heroku => 2026-05-04T09:15:0#.101202+00:00 app[web.1]: ; web",
    "Cloud Foundry => 2026-05-04T09:15:0#.10+0000 [APP/PROC/WEB/0] OUT ; APP/PROC/WEB/0",
    "foreman => 09:15:0# web.1   | ; web.1",
    "PM2 => 0|shop     | ; shop",
    "stern => shop-5d9c7b8f6-abcde shop ; shop-5d9c7b8f6-abcde/shop",
    "stern, in brackets => [shop-5d9c7b8f6-abcde shop] ; shop-5d9c7b8f6-abcde/shop",
    "GitHub Actions => 2026-05-04T09:15:0#.1012023Z ; null",
    "GitLab => 2026-05-04T09:15:0#.101202Z 01O ; null",
    "Jenkins => [2026-05-04T09:15:0#.101Z] ; null",
    "TeamCity => [09:15:0#]W: ; null",
    "Fly.io => 2026-05-04T09:15:0#Z app[148e21ea7e9a89] ams [info] ; null",
    "AWS logs tail => 2026-05-04T09:15:0#.101000+00:00 ecs/shop/0f1e2d3c4b5a ; shop",
    "logcli => 2026-05-04T09:15:0#Z {app=\"shop\", pod=\"shop-1\"} ; shop",
    "ts => May 04 09:15:0# ; null",
    "ts -s => 00:00:0# ; null",
    "grep -H => logs/app.log:; null",
    "grep -nH => logs/app.log:$:; null",
    "concurrently => [shop] ; shop",
    "turbo => shop:dev: ; shop:dev",
    "a name and a bar => shop | ; shop",
    "a name and an angle => shop > ; shop",
    "a number => 4711 ; null",
    "a thread's number => [4711] ; null",
  };

  static Stream<Arguments> headsAndLayouts() {
    return Stream.of(HEADS)
        .flatMap(
            head -> {
              String tool = head.substring(0, head.indexOf(" => "));
              String written = head.substring(head.indexOf(" => ") + 4, head.lastIndexOf("; "));
              String service = head.substring(head.lastIndexOf("; ") + 2);
              return LAYOUTS.stream().map(layout -> Arguments.of(tool, written, service, layout));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headsAndLayouts")
  void theEventsAreThoseOfTheLogWithoutIt(String tool, String head, String service, String layout) {
    String bare = log(layout);
    ReadLog log = ReadLog.of(behind(head, bare));

    List<ParsedEvent> events = log.errors();

    assertThat(said(events))
        .as(tool + ", " + log.title())
        .isEqualTo(said(ReadLog.of(bare).errors()));
    if (!service.equals("null")) {
      assertThat(events).extracting(ParsedEvent::service).containsOnly(service);
    }
    assertThat(events).allSatisfy(event -> assertThat(ReadLog.time(event)).contains("09:15:0"));
  }

  @RepeatedTest(30)
  void aHeadOfAnyUsualPiecesIsTakenOff() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] times = {
      "2026-05-04T09:15:0#.101202Z",
      "2026-05-04 09:15:0#",
      "[2026-05-04T09:15:0#Z]",
      "May  4 09:15:0#"
    };
    String[] names = {"shop-1", "[shop-1]", "shop/chat", "app[web.1]:", "(shop)", "{app=\"shop\"}"};
    String[] signs = {"| ", "- ", "> ", ": ", ""};
    String head = times[random.nextInt(times.length)] + " ";
    for (int i = random.nextInt(3); i > 0; i--) {
      head += names[random.nextInt(names.length)] + " ";
    }
    head += signs[random.nextInt(signs.length)];
    String bare = log(LAYOUTS.get(random.nextInt(2)));

    List<ParsedEvent> events = ReadLog.of(behind(head, bare)).errors();

    assertThat(said(events))
        .as("seed %d: %s", seed, head)
        .isEqualTo(said(ReadLog.of(bare).errors()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INFO | ERROR",
        "WARN | ERROR",
      })
  void theLevelOfTheEventCountsBeforeThatOfItsHead(String outer, String inner) {
    String log = behind("2026-05-04T09:15:0#Z [" + outer + "] ", log(LAYOUTS.get(1)));

    assertThat(ReadLog.of(log).errors())
        .hasSize(9)
        .extracting(ParsedEvent::level)
        .containsOnly(inner);
  }

  @Test
  void whatHasNoHeadBelongsToTheLineBeforeIt() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      log.append(String.format(Locale.ROOT, "2026-05-04T09:15:0%d.101202303Z shop | ", i));
      log.append(String.format(Locale.ROOT, "2026-05-04 09:15:0%d,101 ERROR [main] a.B - ", i));
      log.append("no answer:\n");
      log.append(i == 4 ? Exported.KEY + "\n" : "");
    }

    List<ParsedEvent> events = ReadLog.of(log.toString()).errors();

    assertThat(events).hasSize(1);
    assertThat(events.get(0).message()).isEqualTo("no answer:\n" + Exported.KEY);
    assertThat(ReadLog.time(events.get(0))).startsWith("2026-05-04 09:15:04.101");
  }

  private static String log(String layout) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      log.append(layout.replace("#", "" + i).replace("KEY", Exported.KEY));
    }
    return log.toString();
  }

  /** Behind a head each; its time is that of the event. */
  private static String behind(String head, String bare) {
    StringBuilder log = new StringBuilder();
    int number = 0;
    int second = 0;
    for (String line : bare.lines().toList()) {
      int at = line.indexOf("09:15:0");
      second = at >= 0 ? line.charAt(at + 7) - '0' : second;
      log.append(head.replace("0#", "0" + second).replace("$", "" + ++number));
      log.append(line).append('\n');
    }
    return log.toString();
  }

  private static List<String> said(List<ParsedEvent> events) {
    List<String> said = new ArrayList<>();
    for (ParsedEvent event : events) {
      String who = event.level() + " | " + event.logger() + " | " + event.thread();
      said.add(who + " | " + ReadLog.text(event));
    }
    return said;
  }
}
