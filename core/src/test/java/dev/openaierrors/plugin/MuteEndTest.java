package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.InvalidValueException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a rule is mute. */
class MuteEndTest {

  private static final Instant NOW = Instant.parse("2026-10-24T20:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Instant end(String words) {
    return MuteEnd.read(words, NOW, NOW, BERLIN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T08:00Z, 2026-12-01T08:00:00Z",
    "2026-12-01T08:00:30Z, 2026-12-01T08:00:30Z",
    "2026-12-01T08:00+05:30, 2026-12-01T02:30:00Z",
    "2026-12-01T08:00-03:00, 2026-12-01T11:00:00Z",
    "2026-12-01T08:00, 2026-12-01T07:00:00Z",
    "' 2026-12-01T08:00 ', 2026-12-01T07:00:00Z",
    "2h, 2026-10-24T22:00:00Z",
    "1h 30m, 2026-10-24T21:30:00Z",
    "PT10M, 2026-10-24T20:10:00Z",
    "366d, 2027-10-25T20:00:00Z",
  })
  void isATimeOrADuration(String words, Instant end) {
    assertThat(end(words)).isEqualTo(end);
  }

  /** On 25 October 03:00 is 02:00 again; on 28 March 02:00 is 03:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-25T02:30, 2026-10-25T00:30:00Z",
    "2026-10-25T03:30, 2026-10-25T02:30:00Z",
    "2027-03-28T02:30, 2027-03-28T01:30:00Z",
  })
  void isReadOffTheClockOnTheWall(String words, Instant end) {
    assertThat(end(words)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-12-01",
        "2026-13-01T08:00Z",
        "2026-12-01T25:00",
        "2026-02-30T08:00",
        "2026-12-01 08:00",
        "0s",
        "-2h",
        "2026-",
        "2026-12-01T08:00+99:00",
      })
  void whatIsNoneIsAnsweredByWhatWouldBe(String words) {
    assertThatThrownBy(() -> end(words))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("is no end of a mute; write a time as 2026-12-01T08:00Z or");
  }

  @ParameterizedTest
  @ValueSource(strings = {"367d", "999999999d", "2027-10-26T00:00Z", "9999-12-31T23:59Z"})
  void isNoMoreThanAYearAhead(String words) {
    assertThatThrownBy(() -> end(words))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("is more than a year ahead");
  }

  @Test
  void aDurationCountsFromTheFileAndATimeFromNow() {
    Instant old = NOW.minusSeconds(3 * 366 * 86_400L);

    assertThat(MuteEnd.read("2h", old, NOW, BERLIN)).isEqualTo(old.plusSeconds(7_200));
    assertThat(MuteEnd.read("2026-12-01T08:00Z", old, NOW, BERLIN)).isAfter(NOW);
  }

  @Test
  void isThatOfARuleOrOfAll() {
    assertThatCode(() -> MuteEnd.checkRule("quota", List.of("quota", "outage")))
        .doesNotThrowAnyException();
    assertThatCode(() -> MuteEnd.checkRule("*", List.of("quota"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> MuteEnd.checkRule("quotas", List.of("quota", "outage")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("'quotas' is no rule; did you mean 'quota'? Known: *, outage, quota");
  }
}
