package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An incident in words, in every state. */
class IncidentTextTest {

  private static final long START = Times.START.toEpochMilli();
  private static final long MINUTE = 60_000;

  private long count = 12;
  private long repeats;
  private long dropped;
  private long last = START + 6 * MINUTE;
  private ErrorKind kind = ErrorKind.SERVER_ERROR;
  private @Nullable Severity severity = Severity.CRITICAL;
  private Map<String, Long> inhibited = Map.of();
  private ZoneId zone = ZoneOffset.UTC;

  @SuppressWarnings("NullAway") // The class file does not say that a record's part may be null.
  private IncidentState incident() {
    return new IncidentState(
        "outage",
        Provider.OPENAI,
        "",
        IncidentState.Phase.FIRING,
        severity,
        IncidentState.Told.NOTHING,
        IncidentState.Changes.NONE,
        IncidentState.Reminders.NONE,
        IncidentState.Flapping.NONE,
        new IncidentState.Stats(
            START,
            last,
            count,
            repeats,
            dropped,
            4,
            0,
            0,
            0,
            0,
            Map.of(kind, count),
            Map.of(),
            List.of(),
            List.of(),
            null),
        List.of(),
        inhibited);
  }

  private String summary(AlertState state) {
    return IncidentText.summary(incident(), null, state, last, null, zone);
  }

  private String end(Alert.Resolution resolution, long at) {
    return IncidentText.summary(incident(), null, AlertState.RESOLVED, at, resolution, zone);
  }

  @ParameterizedTest
  @CsvSource({
    "FIRING, ''",
    "REMINDER, ''",
    "ONGOING, ''",
    "ESCALATED, 'Now critical: '",
    "REOPENED, 'It came back: '",
    "FLAPPING, 'Flapping; notifications are reduced: '",
    "STOPPED, 'The service stops while this is open: '",
  })
  void saysFirstWhatIsNew(AlertState state, String opening) {
    assertThat(summary(state)).isEqualTo(opening + "12 failures since 09:00:00 UTC (6 min), 2/min");
  }

  @Test
  void whatGotWorseWithoutAnybodyKnowingHowBadIsWorse() {
    severity = null;
    assertThat(summary(AlertState.ESCALATED)).startsWith("Now worse: 12 failures");
  }

  @Test
  void oneFailureHasNoSpeed() {
    count = 1;
    last = START;
    assertThat(summary(AlertState.FIRING)).isEqualTo("1 failure at 09:00:00 UTC");
  }

  @Test
  void whatARetryDoesNotCureIsRefused() {
    kind = ErrorKind.INVALID_API_KEY;
    assertThat(summary(AlertState.FIRING)).startsWith("12 refusals since");
    count = 1;
    assertThat(summary(AlertState.FIRING)).startsWith("1 refusal at");
  }

  @Test
  void countsWhatIsNoFailureOfItsOwnBehindTheOthers() {
    repeats = 24;
    dropped = 7;
    inhibited = Map.of("rate-limit-burst", 3L);

    assertThat(summary(AlertState.FIRING))
        .endsWith(
            ", 2/min; logged 36 times; also 3 of rate-limit-burst; 7 more not inspected (rate too"
                + " high)");
  }

  @Test
  void saysWhichPartOfTheCallsFailsWhereThatIsKnown() {
    assertThat(
            IncidentText.summary(
                incident(), new Share(12, 40), AlertState.FIRING, last, null, zone))
        .endsWith(", 2/min; 12 of 40 calls, 30 %");
  }

  @Test
  void ofAnEndSaysWhyItIsOne() {
    String from = "12 failures from 09:00:00 UTC to 09:06:00 UTC (6 min), at most 4 in a minute";
    long at = last + 30 * MINUTE;

    assertThat(end(Alert.Resolution.SUCCESS, at)).isEqualTo("Calls succeed again. " + from + ".");
    assertThat(end(Alert.Resolution.REMOVED, at))
        .isEqualTo("Its rule is no longer configured. " + from + ".");
    assertThat(end(Alert.Resolution.QUIET, at))
        .isEqualTo(
            "No failures logged for 30 min; "
                + from
                + ". Logs do not record successes, so an idle service looks the same.");
  }

  @ParameterizedTest
  @EnumSource
  void everyEndCountsWhatIsNoFailureOfItsOwn(Alert.Resolution resolution) {
    repeats = 1;
    assertThat(end(resolution, last)).contains("in a minute; logged 13 times.");
  }

  @Test
  void timesOfAnotherDayHaveTheirDate() {
    last = START + 48 * 60 * MINUTE;
    assertThat(summary(AlertState.REMINDER))
        .isEqualTo("12 failures since 2026-11-23 09:00 UTC (2 d), 1 in 4.4 h");
  }

  @Test
  void timesAreThoseOfTheZone() {
    zone = ZoneId.of("America/New_York");
    assertThat(summary(AlertState.FIRING)).contains(" since 04:00:00 UTC-05:00 (6 min)");
  }
}
