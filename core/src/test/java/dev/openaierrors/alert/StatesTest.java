package dev.openaierrors.alert;

import static dev.openaierrors.alert.AlertState.ESCALATED;
import static dev.openaierrors.alert.AlertState.FIRING;
import static dev.openaierrors.alert.AlertState.FLAPPING;
import static dev.openaierrors.alert.AlertState.ONGOING;
import static dev.openaierrors.alert.AlertState.REMINDER;
import static dev.openaierrors.alert.AlertState.REOPENED;
import static dev.openaierrors.alert.AlertState.RESOLVED;
import static dev.openaierrors.alert.AlertState.STOPPED;
import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.MODEL_NOT_FOUND;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From which state to which, and what is told. */
class StatesTest {

  @Test
  void aFailureThatMeetsNoRuleIsPendingAndNotTold() {
    Times service = new Times().fail(INSUFFICIENT_QUOTA);

    assertThat(service.told()).isEmpty();
    assertThat(service.engine.isOpen()).isFalse();
  }

  @Test
  void aPendingIncidentIsForgottenAfterItsMemory() {
    Times service = new Times().fail(INSUFFICIENT_QUOTA).pass("24h").pass("1m");

    assertThat(service.engine.nextDeadline()).isNull();
    assertThat(service.fail(INSUFFICIENT_QUOTA).told()).isEmpty();
  }

  @Test
  void anIncidentFiresOnceItsRuleIsMet() {
    Times service = new Times().fail(INSUFFICIENT_QUOTA, 5, "1m");

    assertThat(service.told()).containsExactly("firing quota");
  }

