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

/** What the fields of an object say of an event, by what they are called. */
class JsonByKeyTest {

  private static final String TIME = "2026-05-04T08:03:21.5Z";

  static List<String> times() {
    return names(KnownKeys.TIME);
  }

  @ParameterizedTest
  @MethodSource("times")
  void aTimeIsKnownByEachNameOfTheList(String name) {
    ParsedEvent event = event("{'level':'WARN','msg':'KEY'," + nested(name, "'TIME'") + "}");

    assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 08:03:21.5 Z");
  }

  static List<String> levels() {
    return names(KnownKeys.LEVEL);
  }

  @ParameterizedTest
  @MethodSource("levels")
  void aLevelIsKnownByEachNameOfTheList(String name) {
    ParsedEvent event = event("{'time':'TIME','msg':'KEY'," + nested(name, "'WARNING'") + "}");

    assertThat(event.level()).isEqualTo("WARN");
  }

  static List<String> loggers() {
    return names(KnownKeys.LOGGER);
  }

  @ParameterizedTest
  @MethodSource("loggers")
  void aLoggerIsKnownByEachNameOfTheList(String name) {
    ParsedEvent event = event("{'time':'TIME','msg':'KEY'," + nested(name, "'a.B'") + "}");

    assertThat(event.logger()).isEqualTo("a.B");
  }

  static List<String> threads() {
    return names(KnownKeys.THREAD);
  }

  @ParameterizedTest
  @MethodSource("threads")
  void aThreadIsKnownByEachNameOfTheList(String name) {
    ParsedEvent event = event("{'time':'TIME','msg':'KEY'," + nested(name, "'t-1'") + "}");

    assertThat(event.thread()).isEqualTo("t-1");
  }

  static List<String> services() {
    return names(KnownKeys.SERVICE);
  }

  @ParameterizedTest
  @MethodSource("services")
  void aServiceIsKnownByEachNameOfTheList(String name) {
    ParsedEvent event = event("{'time':'TIME','msg':'KEY'," + nested(name, "'shop'") + "}");

    assertThat(event.service()).isEqualTo("shop");
  }

