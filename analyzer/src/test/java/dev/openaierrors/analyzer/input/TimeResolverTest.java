package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.formats.LogTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which point in time is meant by what a line has of it. */
class TimeResolverTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aTimeThatLacksNothingIsTakenAsItIs() {
    TimeResolver times = resolver("2026-05-04T12:00:00Z", null);
    LogTime time = new LogTime(2026, 5, 4, 10, 3, 21, 500_000_000, ZoneOffset.ofHours(-3));

    assertThat(times.resolve(time, 0)).isEqualTo("2026-05-04T13:03:21.500Z");
    assertThat(times.zoneAssumed()).isFalse();
  }

  @Test
  void withoutAZoneItIsInTheUsers() {
    TimeResolver times = resolver("2026-05-04T12:00:00Z", null);

    assertThat(times.resolve(at(2026, 5, 4, 10), 0)).isEqualTo("2026-05-04T08:00:00Z");
    assertThat(times.zoneAssumed()).isTrue();
  }

  @Test
  void noTimeIsNone() {
    assertThat(resolver("2026-05-04T12:00:00Z", null).resolve(null, 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // A file's clock may be up to a day behind.
    "2026-05-04T12:00:00Z, 5, 5, 2026",
    "2026-05-04T12:00:00Z, 5, 6, 2025",
    "2026-01-01T00:30:00Z, 12, 31, 2025",
    "2026-05-04T12:00:00Z, 2, 29, 2024",
    // 2100 is no leap year.
    "2103-03-01T00:00:00Z, 2, 29, 2096",
  })
  void aYearThatIsMissingIsTheNewestThatIsPossible(String written, int month, int day, int year) {
    Instant resolved = resolver(written, null).resolve(at(0, month, day, 12), 0);

    assertThat(Objects.requireNonNull(resolved).atZone(BERLIN).getYear()).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({"2, 30", "4, 31", "13, 1", "6, 0"})
  void aDayThatDoesNotExistIsNone(int month, int day) {
    TimeResolver times = resolver("2026-05-04T12:00:00Z", null);

    assertThat(times.resolve(at(0, month, day, 12), 0)).isNull();
    assertThat(times.resolve(at(2026, month, day, 12), 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1969, 12, 31", "9999, 12, 31"})
  void whatNobodyCanHaveLoggedIsNone(int year, int month, int day) {
    assertThat(resolver("2026-05-04T12:00:00Z", null).resolve(at(year, month, day, 12), 0))
        .isNull();
  }

  @Test
  void aTimeOfDayIsCountedBackFromTheLastWriteByMidnights() {
    // 23:00, 01:00 and 02:00: one midnight, and written at 02:10 of the zone.
    DayCount days = new DayCount();
    days.see(23 * 3600);
    days.see(3600);
    days.see(2 * 3600);
    TimeResolver times = resolver("2026-05-04T00:10:00Z", days);

    assertThat(times.resolve(at(0, 0, 0, 23), 0)).isEqualTo("2026-05-03T21:00:00Z");
    assertThat(times.resolve(at(0, 0, 0, 1), 1)).isEqualTo("2026-05-03T23:00:00Z");
  }

  @Test
  void aLastTimeOfDayAfterTheLastWriteWasTheDayBefore() {
    DayCount days = new DayCount();
    days.see(23 * 3600);
    TimeResolver times = resolver("2026-05-04T00:10:00Z", days);

    assertThat(times.resolve(at(0, 0, 0, 23), 0)).isEqualTo("2026-05-03T21:00:00Z");
  }

  @Test
  void withoutACountATimeOfDayIsOfTheDayOfTheLastWriteAndThoseBehindIt() {
    TimeResolver times = resolver("2026-05-04T08:00:00Z", null);

    assertThat(times.resolve(at(0, 0, 0, 9), 0)).isEqualTo("2026-05-04T07:00:00Z");
    assertThat(times.resolve(at(0, 0, 0, 9), 2)).isEqualTo("2026-05-06T07:00:00Z");
  }

  @Test
  void anHourThatIsThereTwiceIsTheSecondOneWhereTheLogHasSteppedBack() {
    TimeResolver times = resolver("2026-10-26T00:00:00Z", null);

    assertThat(times.resolve(at(2026, 10, 25, 2), 0)).isEqualTo("2026-10-25T00:00:00Z");
    // A little out of order is no step.
    assertThat(times.resolve(minutes(55), 0)).isEqualTo("2026-10-25T00:55:00Z");
    assertThat(times.resolve(minutes(50), 0)).isEqualTo("2026-10-25T00:50:00Z");
    assertThat(times.resolve(minutes(10), 0)).isEqualTo("2026-10-25T01:10:00Z");
  }

  private static LogTime minutes(int minute) {
    return new LogTime(2026, 10, 25, 2, minute, 0, 0, null);
  }

  private static LogTime at(int year, int month, int day, int hour) {
    return new LogTime(year, month, day, hour, 0, 0, 0, null);
  }

  private static TimeResolver resolver(String written, @Nullable DayCount days) {
    return new TimeResolver(BERLIN, Instant.parse(written), days);
  }
}
