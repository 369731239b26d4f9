package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.MODEL_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine knows survives a restart. */
class EngineSnapshotTest {

  @Test
  void aFiringIncidentGoesOnUnderItsIdWithoutASecondFiring() {
    Times before =
        new Times()
            .fail(INVALID_API_KEY)
            .pass("20m")
            .fail(INVALID_API_KEY)
            .pass("20m")
            .fail(INVALID_API_KEY)
            .pass("25m")
            .fail(INVALID_API_KEY)
            .pass("26m")
            .fail(INVALID_API_KEY);
    assertThat(before.last().state()).isEqualTo(AlertState.REMINDER);
    AlertEngine after = restart(before.engine, before.now().plusSeconds(60));

    Instant now = before.now().plusSeconds(120);
    assertThat(after.onFailure(failure(now, INVALID_API_KEY))).isEmpty();
    Alert open = after.open(now).get(0);
    assertThat(open.id()).isEqualTo(before.last().id());
    assertThat(open.counts().failures()).isEqualTo(6);
    assertThat(open.times().startsAt()).isEqualTo(Times.START);
    assertThat(open.progress().reminders()).isEqualTo(1);
    assertThat(open.times().nextNotice()).isEqualTo(before.last().times().nextNotice());
    assertThat(open.dimensions().get("model")).containsEntry("gpt-4o", 6L);
  }

  @Test
  void timeInWhichNobodyLookedIsNoQuiet() {
    Times before = new Times().fail(INVALID_API_KEY);
    Instant restart = before.now().plus(Duration.ofHours(5));
    AlertEngine after = restart(before.engine, restart);

    assertThat(after.onTime(restart.plus(Duration.ofMinutes(179)))).isEmpty();
    assertThat(after.onTime(restart.plus(Duration.ofMinutes(181))))
        .extracting(Alert::state)
        .containsExactly(AlertState.RESOLVED);
  }

  @Test
  void aPendingIncidentIsRemembered() {
    Times before = new Times().fail(INSUFFICIENT_QUOTA);
    AlertEngine after = restart(before.engine, before.now().plusSeconds(60));

    Alert alert =
        after.onFailure(failure(before.now().plus(Duration.ofHours(2)), INSUFFICIENT_QUOTA)).get(0);
    assertThat(alert.state()).isEqualTo(AlertState.FIRING);
    assertThat(alert.counts().failures()).isEqualTo(2);
    assertThat(alert.times().startsAt()).isEqualTo(Times.START);
  }

  @Test
  void aResolvedIncidentIsReopened() {
    Times before = new Times().fail(INVALID_API_KEY).pass("181m");
    AlertEngine after = restart(before.engine, before.now());

    Alert alert = after.onFailure(failure(before.now().plusSeconds(60), INVALID_API_KEY)).get(0);
    assertThat(alert.state()).isEqualTo(AlertState.REOPENED);
    assertThat(alert.id()).isEqualTo(before.last().id());
  }

  @Test
  void whatWasTakenFromTheSameStateIsTheSame() {
    Times before = new Times().fail(INVALID_API_KEY, 5, "1m").fail(MODEL_NOT_FOUND);
    EngineSnapshot first = before.engine.snapshot(before.now());
    AlertEngine after = new AlertEngine(AlertRules.defaults(), Origin.NONE);
    after.restore(first, before.now());

    assertThat(after.snapshot(before.now())).isEqualTo(first);
  }

  @Test
  void theMostImportantComesFirst() {
    Times service = new Times().fail(INSUFFICIENT_QUOTA).fail(INVALID_API_KEY);

    EngineSnapshot snapshot = service.engine.snapshot(service.now());
    assertThat(snapshot.incidents())
        .extracting(IncidentState::phase)
        .containsExactly(IncidentState.Phase.FIRING, IncidentState.Phase.PENDING);
    assertThat(snapshot.cutTo(1).incidents()).hasSize(1);
  }

  @Test
  void rulesThatAreGoneAreLeftOut() {
    Times service = new Times().fail(INVALID_API_KEY);
    EngineSnapshot snapshot = service.engine.snapshot(service.now());

    AlertEngine none = new AlertEngine(AlertRules.of(List.of()), Origin.NONE);
    none.restore(snapshot, service.now());
    assertThat(none.open(service.now())).isEmpty();
  }

  /** Another process, which remembers what this one knew. */
  private static AlertEngine restart(AlertEngine before, Instant now) {
    AlertEngine after = new AlertEngine(AlertRules.defaults(), Origin.NONE);
    after.restore(before.snapshot(now), now);
    return after;
  }

  private static Failure failure(Instant at, ErrorKind kind) {
    return new Failure(
        at, Times.error(kind), new Failure.Source("com.acme.Chat", null, "t9"), null, 99);
  }
}