  @Test
  void remindersComeWithGrowingGapsAsLongAsItFails() {
    Times service = new Times().fail(INVALID_API_KEY, 24 * 60, "1m");

    assertThat(service.alerts).extracting(Alert::state).startsWith(FIRING, REMINDER, REMINDER);
    assertThat(service.alerts)
        .extracting(alert -> Duration.between(Times.START, alert.times().at()).toHours())
        .containsExactly(0L, 1L, 3L, 7L, 15L);
    assertThat(service.alerts)
        .extracting(alert -> alert.progress().reminders())
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void noReminderComesWhereNothingIsNew() {
    Times service =
        Times.only("credentials", rule -> rule.withQuiet(Duration.ofHours(3)))
            .fail(INVALID_API_KEY)
            .pass("2h");

    assertThat(service.states()).containsExactly(FIRING);
    assertThat(service.fail(INVALID_API_KEY).states())
        .as("it was due when the next failure came")
        .containsExactly(REMINDER);
  }

  @Test
  void aReminderWaitsForTheNextFailureOfAnIncidentThatFellSilent() {
    Times service = new Times().fail(INVALID_API_KEY).pass("25m").fail(INVALID_API_KEY);

    assertThat(service.pass("40m").states()).containsExactly(FIRING);
    assertThat(service.fail(INVALID_API_KEY).states()).containsExactly(REMINDER);
  }

  @Test
  void aRisingSeverityIsToldOnce() {
    Times service = new Times().fail(SERVER_ERROR, 12, "10s");
    assertThat(service.told()).containsExactly("firing outage");

    service.fail(new Times.Draft(SERVER_ERROR).model("o3").build());
    assertThat(service.last().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(service.fail(SERVER_ERROR, 10, "10s").told()).containsExactly("escalated outage");
  }

  @Test
  void itIsResolvedOnceNoFailureCameForTheQuietPeriod() {
    Times service = new Times().fail(INVALID_API_KEY, 10, "1s").pass("29m");
    assertThat(service.states()).containsExactly(FIRING);

    service.pass("2m");
    Alert resolved = service.last();
    assertThat(resolved.state()).isEqualTo(RESOLVED);
    assertThat(resolved.progress().resolution()).isEqualTo(Alert.Resolution.QUIET);
    assertThat(resolved.times().at()).isEqualTo(Times.START.plus(Duration.ofSeconds(9 + 30 * 60)));
    assertThat(resolved.text().summary())
        .contains("No failures logged for 30 min", "an idle service looks the same");
  }

  @Test
  void theQuietPeriodAdaptsToTheGapsBetweenFailures() {
    Times service = new Times().fail(INVALID_API_KEY);
    assertThat(quiet(service)).as("no gap is known").isEqualTo(Duration.ofHours(3));

    service.fail(INVALID_API_KEY, 4, "1s").pass("4h").fail(INVALID_API_KEY, 5, "1s");
    assertThat(quiet(service))
        .as("three times the longest gap, which matters less with each failure")
        .isBetween(Duration.ofHours(10), Duration.ofHours(12));

    service.fail(INVALID_API_KEY, 500, "1s");
    assertThat(quiet(service))
        .as("gaps of long ago matter less and less")
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theQuietPeriodIsTenTimesTheMeanGap() {
    Times service = new Times().fail(INVALID_API_KEY, 20, "10m");

    assertThat(quiet(service)).isEqualTo(Duration.ofMinutes(100));
  }

  private static Duration quiet(Times service) {
    Instant until = service.engine.open(service.now()).get(0).times().quietUntil();
    return Duration.between(service.now(), Objects.requireNonNull(until));
  }

  @Test
  void twoSuccessesAMinuteApartResolveIt() {
    Times service = new Times().fail(INVALID_API_KEY);
    service.pass("3m").succeed().pass("59s").succeed();
    assertThat(service.states()).containsExactly(FIRING);

    service.pass("1s").succeed();
    assertThat(service.last().state()).isEqualTo(RESOLVED);
    assertThat(service.last().progress().resolution()).isEqualTo(Alert.Resolution.SUCCESS);
    assertThat(service.last().text().summary()).startsWith("Calls succeed again.");
  }

  @Test
  void itIsHeldForTwoMinutesEvenIfCallsSucceed() {
    Times service = new Times().fail(INVALID_API_KEY);
    service.pass("1s").succeed().pass("61s").succeed();
    assertThat(service.states()).containsExactly(FIRING);

    service.pass("1m");
    assertThat(service.first(alert -> alert.state() == RESOLVED).times().at())
        .isEqualTo(Times.START.plus(Duration.ofMinutes(2)));
  }

  @Test
  void aFailureBetweenTakesTheSuccessBack() {
    Times service = new Times().fail(INVALID_API_KEY);
    service.pass("3m").succeed().pass("1m").fail(INVALID_API_KEY).succeed().pass("30s").succeed();

    assertThat(service.states()).containsExactly(FIRING);
  }

  @Test
  void successDoesNotResolveAnAskToSlowDown() {
    Times service = new Times().fail(SLOW_DOWN).pass("3m").succeed().pass("2m").succeed();
    assertThat(service.states()).containsExactly(FIRING);

    assertThat(service.pass("3h").states()).containsExactly(RESOLVED);
  }

  @Test
  void aFailureSoonAfterReopensItUnderTheSameId() {
    Times service = new Times().fail(INVALID_API_KEY).pass("181m");
    service.pass("355m").fail(INVALID_API_KEY);

    assertThat(service.alerts).extracting(Alert::id).containsOnly(service.last().id());
    assertThat(service.last().counts().failures()).isEqualTo(2);
    assertThat(service.last().times().startsAt()).isEqualTo(Times.START);
    assertThat(service.states()).containsExactly(FIRING, RESOLVED, REOPENED);
  }

  @Test
  void aFailureLongAfterIsAnotherIncident() {
    Times service = new Times().fail(INVALID_API_KEY).pass("181m");
    service.pass("6h").fail(INVALID_API_KEY);

    List<String> ids = service.alerts.stream().map(Alert::id).toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)).isLessThan(ids.get(2));
    assertThat(service.states()).containsExactly(FIRING, RESOLVED, FIRING);
  }

  private static OpenAiError dailyLimit() {
    return new Times.Draft(RATE_LIMIT_EXCEEDED).limit("rpd").build();
  }

  @Test
  void theThirdFiringWithinADayIsToldAsFlapping() {
    Times service = Times.only("rate-limit-daily", rule -> rule);
    for (int i = 0; i < 3; i++) {
      service.fail(dailyLimit(), 20, "1s").pass("3h");
    }

    assertThat(service.alerts.get(4).progress().flapping()).isTrue();
    assertThat(service.states())
        .as("and it stays open for half a day then")
        .containsExactly(FIRING, RESOLVED, FIRING, RESOLVED, FLAPPING);
    assertThat(service.pass("8h").states()).isEmpty();
    assertThat(service.pass("1h").states()).containsExactly(RESOLVED);
    assertThat(service.fail(dailyLimit(), 20, "1s").states()).as("once").containsExactly(REOPENED);
  }

  @Test
  void whatIsOnlyForInformationIsFlappingTheSecondTimeAndOpenForADay() {
    Times service = Times.only("rate-limit-burst", rule -> rule);
    for (int i = 0; i < 5; i++) {
      service.fail(RATE_LIMIT_EXCEEDED, 20, "1s").pass("3h");
    }

    assertThat(service.states()).containsExactly(FIRING, RESOLVED, FLAPPING);
    assertThat(service.pass("20h").states()).isEmpty();
    assertThat(service.pass("1h").states()).containsExactly(RESOLVED);
  }

  @Test
  void flappingEndsAfterThreeDaysWithoutASilence() {
    Times service = Times.only("rate-limit-daily", rule -> rule);
    for (int i = 0; i < 3; i++) {
      service.fail(dailyLimit(), 20, "1s").pass("3h");
    }
    service.fail(dailyLimit(), 160, "30m").states();

    assertThat(service.engine.open(service.now()).get(0).progress().flapping()).isFalse();
    assertThat(service.pass("6h").states()).containsExactly(RESOLVED);
  }

  @Test
  void whatComesAndGoesWhileItIsKeptOpenGoesOnFlapping() {
    Times service = Times.only("rate-limit-daily", rule -> rule);
    for (int i = 0; i < 3; i++) {
      service.fail(dailyLimit(), 20, "1s").pass("3h");
    }
    service.states();
    for (int i = 0; i < 12; i++) {
      service.fail(dailyLimit(), 120, "1s").pass("9h");
    }

    assertThat(service.states()).isEmpty();
    assertThat(service.engine.open(service.now()).get(0).progress().flapping()).isTrue();
  }

  @Test
  void whatRecursEachDayIsOneIncident() {
    Times nightly = new Times();
    for (int night = 0; night < 7; night++) {
      nightly.fail(MODEL_NOT_FOUND, 12, "20s").pass("24h");
    }

    assertThat(nightly.states().stream().filter(it -> it == RESOLVED || it == REOPENED))
        .as("once it is known to recur it is no news, and no success, each day")
        .hasSizeLessThanOrEqualTo(2);
    assertThat(nightly.pass("13h").states()).containsExactly(RESOLVED);
  }

  @Test
  void nothingIsResolvedWhenTheServiceStops() {
    Times service = new Times().fail(INVALID_API_KEY);

    List<Alert> last = service.engine.stopped(service.now());
    assertThat(last).extracting(Alert::state).containsExactly(STOPPED);
    assertThat(last.get(0).text().summary()).startsWith("The service stops while this is open");
  }

  @Test
  void openIncidentsCanBeAskedForAtAnyTime() {
    Times service = new Times().fail(INVALID_API_KEY).pass("5m").fail(INVALID_API_KEY);

    Alert open = service.engine.open(service.now()).get(0);
    assertThat(open.state()).isEqualTo(ONGOING);
    assertThat(open.counts().failures()).isEqualTo(2);
    assertThat(open.id()).isEqualTo(service.last().id());
  }

  @Test
  void whatEndsAnAlertIsAsSevereAsTheAlertWas() {
    Times service = new Times().fail(INVALID_API_KEY);
    for (String key : List.of("aaaa", "bbbb", "cccc", "dddd")) {
      service.fail(new Times.Draft(INVALID_API_KEY).key(key).build());
    }
    assertThat(service.engine.open(service.now()).get(0).severity()).isEqualTo(Severity.WARNING);

    assertThat(service.pass("4h").last().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void anEscalationIsNoReminder() {
    Times service = new Times().fail(SERVER_ERROR, 12, "10s");
    service.fail(SERVER_ERROR, 100, "10s");

    assertThat(service.states()).containsExactly(FIRING, ESCALATED);
  }
}
