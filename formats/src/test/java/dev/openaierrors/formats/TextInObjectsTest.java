package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collectors put one line of a service's text into each object. */
class TextInObjectsTest {

  private static final String[] LINES = {
    "2026-05-04 08:00:00.000 INFO  [main] a.B - up",
    "2026-05-04 08:00:01.000 ERROR [t-1] a.B - no answer",
    "a.BException: " + Exported.KEY,
    "\tat a.B.c(B.java:1)",
    "Caused by: java.io.IOException: cut",
    "\t... 2 more",
    "2026-05-04 08:00:02.000 INFO  [t-1] a.B - on",
  };

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Filebeat   | {'@timestamp':'2026-05-04T08:09:00Z','message':'LINE','log':{'file':{'path':'/a.log'}},'kubernetes':{'container':{'name':'chat'}}} | chat",
        "Vector     | {'file':'/a.log','host':'h','message':'LINE','timestamp':'2026-05-04T08:09:00Z','container_name':'chat'} | chat",
        "Fluent Bit | {'date':1777882140.5,'log':'LINE\\n','stream':'stdout','kubernetes':{'container_name':'chat'}} | chat",
        "stern      | {'message':'LINE','nodeName':'n','namespace':'d','podName':'chat-1','containerName':'chat'} | chat",
        "logcli     | {'labels':{'container':'chat'},'line':'LINE','timestamp':'2026-05-04T08:09:00Z'} | chat",
        "Google     | {'insertId':'a','resource':{'labels':{'container_name':'chat'}},'textPayload':'LINE','timestamp':'2026-05-04T08:09:00Z'} | chat",
      })
  void whichArePutTogetherAsTheTextsOwnLayoutTells(String tool, String shape, String service) {
    Exported exported = Exported.of(log(shape));

    ParsedEvent event = exported.event();

    assertThat(exported.title()).as(tool).isEqualTo("text in JSON, Logback pattern");
    assertThat(event.message()).isEqualTo("no answer");
    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(event.logger()).isEqualTo("a.B");
    assertThat(event.thread()).isEqualTo("t-1");
    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T08:00:01.000Z");
    assertThat(event.service()).isEqualTo(service);
    ParsedThrowable thrown = Objects.requireNonNull(event.thrown());
    assertThat(thrown.frames).containsExactly("a.B");
    assertThat(Objects.requireNonNull(thrown.cause).className()).isEqualTo("java.io.IOException");
  }

  @Test
  void streamsAreToldApartAlsoWhereTheFirstObjectsHaveNone() {
    String shape = "{'message':'LINE','kubernetes':{'pod':{'name':'%s'}}}\n";
    StringBuilder log = new StringBuilder(object("{'message':'LINE'}\n", LINES[0]));
    for (String line : LINES) {
      log.append(object(shape.formatted("a-1"), line));
      log.append(object(shape.formatted("b-1"), LINES[0]));
    }

    ParsedEvent event = Exported.of(log.toString()).event();

    assertThat(Objects.requireNonNull(event.thrown()).frames).containsExactly("a.B");
  }

  @Test
  void linesOfOtherStreamsMayStandBetween() {
    String shape = "{'pod':'%s','message':'LINE'}\n";
    StringBuilder log = new StringBuilder();
    for (String line : LINES) {
      log.append(object(shape.formatted("a-1"), line));
      log.append(object(shape.formatted("b-1"), LINES[0]));
    }

    ParsedEvent event = Exported.of(log.toString()).event();

    assertThat(event.service()).isEqualTo("a-1");
    assertThat(Objects.requireNonNull(event.thrown()).frames).containsExactly("a.B");
  }

  @Test
  void whereTheNewestLineIsFirstTheyArePutTogetherFromTheEnd() {
    StringBuilder log = new StringBuilder();
    for (int i = LINES.length - 1; i >= 0; i--) {
      String shape = "{'line':'LINE','timestamp':'2026-05-04T08:09:0%d.000Z','pod':'a-1'}\n";
      log.append(object(shape.formatted(i), LINES[i]));
      log.append(object(shape.formatted(i).replace("a-1", "b-1"), LINES[0]));
    }

    ParsedEvent event = Exported.of(log.toString()).event();

    assertThat(event.message()).isEqualTo("no answer");
    assertThat(event.service()).isEqualTo("a-1");
    assertThat(Objects.requireNonNull(event.thrown()).frames).containsExactly("a.B");
  }

  @Test
  void theTextMayHaveALayoutThatOnlyTheFileShows() {
    String shape = "{'@timestamp':'2026-05-04T08:09:00Z','message':'LINE','log':{'offset':1}}\n";
    StringBuilder log = new StringBuilder();
    for (String line : LINES) {
      log.append(object(shape, line.replace("[main] a.B -", "| a.B:up:7 |").replace("  ", " ")));
    }

    ParsedEvent event = Exported.of(log.toString().replace("[t-1] a.B -", "| a.B:c:9 |")).event();

    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T08:00:01.000Z");
    assertThat(Objects.requireNonNull(event.thrown()).frames).containsExactly("a.B");
  }

  @Test
  void theTextMayBeNothingButStackTraces() {
    String shape = "{'@timestamp':'2026-05-04T08:0%d:00Z','message':'LINE','log':{'offset':1}}\n";
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      for (String line : new String[] {LINES[2], LINES[3], LINES[4], LINES[5]}) {
        log.append(object(shape.formatted(i), line));
      }
    }

    List<ParsedEvent> events = Exported.of(log.toString()).events();

    assertThat(events)
        .extracting(JsonOfAnyLoggerTest::instant)
        .containsExactly("2026-05-04T08:00:00.000Z", "2026-05-04T08:01:00.000Z");
  }

  @Test
  void whatHasItsOwnFieldsIsNotTakenForText() {
    String line = "{'time':'2026-05-04T08:00:00Z','level':'WARN','logger':'a.B','message':'%s'}\n";
    String log = JsonOfAnyLoggerTest.json(line.formatted("KEY") + line.formatted("on"));

    assertThat(Exported.of(log).title()).isEqualTo("JSON lines");
    assertThat(Exported.of(log).event().logger()).isEqualTo("a.B");
  }

  @Test
  void whereWholeTracesAreMessagesTheOtherFieldsAreRead() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      log.append(
          "{'time':'2026-05-04T08:00:00Z','level':'INFO','message':'order %d'}\n".formatted(i));
    }
    String trace = "Caused by: a.BException: why\\n\\tat a.B.c(B.java:1)";
    log.append("{'time':'2026-05-04T08:00:01Z','message':'%s'}\n".formatted(trace).repeat(2));
    log.append("{'time':'2026-05-04T08:00:09Z','message':'failed','exc_info':'KEY'}\n");

    Exported exported = Exported.of(JsonOfAnyLoggerTest.json(log.toString()));

    assertThat(exported.title()).isEqualTo("JSON lines");
    assertThat(exported.event().message()).isEqualTo("failed");
  }

  private static String log(String shape) {
    StringBuilder log = new StringBuilder();
    for (String line : LINES) {
      log.append(object(shape, line)).append('\n');
    }
    return log.toString();
  }

  private static String object(String shape, String line) {
    return shape.replace('\'', '"').replace("LINE", line.replace("\t", "\\t"));
  }
}
