package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
    "status, warn, WARN",
    "level, loud,",
    "level, 99999,",
  })
  void levelsAreNamesAndNumbers(String key, String value, String level) {
    assertThat(RecordLevels.of(key, JsonNodeFactory.instance.textNode(value))).isEqualTo(level);
  }
}
