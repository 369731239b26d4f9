package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a time that is around a line says of the time inside of it. */
class LogTimeTest {

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-05-04T09:15:02.500Z | - | nothing inside: the one around | 2026-05-04 09:15:02.5 Z",
        "2026-05-04T09:15:02Z | 2026-05-04T11:15:01.900 | in a zone two hours ahead | 2026-05-04 11:15:01.9 +02:00",
        "2026-05-04T09:15:02Z | 2026-05-04T05:15:02 | four hours behind | 2026-05-04 05:15:02 -04:00",
        "2026-05-04T09:15:02Z | 2026-05-04T14:45:02 | five and a half ahead | 2026-05-04 14:45:02 +05:30",
        "2026-05-04T09:15:02Z | 2026-05-04T15:00:02 | five and three quarters | 2026-05-04 15:00:02 +05:45",
        "2026-05-04T23:15:02Z | 2026-05-05T01:15:02 | on the next day | 2026-05-05 01:15:02 +02:00",
        "2026-01-01T00:15:02Z | 2025-12-31T19:15:02 | in the year before | 2025-12-31 19:15:02 -05:00",
        "2024-02-29T23:15:02Z | 2024-03-01T01:15:02 | over a leap day | 2024-03-01 01:15:02 +02:00",
        "2026-05-04T09:15:02Z | 2026-05-04T09:14:30 | seconds late | 2026-05-04 09:14:30 Z",
        "2026-05-04T09:15:02Z | 2026-05-04T09:07:02 | minutes apart, so of no zone | 2026-05-04 09:07:02",
        "2026-05-04T09:15:02Z | 2026-05-05T09:15:02 | a day apart, so of no zone | 2026-05-05 09:15:02",
        "2026-05-04T11:15:02+02:00 | 2026-05-04T09:15:02 | around in another zone | 2026-05-04 09:15:02 Z",
        "2026-05-04T11:15:02 | 2026-05-04T09:15:02 | around without a zone: its own | 2026-05-04 09:15:02",
        "2026-05-04T09:15:02Z | 2020-01-01T00:00:00+01:00 | inside with a zone: its own | 2020-01-01 00:00:00 +01:00",
        "2026-05-04T09:15:02Z | 11:15:02 | inside without a date: the one around | 2026-05-04 09:15:02 Z",
        "09:15:02 | 2026-05-04T11:15:02 | around without a date: its own | 2026-05-04 11:15:02",
      })
  void completesIt(String around, @Nullable String inside, String why, String expected) {
    LogTime completed = time(around).completing(inside == null ? null : time(inside));

    assertThat(ReadLog.time(completed)).as(why).isEqualTo(expected);
  }

  @Test
  void aDayThatDoesNotExistStaysWhatItIs() {
    LogTime impossible = new LogTime(2026, 2, 30, 9, 15, 2, 0, null);

    LogTime completed = time("2026-05-04T09:15:02Z").completing(impossible);

    assertThat(completed).isEqualTo(impossible);
    assertThat(impossible.completing(null)).isEqualTo(impossible);
  }

  @RepeatedTest(20)
  void anyTimeInAnyZoneOfQuartersIsTheSameInstant() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Instant taken = Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1 << 20));
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(2 * 72 + 1) - 72));
    LocalDateTime logged = LocalDateTime.ofInstant(taken, zone).minusSeconds(random.nextInt(60));

    LogTime completed = LogTime.of(taken).completing(of(logged, null));

    assertThat(ReadLog.time(completed))
        .as("seed %d: %s in %s", seed, taken, zone)
        .isEqualTo(ReadLog.time(of(logged, zone)));
  }

  @ParameterizedTest
  @CsvSource({"00:00:00, 0", "00:00:01, 1", "00:01:00, 60", "12:00:00, 43200", "23:59:59, 86399"})
  void secondsAreCountedFromMidnight(String clock, int seconds) {
    assertThat(time(clock).secondOfDay()).isEqualTo(seconds);
    assertThat(time(clock).isTimeOfDay()).isTrue();
    assertThat(time("2026-05-04T" + clock).secondOfDay()).isEqualTo(seconds);
    assertThat(time("2026-05-04T" + clock).isTimeOfDay()).isFalse();
  }

  private static LogTime time(String text) {
    ParsedEvent event = ReadLog.of((text + " ERROR [main] a.B - x\n").repeat(3)).first();
    return java.util.Objects.requireNonNull(event.time());
  }

  private static LogTime of(LocalDateTime time, @Nullable ZoneOffset zone) {
    return new LogTime(
        time.getYear(),
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano(),
        zone);
  }
}
