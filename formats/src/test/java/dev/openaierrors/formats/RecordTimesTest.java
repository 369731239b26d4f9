package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times and levels as tools export them. */
class RecordTimesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-04T08:03:21.500Z",
        "2026-05-04 08:03:21,500",
        "'May 4, 2026 @ 08:03:21.500'",
        "'May 4, 2026, 8:03:21.500 AM'",
        "'5/4/2026, 8:03:21.500 AM'",
        "05/04/2026 08:03:21.500",
        "'Mon, 04 May 2026 08:03:21.500 GMT'",
        "04/May/2026:08:03:21.500 +0000",
        "04 May 2026 08:03:21.500",
        "1777881801.5",
        "1777881801500",
        "1777881801500000",
        "1777881801500000000",
      })
  void areRead(String text) {
    ParsedEvent event = new ParsedEvent();
    event.time =
        RecordTimes.of("timestamp", JsonNodeFactory.instance.textNode(text), RecordDates.UNKNOWN);

    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T08:03:21.500Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-04 08:03:21.500 PM",
        "2026-05-04 8:03:21.500 pm",
        "2026-05-04T08:03:21.500PM",
        "2026-05-04 08:03:21.500 p.m.",
        "5/4/2026, 8:03:21.500 pm",
        "5/4/2026, 8:03:21.500\u202fPM",
        "May 4, 2026, 8:03:21.500 pm",
      })
  void inTheAfternoon(String text) {
    ParsedEvent event = new ParsedEvent();
    event.time =
        RecordTimes.of("timestamp", JsonNodeFactory.instance.textNode(text), RecordDates.UNKNOWN);

    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T20:03:21.500Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "May",
        "5/4",
        "13/13/2026 08:00:00",
        "2026",
        "yesterday at 10:00:00",
        "2026-05-04 08:03:21 xm"
      })
  void whatIsNoneIsNone(String text) {
    assertThat(RecordTimes.of("time", JsonNodeFactory.instance.textNode(text), RecordDates.UNKNOWN))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "level, error, ERROR",
    "level, Warning, WARN",
    "level, information, INFO",
    "level, E, ERROR",
    "level, 30, INFO",
    "level, 20, DEBUG",
    "level, 3, ERROR",
    "level, 400, ERROR",
    "levelvalue, 30000, WARN",
    "priority, 6, INFO",
    "severitylevel, 3, ERROR",
    "severitylevel, 2, WARN",
    "severitynumber, 17, ERROR",
    "severitynumber, 13, WARN",
    "severitynumber, 9, INFO",
    "severitynumber, 1, TRACE",
    "loglevel, 4, ERROR",
    "levelno, 30, WARN",
    "status, 429,",
    "status, success,",
    "status, fail, ERROR",
    "type, log,",
    "type, exception,",
    "type, err, ERROR",
    "level, log, INFO",
    "status, warn, WARN",
    "level, loud,",
    "level, 99999,",
  })
  void levelsAreNamesAndNumbers(String key, String value, String level) {
    assertThat(RecordLevels.of(key, JsonNodeFactory.instance.textNode(value))).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "04/05/2026 08:00:00, 14/05/2026 08:00:00, 2026-05-04T08:00:00.000Z",
    "04/05/2026 08:00:00, 04/14/2026 08:00:00, 2026-04-05T08:00:00.000Z",
    "05/04/2026 08:00:00, 05/05/2026 08:00:00, 2026-05-04T08:00:00.000Z",
    "04.05.2026 08:00, 05.05.2026 08:00, 2026-05-04T08:00:00.000Z",
  })
  void dayAndMonthAreThoseOfTheFile(String first, String second, String expected) {
    String table = "time;level;message\n%s;ERROR;%s\n%s;INFO;on\n";
    String lines = "{\"time\":\"%s\",\"level\":\"error\",\"msg\":\"%s\"}\n".repeat(2);

    Exported csv = Exported.of(table.formatted(first, Exported.KEY, second));
    Exported json = Exported.of(lines.formatted(first, Exported.KEY, second, "on"));

    assertThat(JsonOfAnyLoggerTest.instant(csv.event())).isEqualTo(expected);
    assertThat(JsonOfAnyLoggerTest.instant(json.event())).isEqualTo(expected);
  }

  @Test
  void aUserMaySayHowTheyAreWritten() {
    ParsedEvent event = new ParsedEvent();
    RecordDates said =
        RecordDates.of(
            List.of(JsonNodeFactory.instance.objectNode().put("time", "2026/04/05 08h00")),
            TimePattern.of("yyyy/dd/MM HH'h'mm"));

    event.time =
        RecordTimes.of("time", JsonNodeFactory.instance.textNode("2026/04/05 08h00"), said);

    assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T08:00:00.000Z");
  }
}
