package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as people read them. */
class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "UTC, 09:12:07 UTC",
    "Z, 09:12:07 UTC",
    "Europe/London, 09:12:07 UTC",
    "Europe/Berlin, 10:12:07 UTC+01:00",
    "Asia/Kolkata, 14:42:07 UTC+05:30",
    "+05:30, 14:42:07 UTC+05:30",
    "America/St_Johns, 05:42:07 UTC-03:30",
    "America/New_York, 04:12:07 UTC-05:00",
    "+01:02:03, 10:14:10 UTC+01:02:03",
  })
  void sayHowFarTheirZoneIsFromUtc(String zone, String shown) {
    Instant time = Instant.parse("2026-11-23T09:12:07.114Z");

    assertThat(Moment.near(time, time, ZoneId.of(zone))).isEqualTo(shown);
  }

  @Test
  void areDifferentInTheHourThatComesTwice() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant summer = Instant.parse("2026-10-25T00:30:00Z");
    Instant winter = Instant.parse("2026-10-25T01:30:00Z");

    assertThat(Moment.near(winter, summer, berlin)).isEqualTo("02:30:00 UTC+02:00");
    assertThat(Moment.near(winter, winter, berlin)).isEqualTo("02:30:00 UTC+01:00");
  }

  @Test
  void haveADateWhereTheTimeOfDayCouldBeAnotherDays() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant now = Instant.parse("2026-11-23T23:30:00Z");

    assertThat(Moment.minute(now, now.minusSeconds(86_399), berlin))
        .isEqualTo("2026-11-23 00:30 UTC+01:00");
    assertThat(Moment.minute(now, now.minusSeconds(5 * 3_600), berlin))
        .as("last night")
        .isEqualTo("2026-11-23 19:30 UTC+01:00");
    assertThat(Moment.minute(now, now.plusSeconds(86_400), berlin))
        .isEqualTo("2026-11-25 00:30 UTC+01:00");
    assertThat(Moment.near(now, now.minusSeconds(86_400), berlin))
        .isEqualTo("2026-11-23 00:30 UTC+01:00");
  }
}
