package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that tools export, whose first row names the columns. */
class CsvTest {

  private static final String TRACE =
      "\"a.BException: KEY\n\tat a.B.c(B.java:1)\nand \"\"more\"\"\"";

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void partedByAnyOfTheUsualSignsTheColumnsAreFoundByTheirNames(String sign) {
    String table =
        row("time", "severity", "logger", "msg").replace(",", sign)
            + row("2026-05-04T08:00:00Z", "WARN", "a.B", Exported.KEY.replace(",", ""))
                .replace(",", sign);

    ParsedEvent event = Exported.of(table).event();

    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T08:00:00.000Z");
    assertThat(event.level()).isEqualTo("WARN");
    assertThat(event.logger()).isEqualTo("a.B");
    assertThat(event.message()).startsWith("Incorrect API key");
  }

  @Test
  void aCellMayHaveSeveralLinesAndQuotes() {
    String table =
        "\"@timestamp\",message,\"error.stack_trace\"\r\n"
            + "\"May 4, 2026 @ 08:00:00.000\",\"no, no\","
            + TRACE.replace("KEY", Exported.KEY)
            + "\r\n";

    ParsedEvent event = Exported.of(table).event();

    assertThat(event.message()).isEqualTo("no, no");
    ParsedThrowable thrown = Objects.requireNonNull(event.thrown());
    assertThat(thrown.className()).isEqualTo("a.BException");
    assertThat(thrown.message()).isEqualTo(Exported.KEY + "\nand \"more\"");
    assertThat(thrown.frames).containsExactly("a.B");
  }

  @Test
  void linesOfTextInTheRowsArePutTogether() {
    String table =
        "@timestamp,@message\n"
            + row("2026-05-04 08:00:01.000", "2026-05-04 08:00:00.000 ERROR [t-1] a.B - no answer")
            + row("2026-05-04 08:00:01.000", "a.BException: " + Exported.KEY.replace(",", ""))
            + row("2026-05-04 08:00:01.000", "\tat a.B.c(B.java:1)")
            + row("2026-05-04 08:00:02.000", "2026-05-04 08:00:02.000 INFO [t-1] a.B - on");

    ParsedEvent event = Exported.of(table).event();

    assertThat(event.message()).isEqualTo("no answer");
    assertThat(event.logger()).isEqualTo("a.B");
    assertThat(event.thread()).isEqualTo("t-1");
    assertThat(Objects.requireNonNull(event.thrown()).frames).containsExactly("a.B");
  }

  @Test
  void ofDatesAroundTextWithoutOneItIsToldWhatTheyAreTakenFor() {
    String line = row("03/05/2026 08:00:01", "[main] ERROR a.B - " + Exported.KEY.replace(",", ""));
    String dated = row("03/05/2026 08:00:01", "2026-05-03 08:00:00.000 ERROR [t-1] a.B - no");

    Exported text = Exported.of("time,message\n" + line.repeat(3));
    Exported said = Exported.of("time,message\n" + line.repeat(3), "MM/dd/yyyy HH:mm:ss");

    assertThat(text.warnings()).singleElement().asString().contains("are taken for day/month");
    assertThat(ReadLog.time(text.events().get(0))).isEqualTo("2026-05-03 08:00:01");
    assertThat(said.warnings()).isEmpty();
    assertThat(ReadLog.time(said.events().get(0))).isEqualTo("2026-03-05 08:00:01");
    assertThat(Exported.of("time,message\n" + dated.repeat(3)).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "facility, app.chat, app.chat",
    "Facility, chat-worker, chat-worker",
    "facility, 16, -",
    "facility, '', -",
    "logger, app.chat, app.chat",
    "LoggerName, app.chat, app.chat",
    "logger_s, app.chat, app.chat",
    "Category_s, app.chat, app.chat",
    "module, app.chat, app.chat",
    "component, chat, chat",
  })
  void aFacilityIsALoggerUnlessItIsANumber(String column, String cell, String logger) {
    String table =
        row("timestamp", "source", "level", column, "message", "full_message")
            + row(
                "2026-05-04T08:00:00.000Z",
                "api-7",
                "3",
                cell,
                "no answer",
                Exported.KEY.replace(",", ""));

    ParsedEvent event = Exported.of(table).event();

    assertThat(event.level()).isEqualTo("ERROR");
    assertThat(Objects.requireNonNullElse(event.logger(), "-")).isEqualTo(logger);
  }

  @Test
  void theLoggerOfALibraryIsNamedBeforeTheFacility() {
    String table =
        row("timestamp", "facility", "logger", "message")
            + row("2026-05-04T08:00:00Z", "local7", "app.chat", Exported.KEY.replace(",", ""));

    assertThat(Exported.of(table).event().logger()).isEqualTo("app.chat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message, time and more were printed here\nand here\n",
        "Started at this time, with a message\n",
        "name,age\na,7\n",
        "a,b,c\n",
        "time\nmessage\n",
      })
  void aLineWithCommasIsNoHeading(String text) {
    assertThat(Exported.of(text).isDocument()).isFalse();
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotSwallowTheRest() {
    String row = row("2026-05-04T08:00:00Z", Exported.KEY.replace(",", ""));
    String table = "time,msg\n" + "x,\"" + row.repeat(20_000);

    assertThat(Exported.of(table).events()).hasSizeGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void aQuoteInTheMiddleOfACellIsAPartOfItsText(String sign) {
    String key = Exported.KEY.replace(",", "");
    String table =
        row("time", "level", "msg").replace(",", sign)
            + row("2026-05-04T08:00:00Z", "ERROR", "5\" " + key).replace(",", sign)
            + row("2026-05-04T08:00:01Z", "ERROR", key + " \"5\"").replace(",", sign)
            + row("2026-05-04T08:00:02Z", "ERROR", "\"" + key + sign + " no\"").replace(",", sign);

    assertThat(Exported.of(table).events())
        .extracting(ParsedEvent::message)
        .containsExactly("5\" " + key, key + " \"5\"", key + sign + " no");
  }

  @Test
  void ofAQuoteThatNothingClosesTheRowsBehindItAreRead() {
    String rows = row("a", "\"is open") + row("b", "5\" b").repeat(50_000);
    byte[] table = ("time,msg\n" + rows).getBytes(StandardCharsets.UTF_8);

    new CsvLines(',').change(table, 0, table.length);

    assertThat(new String(table, StandardCharsets.UTF_8).strip()).isEqualTo(rows.strip());
  }

  private static String row(String... cells) {
    return String.join(",", cells) + "\n";
  }
}
