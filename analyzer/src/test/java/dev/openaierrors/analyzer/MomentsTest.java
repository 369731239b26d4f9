package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write for a moment, in their zone: {@code -3h}, {@code 10:00}, {@code yesterday}. */
class MomentsTest {

  /** Half past one in the night of 5 May in Berlin, where it is still 4 May in UTC. */
  private static final Instant NOW = Instant.parse("2026-05-04T23:30:00Z");

  private static Instant parse(String zone, String text) {
    return new Times(Clock.fixed(NOW, ZoneId.of("UTC")), ZoneId.of(zone)).parse("--since", text);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, now, 2026-05-04T23:30:00Z",
    "UTC, NOW, 2026-05-04T23:30:00Z",
    "UTC, today, 2026-05-04T00:00:00Z",
    "Europe/Berlin, today, 2026-05-04T22:00:00Z",
    "UTC, Yesterday, 2026-05-03T00:00:00Z",
    "Europe/Berlin, yesterday, 2026-05-03T22:00:00Z",
    "UTC, 10:00, 2026-05-04T10:00:00Z",
    "Europe/Berlin, 10:00, 2026-05-05T08:00:00Z",
    "UTC, 10:00:07, 2026-05-04T10:00:07Z",
    "UTC, 10:00:07.5, 2026-05-04T10:00:07.500Z",
    "UTC, 2026-05-04, 2026-05-04T00:00:00Z",
    "Europe/Berlin, 2026-05-04, 2026-05-03T22:00:00Z",
    "Europe/Berlin, 2026-05-04T10:00, 2026-05-04T08:00:00Z",
    "Europe/Berlin, 2026-05-04 10:00, 2026-05-04T08:00:00Z",
    "Europe/Berlin, 2026-05-04T10:00:00Z, 2026-05-04T10:00:00Z",
    "Europe/Berlin, 2026-05-04T10:00+05:30, 2026-05-04T04:30:00Z",
    "UTC, ' 2026-05-04 ', 2026-05-04T00:00:00Z",
  })
  void aMomentIsReadInTheZoneOfWhoeverAsks(String zone, String text, String moment) {
    assertThat(parse(zone, text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "-0s, PT0S",
    "-90s, PT90S",
    "-5m, PT5M",
    "-5min, PT5M",
    "-3h, PT3H",
    "-3H, PT3H",
    "-2d, PT48H",
    "-1w, PT168H",
    "-0012h, PT12H",
  })
  void aSpanIsCountedBackFromNow(String text, Duration before) {
    assertThat(parse("UTC", text)).isEqualTo(NOW.minus(before));
  }

  /**
   * A day that a zone begins at one o'clock begins there; an hour that is not there is the next.
   */
  @Test
  void aDayWithoutMidnightBeginsWhereItDoes() {
    assertThat(parse("America/Sao_Paulo", "2018-11-04")).isEqualTo("2018-11-04T03:00:00Z");
    assertThat(parse("Europe/Berlin", "2026-03-29T02:30")).isEqualTo("2026-03-29T01:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "-h",
        "-3",
        "-3x",
        "-3hh",
        "-3h30m",
        "--3h",
        "-1.5h",
        "-99999999999999999999h",
        "-9999999999999999d",
        "-9223372036854775807w",
        "3h",
        "tomorrow",
        "1746352800",
        "24:00:01",
        "10",
        "10 o'clock",
        "2026-5-4",
        "04.05.2026",
        "05/04/2026",
        "2026-02-29",
        "2026-05-04T24:01",
        "2026-05-04T10:00:00+99:00",
        "+999999999-12-31T23:59:59-18:00x",
      })
  void whatIsNoMomentIsToldWithTheFormsThatAre(String text) {
    assertThatThrownBy(() -> parse("UTC", text))
        .isInstanceOf(UsageError.class)
        .hasMessage("--since: '" + text + "' is no time; write for instance " + Times.FORMS);
  }

  /** Each form that the sentence names can be written so. */
  @Test
  void theFormsThatAreNamedAreRead() {
    for (String form : Times.FORMS.split(", | or ", -1)) {
      assertThat(parse("UTC", form)).as(form).isNotNull();
    }
  }

  @Test
  void aMomentWrittenInFullIsReadBackInAnyZone() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] zones = ZoneId.getAvailableZoneIds().toArray(String[]::new);
    for (int i = 0; i < 300; i++) {
      Instant moment = Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
      ZoneId zone = ZoneId.of(zones[random.nextInt(zones.length)]);
      String offset = moment.atZone(zone).toOffsetDateTime().toString();
      assertThat(parse(zone.getId(), moment.toString())).as("seed %d", seed).isEqualTo(moment);
      assertThat(parse("UTC", offset)).as("seed %d, %s", seed, offset).isEqualTo(moment);
    }
  }
}
