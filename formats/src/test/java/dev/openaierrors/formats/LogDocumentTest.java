package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of the stores of logs say, and what is no document. */
class LogDocumentTest {

  private static final String FIRST = "2026-05-04T08:00:00.000Z";
  private static final String LAST = "2026-05-04T08:05:00.000Z";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "an array       | [A, B]",
        "close together | [A,B]",
        "Elasticsearch  | {'took':3,'_shards':{'failures':[]},'hits':{'total':{'value':2},'hits':[{'_index':'a','_source':A},{'_index':'a','_source':B}]}}",
        "AWS            | {'events':[{'logStreamName':'s','timestamp':1777881600000,'message':'KEY','eventId':'1'},{'logStreamName':'s','timestamp':1777881900000,'message':'KEY'}],'searchedLogStreams':[]}",
        "Insights       | {'results':[[{'field':'@timestamp','value':'2026-05-04 08:00:00.000'},{'field':'@message','value':'KEY'}],[{'field':'@timestamp','value':'2026-05-04 08:05:00.000'},{'field':'@message','value':'KEY'}]],'status':'Complete'}",
        "Datadog        | {'data':[{'id':'a','attributes':{'timestamp':'2026-05-04T08:00:00Z','message':'KEY'}},{'id':'b','attributes':{'timestamp':'2026-05-04T08:05:00Z','message':'KEY'}}]}",
        "Loki           | {'status':'success','data':{'resultType':'streams','result':[{'stream':{'pod':'p'},'values':[['1777881600000000000','KEY'],['1777881900000000000','KEY']]}]}}",
        "OpenTelemetry  | {'resourceLogs':[{'resource':{'attributes':[]},'scopeLogs':[{'logRecords':[{'timeUnixNano':'1777881600000000000','body':{'stringValue':'KEY'}},{'timeUnixNano':'1777881900000000000','body':{'stringValue':'KEY'}}]}]}]}",
        "Azure          | {'tables':[{'name':'P','columns':[{'name':'timestamp'},{'name':'message'}],'rows':[['2026-05-04T08:00:00Z','KEY'],['2026-05-04T08:05:00Z','KEY']]}]}",
        "Grafana        | [{'schema':{'fields':[{'name':'Time'},{'name':'Line'}]},'data':{'values':[[1777881600000,1777881900000],['KEY','KEY']]}}]",
        "another store  | {'answer':{'logs':[A,B]}}",
      })
  void isReadEventByEvent(String tool, String shape) {
    Exported exported = Exported.of(document(shape));

    assertThat(exported.isDocument()).as(tool).isTrue();
    assertThat(exported.events())
        .extracting(JsonOfAnyLoggerTest::instant)
        .containsExactly(FIRST, LAST);
    assertThat(exported.events())
        .extracting(ParsedEvent::message)
        .containsExactly(Exported.KEY, Exported.KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "Log_s, ContainerAppName_s",
    "LogEntry_s, ContainerName_s",
    "Message_s, AppName_s",
    "log_s, PodName_s",
    "RawData, Application_s",
    "Message, AppRoleName",
  })
  void aTableMayHoldLinesOfALogAndTheTypesOfItsColumns(String line, String service) {
    String text = "ERROR:shop.chat:no answer: " + Exported.KEY;
    String table =
        "{'tables':[{'columns':[{'name':'TimeGenerated'},{'name':'SERVICE'},{'name':'LINE'}],"
            + "'rows':[['2026-05-04T08:00:00Z','shop','TEXT'],"
            + "['2026-05-04T08:05:00Z','shop','INFO:shop.web:at work']]}]}";
    Exported exported =
        Exported.of(
            table
                .replace('\'', '"')
                .replace("SERVICE", service)
                .replace("LINE", line)
                .replace("TEXT", text));

    ParsedEvent event = exported.events().get(0);

    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo(FIRST);
    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(event.logger()).isEqualTo("shop.chat");
    assertThat(event.service()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[A,B]", "[\n  A,\n  B\n]", "{\n'hits':{'hits':[\n    A,\n    B\n]}}"})
  void theBlanksAroundItsEventsAreNoIndent(String shape) {
    assertThat(Exported.of(document(shape)).title()).doesNotContain("indented");
  }

  @Test
  void writtenOverManyLinesItIsTheSame() {
    String pretty =
        """
        [
          {
            "message": "KEY",
            "tags": [
              { "message": "}, {" }
            ],
            "time": "2026-05-04T08:00:00Z"
          },
          {
            "message": "KEY",
            "time": "2026-05-04T08:05:00Z"
          }
        ]
        """
            .replace("KEY", Exported.KEY);

    assertThat(Exported.of(pretty).events())
        .extracting(JsonOfAnyLoggerTest::instant)
        .containsExactly(FIRST, LAST);
  }

  @Test
  void objectsOneAfterAnotherNeedNoArray() {
    String object = "{\n\t\"message\" : \"KEY\",\n\t\"time\" : \"2026-05-04T08:0%d:00Z\"\n}\n";
    String text = object.formatted(0) + object.formatted(5);

    assertThat(Exported.of(text.replace("KEY", Exported.KEY)).events())
        .extracting(JsonOfAnyLoggerTest::instant)
        .containsExactly(FIRST, LAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"npm {notice} \"new\n", "{\n\t\"message\" : \"cut\",\n", "[1] killed\n"})
  void whatStandsBetweenObjectsEndsNothing(String stray) {
    String object = "{\n\t\"message\" : \"KEY\",\n\t\"time\" : \"2026-05-04T08:0%d:00Z\"\n}\n";
    String text = object.formatted(0).repeat(2) + stray + object.formatted(5);

    assertThat(Exported.of(text.replace("KEY", Exported.KEY)).events())
        .extracting(JsonOfAnyLoggerTest::instant)
        .contains(FIRST, LAST);
  }

  @Test
  void aLargeFieldOfTheJournalIsPassedAndWhatIsBehindItRead() {
    String size = "\0\0\40\0\0\0\0\0";
    String text = "__CURSOR=a\nCOREDUMP\n" + size + "x".repeat(1 << 21) + "\nMESSAGE=no\n\n";

    assertThat(Exported.of(text).lines()).endsWith("\"MESSAGE\":\"no\"}\n");
  }

  @Test
  void whatIsAroundTheEventsOfAStreamBelongsToEach() {
    String shape =
        "{'resourceLogs':[{'resource':{'attributes':[{'key':'service.name','value':{'stringValue':'shop'}}]},"
            + "'scopeLogs':[{'scope':{'name':'a.B'},'logRecords':[{'timeUnixNano':'1777881600000000000',"
            + "'severityNumber':17,'body':{'stringValue':'KEY'}}]}]}]}\n";

    List<ParsedEvent> events = Exported.of(document(shape).repeat(3)).events();

    assertThat(events)
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.service()).isEqualTo("shop");
              assertThat(event.logger()).isEqualTo("a.B");
              assertThat(event.level()).isEqualTo("ERROR");
            });
  }

  @Test
  void theJournalsExportIsReadWithWhatIsNoLineOfText() {
    String text = "KEY\nand more".replace("KEY", Exported.KEY);
    String entry =
        "__CURSOR=s=1\n__REALTIME_TIMESTAMP=1777881600000000\nPRIORITY=3\nSYSLOG_IDENTIFIER=shop\nMESSAGE\n"
            + (char) text.length()
            + "\0\0\0\0\0\0\0"
            + text
            + "\n\n";

    ParsedEvent event = Exported.of(entry).event();

    assertThat(event.message()).isEqualTo(text);
    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(event.service()).isEqualTo("shop");
    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo(FIRST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-05-04 08:00:00] INFO started\n[2026-05-04 08:00:01] INFO on\n",
        "[main] INFO a.B - started\n",
        "{\"a\":1} and more\n",
        "{\"time\":\"2026-05-04T08:00:00Z\",\"msg\":\"a\"}\n{\"time\":\"2026-05-04T08:00:00Z\",\"msg\":\"b\"}\n",
        "{\n  \"settings\": true\n}\n2026-05-04 08:00:00,000 INFO  [main] a.B - up\n",
        "[1, 2, 3]\n",
        "[]\n",
        "{",
        "[",
        "\n",
        "",
      })
  void whatIsNoneIsReadAsLines(String text) {
    assertThat(Exported.of(text).isDocument()).isFalse();
  }

  @Test
  void eventsOfAClusterAreNoneOfOurs() {
    String list =
        "{'kind':'List','items':[{'kind':'Event','message':'Back-off restarting failed container','reason':'BackOff','type':'Warning','count':429}]}";

    assertThat(Exported.of(document(list)).events()).isEmpty();
  }

  @Test
  void aDocumentThatEndsInItsMiddleGivesWhatIsWhole() {
    String whole = document("[A, B]");

    List<ParsedEvent> events = Exported.of(whole.substring(0, whole.length() - 5)).events();

    assertThat(JsonOfAnyLoggerTest.instant(events.get(0))).isEqualTo(FIRST);
  }

  @Test
  void ofOneWhoseEventsAreInPartsTheEndThatIsMissingIsAFailure() {
    String whole =
        document("{'status':'success','data':{'result':[{'stream':{},'values':[['1','KEY'],['2',");
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));

    assertThatThrownBy(() -> document.lines(new ByteArrayInputStream(bytes)).readAllBytes())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ends in its middle");
  }

  @Test
  void everyByteStaysInItsPlaceHoweverManyAreReadAtATime() {
    String text =
        document(
            "{'took':1,'hits':[A, {'message':'KEY \\\\\\\"}, {\\\\\\\" [','time':'x'},\r\n\t B]}");
    String once = Exported.of(text).lines();
    Random random = new Random();

    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonRecordLines lines = new JsonRecordLines(2);
    for (int at = 0; at < bytes.length; ) {
      int to = Math.min(bytes.length, at + 1 + random.nextInt(9));
      lines.change(bytes, at, to);
      at = to;
    }

    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(once);
    assertThat(once).hasSameSizeAs(text);
    assertThat(once.indexOf(Exported.KEY)).isEqualTo(text.indexOf(Exported.KEY));
    assertThat(once.lines().filter(line -> !line.isBlank())).hasSize(3);
  }

  private static String document(String shape) {
    String event = "{'message':'KEY','level':'ERROR','time':'2026-05-04T08:0%d:00Z'}";
    return JsonOfAnyLoggerTest.json(
        shape
            .replace("A,", event.formatted(0) + ",")
            .replace("A}", event.formatted(0) + "}")
            .replace("B]", event.formatted(5) + "]")
            .replace("B}", event.formatted(5) + "}"));
  }
}
