package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a file of JSON lines each object is an event, by whatever library it was written. */
class JsonOfAnyLoggerTest {

  private static final String TIME = "2026-05-04T08:03:21.5Z";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "structlog | {'event':'KEY','level':'error','logger':'shop','timestamp':'TIME'} | ERROR | shop",
        "zap       | {'level':'error','ts':1777881801.5,'logger':'shop','caller':'a.go:1','msg':'KEY'} | ERROR | shop",
        "logrus    | {'error':'KEY','level':'warning','msg':'no answer','time':'TIME'} | WARN |",
        "pino      | {'level':50,'time':1777881801500,'pid':7,'name':'shop','msg':'KEY'} | ERROR | shop",
        "bunyan    | {'name':'shop','level':40,'msg':'KEY','time':'TIME','v':0} | WARN | shop",
        "Serilog   | {'@t':'TIME','@mt':'KEY','@l':'Fatal','SourceContext':'shop'} | ERROR | shop",
        "Monolog   | {'message':'KEY','level':400,'channel':'shop','datetime':'TIME'} | ERROR | shop",
        "dotnet    | {'LogLevel':'Information','Category':'shop','Message':'KEY','Timestamp':'TIME'} | INFO | shop",
        "Python    | {'message':'KEY','asctime':'2026-05-04 08:03:21,500Z','levelname':'ERROR','name':'shop'} | ERROR | shop",
        "Elastic   | {'_index':'a','_source':{'@timestamp':'TIME','log':{'level':'WARN','logger':'shop'},'message':'KEY'}} | WARN | shop",
        "Google    | {'insertId':'a','jsonPayload':{'message':'KEY','logger':'shop'},'severity':'CRITICAL','timestamp':'TIME'} | ERROR | shop",
        "Datadog   | {'id':'a','attributes':{'timestamp':'TIME','status':'error','message':'KEY','attributes':{'logger':{'name':'shop'}}}} | ERROR | shop",
        "OTLP      | {'body':{'stringValue':'KEY'},'severityNumber':13,'timeUnixNano':'1777881801500000000','scope':{'name':'shop'}} | WARN | shop",
        "Azure     | {'TimeGenerated':'TIME','SeverityLevel':3,'Message':'KEY','AppRoleName':'shop'} | ERROR |",
        "nested    | {'type':'server','component':'shop','timestamp':'2026-05-04T08:03:21,500Z','level':'ERROR','message':'KEY'} | ERROR | shop",
      })
  void isUnderstood(String library, String shape, String level, String logger) {
    ParsedEvent event = Exported.of(json(shape)).event();

    assertThat(instant(event)).as(library).isEqualTo("2026-05-04T08:03:21.500Z");
    assertThat(event.level()).isEqualTo(level);
    assertThat(event.logger()).isEqualTo(logger);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "event", "insertId", "type", "@t", "_source", "error", "zzz"})
  void whateverTheFirstKeyIsEachLineIsAnEvent(String first) {
    String text =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    "{'%s':'%s','msg':'KEY','level':'error','time':'2026-05-04T08:0%d:00Z'}"
                        .formatted(first, "long ".repeat(200), i))
            .map(JsonOfAnyLoggerTest::json)
            .collect(Collectors.joining("\n"));

    assertThat(Exported.of(text).events())
        .extracting(JsonOfAnyLoggerTest::instant)
        .containsExactly(
            "2026-05-04T08:00:00.000Z", "2026-05-04T08:01:00.000Z", "2026-05-04T08:02:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'context':{'log_level':'DEBUG'}",
        "'context':{'level':'DEBUG'}",
        "'loglevel':'x','log_level':'DEBUG'",
        "'asked':[{'level':'TRACE'}]"
      })
  void theLevelOfSomethingElseIsNotTheEvents(String other) {
    String line = json("{'level':'ERROR','time':'TIME'," + other + ",'msg':'KEY'}");

    assertThat(Exported.of(line).event().level()).isEqualTo("ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'level':'DEBUG'", "'log.level': 'TRACE'"})
  void anObjectBelowInfoIsPassed(String level) {
    String line = json("{'time':'TIME'," + level + ",'context':{'level':'ERROR'},'msg':'KEY'}");

    assertThat(Exported.of(line).events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'severity':17 | ERROR",
        "'severity':13 | WARN",
        "'severity':'9' | INFO",
        "'level':20,'levelname':'INFO' | INFO",
        "'level':10,'severity':'ERROR' | ERROR",
        "'level':20 |",
        "'level':7 |",
        "'severity':5,'context':{'level':'DEBUG'} | INFO",
        "'level':30,'pid':7 | INFO",
      })
  void aNameSaysMoreThanANumberWhichDropsNothingByItself(String fields, String level) {
    String line = json("{'time':'TIME'," + fields + ",'msg':'KEY'}");

    assertThat(Exported.of(line).event().level()).isEqualTo(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'level':20,'pid':7", "'levelno':10", "'severityNumber':5"})
  void aNumberWhoseMeaningIsKnownIsBelowInfo(String fields) {
    String line = json("{'time':'TIME'," + fields + ",'msg':'KEY'}");

    assertThat(Exported.of(line).events()).isEmpty();
  }

  @Test
  void anEventWhoseNamesAreSortedMayBeginWithItsError() {
    String sorted = "'level':'error','msg':'KEY','time':'TIME'}";
    String event = json("{'error':{'code':'a','status':401}," + sorted);
    String large = json("{'error':{'text':'" + "long ".repeat(200) + "'}," + sorted);
    String lines = (json("{" + sorted) + "\n").repeat(9);

    assertThat(Exported.of(lines + event + "\n" + large).events()).hasSize(11);
    assertThat(Exported.of(lines + json("{'error':{'code':'a'}}")).events()).hasSize(9);
  }

  @Test
  void theFieldsAtTheTopCountBeforeThoseInside() {
    String line =
        json(
            "{'request':{'timestamp':'2020-01-01T00:00:00Z','level':'FATAL'},"
                + "'severity':'WARN','eventTime':'TIME','msg':'KEY'}");

    ParsedEvent event = Exported.of(line).event();

    assertThat(instant(event)).isEqualTo("2026-05-04T08:03:21.500Z");
    assertThat(event.level()).isEqualTo("WARN");
  }

  @Test
  void anObjectThatIsCutSaysWhatItHasAndItsWordsStay() {
    String whole =
        json(
            "{'level':'ERROR','time':'TIME','name':'bot','msg':'failed',"
                + "'err':{'stack':'Error: KEY and more'}}");
    String cut = whole.substring(0, whole.indexOf(" and more"));

    ParsedEvent event = Exported.of(cut + "\n" + whole).events().get(0);

    assertThat(instant(event)).isEqualTo("2026-05-04T08:03:21.500Z");
    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(event.message()).contains(Exported.KEY);
  }

  @Test
  void anObjectInTheMessageIsTheEventAndWhatIsAroundItCompletesIt() {
    String inner = json("{'level':'error','msg':'KEY','logger':'shop'}").replace("\"", "\\\"");
    String line = json("{'@timestamp':'TIME','@message':'" + inner + "','container':'chat'}");

    ParsedEvent event = Exported.of(line).event();

    assertThat(event.message()).isEqualTo(Exported.KEY);
    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(event.logger()).isEqualTo("shop");
    assertThat(event.service()).isEqualTo("chat");
    assertThat(instant(event)).isEqualTo("2026-05-04T08:03:21.500Z");
  }

  @Test
  void theStackTraceOfAnErrorObjectIsRead() {
    String line =
        json(
            "{'time':'TIME','level':50,'msg':'no','err':{'stack':'a.BException: KEY\\n\\tat a.B.c(B.java:1)'}}");

    ParsedThrowable thrown = Objects.requireNonNull(Exported.of(line).event().thrown());

    assertThat(thrown.className()).isEqualTo("a.BException");
    assertThat(thrown.message()).isEqualTo(Exported.KEY);
  }

  @Test
  void bodiesBetweenLinesOfTextStayPartsOfTheirEvents() {
    String text =
        """
        2026-05-04 08:00:00,000 WARN  [main] a.B - refused:
        {"error":{"message":"KEY","type":"x","code":"invalid_api_key"}}
        2026-05-04 08:00:01,000 INFO  [main] a.B - on
        """
            .replace("KEY", Exported.KEY)
            .repeat(3);

    assertThat(Exported.of(text).events())
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.logger()).isEqualTo("a.B"));
  }

  static String json(String shape) {
    return shape.replace('\'', '"').replace("KEY", Exported.KEY).replace("TIME", TIME);
  }

  static String instant(ParsedEvent event) {
    LogTime time = Objects.requireNonNull(event.time(), "no time");
    ZoneOffset offset = time.offset() == null ? ZoneOffset.UTC : time.offset();
    return OffsetDateTime.of(
            time.year(),
            time.month(),
            time.day(),
            time.hour(),
            time.minute(),
            time.second(),
            time.nano(),
            offset)
        .toInstant()
        .atOffset(ZoneOffset.UTC)
        .format(java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"));
  }
}