  static List<String> messages() {
    return names(KnownKeys.MESSAGE);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsKnownByEachNameOfTheList(String name) {
    ParsedEvent event = event("{'time':'TIME','level':'WARN'," + nested(name, "'KEY'") + "}");

    assertThat(event.message()).isEqualTo(Exported.KEY);
  }

  static List<String> traces() {
    return names(KnownKeys.TRACE);
  }

  @ParameterizedTest
  @MethodSource("traces")
  void aStackTraceIsKnownByEachNameOfTheList(String name) {
    String trace = "'a.BException: KEY\\n\\tat a.B.c(B.java:1)'";
    ParsedEvent event =
        event("{'time':'TIME','level':'WARN','msg':'no answer'," + nested(name, trace) + "}");

    ParsedThrowable thrown = Objects.requireNonNull(event.thrown());
    assertThat(thrown.className()).isEqualTo("a.BException");
    assertThat(thrown.message()).isEqualTo(Exported.KEY);
    assertThat(event.message()).isEqualTo("no answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Level", "LEVEL", "log_level", "log-level", "LogLevel", "severity_text"})
  void howANameIsWrittenDoesNotMatter(String name) {
    assertThat(event("{'time':'TIME','msg':'KEY','" + name + "':'fatal'}").level())
        .isEqualTo("ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"levels", "loglevels", "level2", "mylevel", "lvls", "sublevel", "status_code"})
  void aNameThatOnlyResemblesOneIsNone(String name) {
    assertThat(event("{'time':'TIME','msg':'KEY','" + name + "':'fatal'}").level()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'time':null,'ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':'','ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':'soon','ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':true,'ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':{'a':1},'ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':['TIME'],'ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':7,'ts':'TIME' | 2026-05-04 08:03:21.5 Z",
        "'time':'2026-05-04T08:03:21.5+00' | 2026-05-04 08:03:21.5 Z",
        "'time':'2026-05-04 08:03:21.5+02' | 2026-05-04 08:03:21.5 +02:00",
        "'time':'2026-05-04 08:03:21.5 +0000 UTC' | 2026-05-04 08:03:21.5 Z",
        "'time':'2026-05-04 08:03:21.5' | 2026-05-04 08:03:21.5",
        "'timestamp_utc':'2026-05-04 08:03:21.5' | 2026-05-04 08:03:21.5 Z",
        "'TimeGenerated [UTC]':'5/4/2026, 8:03:21.500 AM' | 2026-05-04 08:03:21.5 Z",
      })
  void whatIsNoTimeLeavesItToTheNextName(String fields, String time) {
    ParsedEvent event = event("{" + fields + ",'level':'WARN','msg':'KEY'}");

    assertThat(ReadLog.time(event)).startsWith(time);
  }

  @ParameterizedTest
  @CsvSource({
    "99999999, none",
    "100000000, 1973-03-03 09:46:40 Z",
    "999999999, 2001-09-09 01:46:39 Z",
    "1777881801, 2026-05-04 08:03:21 Z",
    "1777881801.5, 2026-05-04 08:03:21.5 Z",
    "1.7778818015E9, 2026-05-04 08:03:21.5 Z",
    "1777881801.123456789, 2026-05-04 08:03:21.1234567 Z",
    "99999999999, 5138-11-16 09:46:39 Z",
    "100000000000, 1973-03-03 09:46:40 Z",
    "1777881801500, 2026-05-04 08:03:21.5 Z",
    "1777881801500.25, 2026-05-04 08:03:21.50025 Z",
    "99999999999999, 5138-11-16 09:46:39.999 Z",
    "100000000000000, 1973-03-03 09:46:40 Z",
    "1777881801500000, 2026-05-04 08:03:21.5 Z",
    "1777881801500001, 2026-05-04 08:03:21.500001 Z",
    "100000000000000000, 1973-03-03 09:46:40 Z",
    "1777881801500000000, 2026-05-04 08:03:21.5 Z",
    "1777881801500000001, 2026-05-04 08:03:21.500000001 Z",
    "1.777881801500E18, 2026-05-04 08:03:21.5 Z",
    "123456789012345678901, none",
    "-1777881801, none",
    "0, none",
    "1e400, none",
    "1e-400, none",
  })
  void aNumberIsInTheOnlyUnitThatIsOfOurTime(String number, String time) {
    ParsedEvent event = event("{'time':" + number + ",'level':'WARN','msg':'KEY'}");

    assertThat(ReadLog.time(event)).startsWith(time);
    if (number.matches("\\d+(\\.\\d)?")) {
      ParsedEvent text = event("{'time':'" + number + "','level':'WARN','msg':'KEY'}");
      assertThat(ReadLog.time(text)).isEqualTo(ReadLog.time(event));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'level':'ERROR','level':'DEBUG' | ERROR",
        "'level':'WARN','level':'premium' | WARN",
        "'level':'WARN','context':{'level':'ERROR'},'level':'INFO' | WARN",
      })
  void ofANameThatIsThereTwiceTheFirstIsTheLibrarys(String levels, String level) {
    ParsedEvent event = event("{'time':'TIME'," + levels + ",'msg':'KEY'}");

    assertThat(event.level()).isEqualTo(level);
  }

  @Test
  void theOtherFieldsAreTheContextOfTheEvent() {
    ParsedEvent event =
        event(
            "{'time':'TIME','level':'WARN','msg':'KEY','_tenant':'t','mdc':{'order':'7','n':7},"
                + "'empty':'','deep':{'a':{'b':{'c':{'d':'far'}}}}}");

    assertThat(event.context("tenant")).isEqualTo("t");
    assertThat(event.context("order")).isEqualTo("7");
    assertThat(event.context("empty")).isEmpty();
    assertThat(event.context("c")).isNull();
    assertThat(event.context("msg")).isNull();
    assertThat(event.context("none")).isNull();
  }

  @Test
  void whatThisProjectAddedItselfIsNoContext() {
    ParsedEvent event =
        event("{'time':'TIME','msg':'KEY','openai.error.kind':'x','openai':{'error.kind':'x'}}");

    assertThat(event.context("openai.error.kind")).isNull();
    assertThat(event.context("error.kind")).isNull();
  }

  @Test
  void anApplicationThatAddsThousandsOfFieldsIsBounded() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      fields.append("'field").append(i).append("':'x',");
    }

    ParsedEvent event = event("{'time':'TIME','msg':'KEY'," + fields + "'level':'WARN'}");

    assertThat(event.level()).isEqualTo("WARN");
    assertThat(event.pairs).hasSizeLessThan(100);
  }

  /** Every name of a part that counts at the top of an object. */
  private static List<String> names(KnownKeys keys) {
    return Stream.concat(keys.anywhere().stream(), keys.atTheTop().stream())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** A dot leads into an object. */
  private static String nested(String name, String value) {
    int dot = name.indexOf('.');
    return dot < 0
        ? "'" + name + "':" + value
        : "'" + name.substring(0, dot) + "':{" + nested(name.substring(dot + 1), value) + "}";
  }

  private static ParsedEvent event(String shape) {
    String line = shape.replace('\'', '"').replace("KEY", Exported.KEY).replace("TIME", TIME);
    List<ParsedEvent> events = ReadLog.of(line + "\n").errors();
    assertThat(events).as(line).hasSize(1);
    return events.get(0);
  }
}
