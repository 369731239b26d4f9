package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When it is quiet. */
class QuietHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A Friday.
        "22:00-07:00 | 2026-11-27T21:59:59 | false",
        "22:00-07:00 | 2026-11-27T22:00 | true",
        "22:00-07:00 | 2026-11-28T06:59:59 | true",
        "22:00-07:00 | 2026-11-28T07:00 | false",
        "9-17 | 2026-11-27T09:00 | true",
        "9-17 | 2026-11-27T17:00 | false",
        "Mon-Fri 22:00-07:00 | 2026-11-28T06:00 | true",
        "Mon-Fri 22:00-07:00 | 2026-11-28T23:00 | false",
        "Mon-Fri 22:00-07:00 | 2026-11-30T06:00 | false",
        "Sat,Sun | 2026-11-27T23:59 | false",
        "Sat,Sun | 2026-11-28T00:00 | true",
        "Sat,Sun | 2026-11-29T23:59 | true",
        "Sat,Sun | 2026-11-30T00:00 | false",
        "sat-sun | 2026-11-29T12:00 | true",
        "Mon-Fri 22:00-07:00, Sat, Sunday | 2026-11-29T12:00 | true",
        "Mon-Fri 22:00-07:00, Sat, Sunday | 2026-11-30T05:00 | false",
        "Mon-Fri 22:00-07:00, Sat, Sunday | 2026-11-30T22:00 | true",
        "Sat, Sun, 22:00-07:00 | 2026-11-28T12:00 | true",
        "Sat, Sun, 22:00-07:00 | 2026-11-30T06:00 | true",
        "Fri-Mon 12:00-13:00 | 2026-11-29T12:30 | true",
        "Fri-Mon 12:00-13:00 | 2026-12-01T12:30 | false",
        "Fri 18:00-24:00 | 2026-11-27T23:59 | true",
        "Fri 18:00-24:00 | 2026-11-28T00:00 | false",
        "Fri 18:00-0:00 | 2026-11-28T00:00 | false",
      })
  void areThoseOfTheZone(String words, LocalDateTime time, boolean quiet) {
    assertThat(QuietHours.parse(words).in(BERLIN).contains(time.atZone(BERLIN).toInstant()))
        .isEqualTo(quiet);
  }

  @Test
  void followTheClocksOfSummerAndWinter() {
    QuietHours hours = QuietHours.parse("22:00-07:00").in(BERLIN);

    assertThat(hours.contains(Instant.parse("2026-07-01T05:30:00Z"))).isFalse();
    assertThat(hours.contains(Instant.parse("2026-12-01T05:30:00Z"))).isTrue();
  }

  /** On 29 March 02:00 is 03:00, on 25 October 03:00 is 02:00 again. */
  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2026-03-28T12:00:00Z, 8",
    "22:00-07:00, 2026-06-28T12:00:00Z, 9",
    "22:00-07:00, 2026-10-24T12:00:00Z, 10",
    "02:00-03:00, 2026-03-28T12:00:00Z, 0",
    "02:00-03:00, 2026-10-24T12:00:00Z, 2",
    "Sun, 2026-03-28T12:00:00Z, 23",
    "Sun, 2026-10-24T12:00:00Z, 25",
  })
  void areAsLongAsTheClockOnTheWallSays(String words, Instant from, int hours) {
    QuietHours quiet = QuietHours.parse(words).in(BERLIN);
    int minutes = 0;
    int days = words.equals("Sun") ? 2 : 1;
    for (int minute = 0; minute < days * 24 * 60; minute++) {
      minutes += quiet.contains(from.plus(Duration.ofMinutes(minute))) ? 1 : 0;
    }
    assertThat(minutes).isEqualTo(hours * 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", " None "})
  void noneAreNone(String words) {
    Instant begin = Instant.parse("2026-11-23T00:00:00Z");
    for (int hour = 0; hour < 7 * 24; hour++) {
      assertThat(QuietHours.parse(words).contains(begin.plus(Duration.ofHours(hour)))).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " , ",
        "22:00-07:00,",
        "night",
        "22:00",
        "22:00-22:00",
        "25:00-07:00",
        "22:60-07:00",
        "24:00-07:00",
        "Mo-Fr 22:00-07:00",
        "Mon-Tue-Wed 22:00-07:00",
        "22.00-07.00",
        "22:00-07:00 UTC",
        "22:000-07:00",
        "022:00-07:00",
        "-",
        "1-2-3",
        "Mon Tue",
      })
  void whatIsNoneIsAnsweredByWhatWouldBeRight(String words) {
    assertThatThrownBy(() -> QuietHours.parse(words))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("are no quiet hours; write hours like 22:00-07:00");
  }

  /** Whoever meant the other of the two would be told in the night, or not by day. */
  @Test
  void daysWithoutHoursBeforeOthersWithHoursMayMeanTwoThings() {
    assertThatThrownBy(() -> QuietHours.parse("Sat, Sun 10:00-18:00"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(
            "'Sat, Sun 10:00-18:00' may mean two things; write the hours of each day, as sat"
                + " 10:00-18:00, sun 10:00-18:00, or put whole days last");
  }

  @Test
  void areEqualWhereTheyMeanTheSame() {
    assertThat(QuietHours.parse("22:00-07:00").in(BERLIN))
        .isEqualTo(QuietHours.parse(" 22:00-07:00").in(BERLIN))
        .isNotEqualTo(QuietHours.parse("22:00-07:00"))
        .isNotEqualTo(QuietHours.parse("21:00-07:00").in(BERLIN));
  }
}
