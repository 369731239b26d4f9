package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the libraries that write JSON call the parts of an event, and by what each is known. */
class JsonDialectsTest {

  private static final String ALL = "2026-05-04 08:03:21.5 Z | WARN | a.B | t-1 | ";

  /** An apostrophe stands for a quote. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gelf | GELF | {'version':'1.1','host':'shop','short_message':'KEY','timestamp':1777881801.5,'level':4,'_logger':'a.B','_thread':'t-1'} | shop",
        "gelf | GELF | {'version':'1.1','host':'shop','short_message':'KEY','timestamp':1777881801.5,'level':4,'_log_logger':'a.B','_process_thread_name':'t-1'} | shop",
        "log4j2-json | Log4j2 JSON | {'instant':{'epochSecond':1777881801,'nanoOfSecond':500000000},'thread':'t-1','level':'WARN','loggerName':'a.B','message':'KEY'} | null",
        "log4j2-json | Log4j2 JSON | {'timeMillis':1777881801500,'thread':'t-1','level':'WARN','loggerName':'a.B','message':'KEY'} | null",
        "logback-json | Logback JSON | {'sequenceNumber':7,'timestamp':1777881801500,'level':'WARN','threadName':'t-1','loggerName':'a.B','message':'{}','formattedMessage':'KEY'} | null",
        "quarkus-json | Quarkus JSON | {'timestamp':'2026-05-04T08:03:21.5Z','sequence':7,'loggerClassName':'x','loggerName':'a.B','level':'WARN','message':'KEY','threadName':'t-1'} | null",
        "log4j2-logstash | Log4j2 Logstash JSON | {'source_host':'h','@timestamp':'2026-05-04T08:03:21.5Z','level':'WARN','logger_name':'a.B','thread_name':'t-1','message':'KEY'} | null",
        "logstash | Logstash JSON | {'@timestamp':'2026-05-04T08:03:21.5Z','message':'KEY','logger_name':'a.B','thread_name':'t-1','level':'WARN','level_value':30000,'service':'shop'} | shop",
        "ecs-nested | ECS JSON, nested | {'@timestamp':'2026-05-04T08:03:21.5Z','log':{'level':'WARN','logger':'a.B'},'process':{'thread':{'name':'t-1'}},'service':{'name':'shop'},'message':'KEY'} | shop",
        "ecs | ECS JSON | {'@timestamp':'2026-05-04T08:03:21.5Z','log.level':'WARN','log.logger':'a.B','process.thread.name':'t-1','service.name':'shop','message':'KEY'} | shop",
        "gcp | Google Cloud JSON | {'timestampSeconds':1777881801,'timestampNanos':500000000,'severity':'WARNING','message':'KEY','context.logger':'a.B','context.thread':'t-1','serviceContext':{'service':'shop'}} | shop",
        "json | JSON lines | {'time':'2026-05-04T08:03:21.5Z','level':'warn','logger':'a.B','thread':'t-1','service':'shop','msg':'KEY'} | shop",
        "json | JSON lines | {'date':'2026-05-04 08:03:21.5Z','lvl':'WARNING','loggerName':'a.B','thread_name':'t-1','app':'shop','log':'KEY'} | shop",
      })
  void eachIsKnownAndRead(String id, String title, String shape, String service) {
    String line = json(shape) + "\n";

    assertThat(ReadLog.of(line.repeat(3)).title()).isEqualTo(title);
    assertThat(ReadLog.all(ReadLog.of(line).errors().get(0)))
        .isEqualTo(ALL + service + " | " + Exported.KEY);
    assertThat(ReadLog.all(ReadLog.as(id, line).errors().get(0)))
        .isEqualTo(ALL + service + " | " + Exported.KEY);
  }

  /** What the fields of a throwable are called. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gelf, trace alone | {'short_message':'no answer','level':3,'full_message':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "gelf, both | {'short_message':'no answer','level':3,'full_message':'no answer\\n\\na.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "gelf, a field | {'short_message':'no answer','level':3,'_error_stack_trace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "log4j2-json | {'instant':{'epochSecond':1},'level':'ERROR','message':'no answer','thrown':{'name':'a.XException','message':'KEY','extendedStackTrace':[{'class':'a.B','method':'c'}],'cause':{'name':'a.YError','message':'deep','extendedStackTrace':[{'class':'a.D'}]}}}",
        "log4j2-json, as text | {'instant':{'epochSecond':1},'level':'ERROR','message':'no answer','thrown':{'name':'a.XException','message':'KEY','extendedStackTrace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}}",
        "logback-json | {'sequenceNumber':1,'level':'ERROR','formattedMessage':'no answer','throwable':{'className':'a.XException','message':'KEY','stepArray':[{'className':'a.B'}],'cause':{'className':'a.YError','message':'deep','stepArray':[{'className':'a.D'}]}}}",
        "quarkus-json | {'loggerClassName':'x','level':'ERROR','message':'no answer','exception':{'exceptionType':'a.XException','message':'KEY','frames':[{'class':'a.B'}],'causedBy':{'exception':{'exceptionType':'a.YError','message':'deep','frames':[{'class':'a.D'}]}}}}",
        "quarkus-json, as text | {'loggerClassName':'x','level':'ERROR','message':'no answer','stackTrace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "log4j2-logstash | {'@timestamp':'2026-05-04T08:03:21Z','source_host':'h','level':'ERROR','message':'no answer','exception':{'stacktrace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}}",
        "logstash | {'@timestamp':'2026-05-04T08:03:21Z','logger_name':'x','level':'ERROR','message':'no answer','stack_trace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "ecs | {'@timestamp':'2026-05-04T08:03:21Z','log.level':'ERROR','message':'no answer','error.type':'a.XException','error.stack_trace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "ecs-nested | {'@timestamp':'2026-05-04T08:03:21Z','log':{'level':'ERROR'},'message':'no answer','error':{'type':'a.XException','stack_trace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}}",
        "gcp | {'severity':'ERROR','timestampSeconds':1777881801,'message':'no answer\\na.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "json, in the message | {'time':'2026-05-04T08:03:21Z','level':'ERROR','msg':'no answer\\na.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
        "json, a field | {'time':'2026-05-04T08:03:21Z','level':'ERROR','msg':'no answer','stacktrace':'a.XException: KEY\\n\\tat a.B.c(B.java:1)\\nCaused by: a.YError: deep\\n\\tat a.D.e(D.java:1)'}",
      })
  void theThrowableIsReadWhereverItStands(String where, String shape) {
    ParsedEvent event = ReadLog.of(json(shape) + "\n").errors().get(0);

    assertThat(event.message()).as(where).isEqualTo("no answer");
    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(ReadLog.text(event))
        .isEqualTo("no answer | a.XException: " + Exported.KEY + " [a.B] | a.YError: deep [a.D]");
  }

  @Test
  void whatWasSuppressedIsReadToo() {
    String line =
        json(
            "{'instant':{'epochSecond':1},'level':'ERROR','message':'KEY','thrown':{'name':'a.X',"
                + "'message':'one','suppressed':[{'name':'a.Y','message':'two'},7,{'name':'a.Z'}]}}");

    ParsedThrowable thrown =
        Objects.requireNonNull(ReadLog.of(line + "\n").errors().get(0).thrown());

    assertThat(thrown.suppressed)
        .extracting(ParsedThrowable::className)
        .containsExactly("a.Y", "a.Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'thrown':null",
        "'thrown':7",
        "'thrown':'x'",
        "'thrown':[]",
        "'thrown':{}",
        "'thrown':{'name':7,'message':[],'extendedStackTrace':{},'cause':[]}",
        "'thrown':{'extendedStackTrace':[7,null,{},[]],'cause':{'cause':{'cause':7}}}",
        "'instant':null",
        "'instant':7",
        "'instant':{'epochSecond':'x','nanoOfSecond':-1}",
        "'instant':{'epochSecond':99999999999999999,'nanoOfSecond':0}",
        "'level':null",
        "'level':{}",
        "'level':[1]",
        "'loggerName':{}",
        "'thread':[]",
        "'timeMillis':'soon'",
        "'contextMap':[]",
        "'contextMap':{'a':{'b':null}}",
        "'message2':null"
      })
  void aFieldOfAnotherTypeSpoilsNoOther(String field) {
    String line =
        json("{'loggerName':'a.B','timeMillis':1777881801500,'message':'KEY'," + field + "}");

    ParsedEvent event = ReadLog.of(line + "\n").errors().get(0);

    assertThat(event.message()).isEqualTo(Exported.KEY);
  }

  @Test
  void anEndlessChainOfCausesIsBounded() {
    String chain = "{'name':'a.X','message':'m','cause':".repeat(400) + "null" + "}".repeat(400);
    String line =
        json(
            "{'instant':{'epochSecond':1},'level':'ERROR','message':'KEY','thrown':" + chain + "}");

    int depth = 0;
    for (ParsedThrowable at = ReadLog.of(line + "\n").errors().get(0).thrown();
        at != null;
        at = at.cause) {
      depth++;
    }

    assertThat(depth).isBetween(10, 50);
  }

  static Stream<JsonDialect> dialects() {
    return JsonDialects.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void whatALibraryWritesItselfIsNoContext(JsonDialect dialect) {
    List<String> parts =
        Stream.of(
                JsonDialect.Part.TIME,
                JsonDialect.Part.LEVEL,
                JsonDialect.Part.LOGGER,
                JsonDialect.Part.MESSAGE)
            .flatMap(part -> dialect.names(part).stream())
            .filter(name -> !List.of("log", "event", "name").contains(name))
            .toList();

    for (String part : parts) {
      String first = part.contains(".") ? part.substring(0, part.indexOf('.')) : part;
      assertThat(dialect.own().contains(part) || dialect.own().contains(first))
          .as("%s of %s", part, dialect.title())
          .isTrue();
    }
  }

  private static String json(String shape) {
    return shape.replace('\'', '"').replace("KEY", Exported.KEY);
  }
}
