package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an event was logged, as the lines of logs say it. */
class EveryTimeTest {

  private static final String REST = " ERROR [main] a.B - no answer\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-04T09:15:02.101Z | 2026-05-04 09:15:02.101 Z",
        "2026-05-04T09:15:02Z | 2026-05-04 09:15:02 Z",
        "2026-05-04 09:15:02,101 | 2026-05-04 09:15:02.101",
        "2026-05-04 09:15:02:101 | 2026-05-04 09:15:02.101",
        "2026-05-04 9:15:02 | 2026-05-04 09:15:02",
        "2026-05-04 09:15 | 2026-05-04 09:15:00",
        "2026-05-04  09:15:02 | 2026-05-04 09:15:02",
        "2026/05/04 09:15:02 | 2026-05-04 09:15:02",
        "2026/05/04 - 09:15:02 | 2026-05-04 09:15:02",
        "2026-05-04 - 09:15:02.101 | 2026-05-04 09:15:02.101",
        "2026-05-04, 09:15:02 | 2026-05-04 09:15:02",
        "2026-05-04, 09:15:02 UTC | 2026-05-04 09:15:02 Z",
        "2026-05-04, 09:15:02 CEST | 2026-05-04 09:15:02 +02:00",
        "2026/05/04, 09:15:02,101 +0200 | 2026-05-04 09:15:02.101 +02:00",
        "2026/05/04, 9:15:02 AM | 2026-05-04 09:15:02",
        "2026.05.04-09.15.02:101 | 2026-05-04 09:15:02.101",
        "2026.05.04 09:15:02 | 2026-05-04 09:15:02",
        "1999-12-31 23:59:59 | 1999-12-31 23:59:59",
        "2026-01-01 00:00:00 | 2026-01-01 00:00:00",
      })
  void yearMonthAndDayInDigits(String text, String time) {
    assertThat(read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "1, .1",
    "10, .1",
    "100, .1",
    "101, .101",
    "001, .001",
    "101202, .101202",
    "101202303, .101202303",
    "999999999, .999999999",
    "1012023039, .101202303",
  })
  void aFractionHasAsManyDigitsAsItLikes(String digits, String fraction) {
    assertThat(read("2026-05-04T09:15:02." + digits + "Z"))
        .isEqualTo("2026-05-04 09:15:02" + fraction + " Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`Z`|Z",
        "` Z`|Z",
        "`+00:00`|Z",
        "`+02:00`|+02:00",
        "`+0200`|+02:00",
        "`+02`|+02:00",
        "`-08`|-08:00",
        "`+00`|Z",
        "` +0200`|+02:00",
        "`-03:30`|-03:30",
        "`+05:45`|+05:45",
        "`+14:00`|+14:00",
        "`-12:00`|-12:00",
        "`+02:00[Europe/Berlin]`|+02:00",
        "`Z[Europe/London]`|Z",
        "`Z[UTC]`|Z",
        "` UTC`|Z",
        "` GMT`|Z",
        "`UTC`|Z",
        "` CEST`|+02:00",
        "` CET`|+01:00",
        "` EST`|-05:00",
        "` PDT`|-07:00",
        "` JST`|+09:00",
        "` NPT`|+05:45",
        "` (UTC)`|Z",
        "` GMT+2`|+02:00",
        "` GMT+02:00`|+02:00",
        "` GMT+0200`|+02:00",
        "` UTC-0330`|-03:30",
        "` UTC+05:30`|+05:30",
        "` GMT+0200 (CEST)`|+02:00",
      })
  void aZoneIsAnOffsetOrAnAbbreviationWithOneMeaning(String zone, String offset) {
    assertThat(read("2026-05-04 09:15:02.101" + zone))
        .isEqualTo("2026-05-04 09:15:02.101 " + offset);
    assertThat(first("2026-05-04 09:15:02.101" + zone).thread()).isEqualTo("main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IST", "CST", "BST", "AST"})
  void anAbbreviationWithSeveralMeaningsIsNoneAndTheUserIsTold(String zone) {
    ReadLog log = ReadLog.of(("2026-05-04 09:15:02.101 " + zone + REST).repeat(4));

    assertThat(ReadLog.time(log.first())).isEqualTo("2026-05-04 09:15:02.101");
    assertThat(log.first().thread()).isEqualTo("main");
    assertThat(log.formats().warnings()).singleElement().asString().contains(zone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12:00:00 AM | 00:00:00",
        "12:59:59 AM | 00:59:59",
        "1:00:00 AM | 01:00:00",
        "11:59:59 AM | 11:59:59",
        "12:00:00 PM | 12:00:00",
        "12:59:59 PM | 12:59:59",
        "1:00:00 PM | 13:00:00",
        "11:59:59 PM | 23:59:59",
        "11:59:59.999 PM | 23:59:59.999",
        "09:15:02 pm | 21:15:02",
        "09:15:02 p.m. | 21:15:02",
        "09:15:02PM | 21:15:02",
        "13:15:02 PM | 13:15:02",
      })
  void hoursUpToTwelveCountFromTheirHalfOfTheDay(String clock, String time) {
    assertThat(read("2026-05-04 " + clock)).isEqualTo("2026-05-04 " + time);
    assertThat(read("May 4, 2026 " + clock)).isEqualTo("2026-05-04 " + time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04 May 2026 09:15:02,101 | 2026-05-04 09:15:02.101",
        "4 May 2026 09:15:02 | 2026-05-04 09:15:02",
        "04-May-2026 09:15:02.101 | 2026-05-04 09:15:02.101",
        "04/May/2026:09:15:02 +0200 | 2026-05-04 09:15:02 +02:00",
        "May 04, 2026 9:15:02 AM | 2026-05-04 09:15:02",
        "May 4, 2026 09:15:02 | 2026-05-04 09:15:02",
        "May 4, 2026, 9:15:02 AM | 2026-05-04 09:15:02",
        "Mon May 04 09:15:02 CEST 2026 | 2026-05-04 09:15:02 +02:00",
        "Mon May  4 09:15:02.101 2026 | 2026-05-04 09:15:02.101",
        "Mon, 04 May 2026 09:15:02 GMT | 2026-05-04 09:15:02 Z",
        "May  4 09:15:02 | 05-04 09:15:02",
        "May 14 09:15:02.101 | 05-14 09:15:02.101",
        "Feb 29 23:59:59 | 02-29 23:59:59",
        "04. Mai 2026 09:15:02 | 2026-05-04 09:15:02",
        "4 mars 2026 09:15:02 | 2026-03-04 09:15:02",
        "04-dic-2026 09:15:02 | 2026-12-04 09:15:02",
        "04 août 2026 09:15:02 | 2026-08-04 09:15:02",
        "04 мая 2026 09:15:02 | 2026-05-04 09:15:02",
      })
  void monthsHaveNames(String text, String time) {
    assertThat(read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20260504 09:15:02.101 | 2026-05-04 09:15:02.101",
        "20260504-09:15:02.101 | 2026-05-04 09:15:02.101",
        "20260504T091502.101Z | 2026-05-04 09:15:02.101 Z",
        "20260504T091502Z | 2026-05-04 09:15:02 Z",
        "20260504 091502 | 2026-05-04 09:15:02",
        "20260504 091502101 | 2026-05-04 09:15:02.101",
        "20260504_091502 | 2026-05-04 09:15:02",
        "260504 09:15:02 | 2026-05-04 09:15:02",
        "260504 091502 | 2026-05-04 09:15:02",
        "05-04 09:15:02.101 | 05-04 09:15:02.101",
        "05/04 09:15:02 | 05-04 09:15:02",
      })
  void datesAreShortened(String text, String time) {
    assertThat(read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1777886102 | 2026-05-04 09:15:02 Z",
        "1777886102.101 | 2026-05-04 09:15:02.101 Z",
        "1777886102101 | 2026-05-04 09:15:02.101 Z",
        "1777886102101202 | 2026-05-04 09:15:02.101202 Z",
        "1777886102101202303 | 2026-05-04 09:15:02.101202303 Z",
        "946684800 | none",
        "1000000000 | 2001-09-09 01:46:40 Z",
        "9999999999 | 2286-11-20 17:46:39 Z",
        "177788610 | none",
        "17778861021 | none",
        "177788610210 | none",
        "-1777886102 | none",
        "99999999999999999999 | none",
      })
  void secondsOrPartsOfThemSince1970BeginALine(String text, String time) {
    assertThat(read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "09:15:02.101 | 09:15:02.101",
        "09:15:02,101 | 09:15:02.101",
        "9:15:02 | 09:15:02",
        "09:15:02 | 09:15:02",
        "00:00:00 | 00:00:00",
        "23:59:59.999999 | 23:59:59.999999",
        "9:15:02 PM | 21:15:02",
      })
  void theDateMayBeMissing(String text, String time) {
    ReadLog log = ReadLog.of((text + REST).repeat(4));

    assertThat(ReadLog.time(log.first())).isEqualTo(time);
    assertThat(log.formats().hasTimeOnly()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02-29 09:15:02 | 2024-02-29 09:15:02",
        "2026-12-31T23:59:60Z | 2026-12-31 23:59:59 Z",
        "2026-05-04 24:00:00 | none",
        "2026-05-04 09:60:00 | none",
        "2026-05-04 09:15:61 | none",
        "2026-13-04 09:15:02 | none",
        "2026-05-32 09:15:02 | none",
        "2026-00-04 09:15:02 | none",
        "2026-05-00 09:15:02 | none",
        "1969-12-31 23:59:59 | none",
        "2026-05-04 09:15:02+19:00 | none",
        "0000-00-00 00:00:00 | none",
      })
  void aTimeThatCannotBeIsNone(String text, String time) {
    assertThat(read(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order 20260504 of 17 is served",
        "10.0.0.1:8080 is up",
        "version 2026.5.4 is out",
        "4 of 5 at 9",
        "port 09:15 is none",
        "fe80::1:2:3 is up",
        "1:2:3 is a ratio",
        "it took 00:00:07.101 in all",
        "12345678901234567890 is a number",
        "May 4 is a day",
        "Mayor 04 2026 spoke",
      })
  void aTextWithNumbersHasNone(String text) {
    ReadLog log = ReadLog.of("an order was served\n".repeat(4) + text + "\nand another\n");

    assertThat(log.events()).allSatisfy(event -> assertThat(event.time()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-10 degrees",
        "+1 for it",
        "AMD is a name",
        "ACME is another",
        "AMQP is a protocol",
        "PMs came",
        "PM2 was started",
        "am7 is none",
        "FMs are one",
        "EMAIL was sent",
        "a test began",
        "p. 7 was read",
        "GMTime is a word",
        "Z3 was solved",
        "ZONE is a word",
      })
  void whatFollowsATimeIsNoPartOfIt(String text) {
    for (String time :
        List.of(
            "2026-05-04 09:15:02",
            "04.05.2026 09:15:02",
            "05/14/2026 09:15:02",
            "04-May-2026 09:15:02",
            "May  4 09:15:02",
            "20260504 09:15:02",
            "09:15:02.101")) {
      ReadLog log = ReadLog.of((time + " " + text + "\n").repeat(4));

      assertThat(log.events()).as(time + " " + text).hasSize(4);
      assertThat(ReadLog.time(log.first())).as(time).contains("09:15:02").doesNotContain("Z");
      assertThat(log.first().message()).isEqualTo(text);
    }
  }

  @Test
  void theFirstTimeOfALineIsMeant() {
    ParsedEvent event = first("2026-05-04 09:15:02 2020-01-01 03:07:11");

    assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 09:15:02");
  }

  private static String read(String time) {
    return ReadLog.time(first(time));
  }

  private static ParsedEvent first(String time) {
    return ReadLog.of((time + REST).repeat(4)).first();
  }
}
