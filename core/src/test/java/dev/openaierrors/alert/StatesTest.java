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
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    Times service = new Times().fail(INVALID_API_KEY).pass("29m");
    assertThat(service.states()).containsExactly(FIRING);

    service.pass("2m");
    Alert resolved = service.last();
    assertThat(resolved.state()).isEqualTo(RESOLVED);
    assertThat(resolved.progress().resolution()).isEqualTo(Alert.Resolution.QUIET);
    assertThat(resolved.times().at()).isEqualTo(Times.START.plus(Duration.ofMinutes(30)));
    assertThat(resolved.text().summary())
        .contains("No failures logged for 30 min", "an idle service looks the same");
  }

  @Test
  void theQuietPeriodAdaptsToTheGapsBetweenFailures() {
    Times service = new Times().fail(INVALID_API_KEY).pass("20m").fail(INVALID_API_KEY);

    Instant quietUntil = service.engine.open(service.now()).get(0).times().quietUntil();
    assertThat(quietUntil).isEqualTo(service.now().plus(Duration.ofMinutes(60)));

    service.fail(INVALID_API_KEY, 100, "1s");
    assertThat(service.engine.open(service.now()).get(0).times().quietUntil())
        .as("gaps of long ago matter less and less")
        .isEqualTo(service.now().plus(Duration.ofMinutes(30)));
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

    assertThat(service.pass("10m").states()).containsExactly(RESOLVED);
  }

  @Test
  void aFailureSoonAfterReopensItUnderTheSameId() {
    Times service = new Times().fail(INVALID_API_KEY).pass("31m");
    service.pass("55m").fail(INVALID_API_KEY);

    assertThat(service.alerts).extracting(Alert::id).containsOnly(service.last().id());
    assertThat(service.last().counts().failures()).isEqualTo(2);
    assertThat(service.last().times().startsAt()).isEqualTo(Times.START);
    assertThat(service.states()).containsExactly(FIRING, RESOLVED, REOPENED);
  }

  @Test
  void aFailureLongAfterIsAnotherIncident() {
    Times service = new Times().fail(INVALID_API_KEY).pass("31m");
    service.pass("60m").fail(INVALID_API_KEY);

    List<String> ids = service.alerts.stream().map(Alert::id).toList();
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)).isLessThan(ids.get(2));
    assertThat(service.states()).containsExactly(FIRING, RESOLVED, FIRING);
  }

  @Test
  void theThirdFiringWithinSixHoursIsToldAsFlapping() {
    Times service = Times.only("slow-down", rule -> rule);
    for (int i = 0; i < 3; i++) {
      service.fail(SLOW_DOWN).pass("16m").pass("14m");
    }

    assertThat(service.alerts.get(4).progress().flapping()).isTrue();
    assertThat(service.states())
        .as("and quiet is four times as long then")
        .containsExactly(FIRING, RESOLVED, REOPENED, RESOLVED, FLAPPING);
    assertThat(service.pass("29m").states()).isEmpty();
    assertThat(service.pass("2m").states()).containsExactly(RESOLVED);
    assertThat(service.fail(SLOW_DOWN).states()).as("once").containsExactly(REOPENED);
  }

  @Test
  void flappingEndsAfterSixHoursWithoutChange() {
    Times service =
        Times.only("slow-down", rule -> rule.withQuiet(Duration.ofHours(1)).withReminder(null));
    service.fail(SLOW_DOWN).pass("70m").fail(SLOW_DOWN).pass("70m").fail(SLOW_DOWN);
    for (int hour = 0; hour < 7; hour++) {
      service.pass("1h").fail(SLOW_DOWN);
    }
    service.states();

    assertThat(service.engine.open(service.now()).get(0).progress().flapping()).isFalse();
    assertThat(service.pass("61m").states()).containsExactly(RESOLVED);
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
    Times service = new Times();
    for (String key : List.of("aaaa", "bbbb", "cccc", "dddd")) {
      service.fail(new Times.Draft(INVALID_API_KEY).key(key).build());
    }
    assertThat(service.engine.open(service.now()).get(0).severity()).isEqualTo(Severity.WARNING);

    assertThat(service.pass("31m").last().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void anEscalationIsNoReminder() {
    Times service = new Times().fail(SERVER_ERROR, 12, "10s");
    service.fail(SERVER_ERROR, 20, "1m");

    assertThat(service.states()).containsExactly(FIRING, ESCALATED);
  }
}
