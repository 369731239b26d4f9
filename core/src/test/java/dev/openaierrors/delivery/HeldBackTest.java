package dev.openaierrors.delivery;

import static dev.openaierrors.alert.AlertState.DIGEST;
import static dev.openaierrors.alert.AlertState.ESCALATED;
import static dev.openaierrors.alert.AlertState.FIRING;
import static dev.openaierrors.alert.AlertState.ONGOING;
import static dev.openaierrors.alert.AlertState.REMINDER;
import static dev.openaierrors.alert.AlertState.RESOLVED;
import static dev.openaierrors.alert.AlertState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What destinations get in quiet hours, from 22:00 to 07:00 UTC, and when they end. */
class HeldBackTest {

  private static final Instant EVENING = Instant.parse("2026-11-23T21:59:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-23T23:00:00Z");
  private static final Instant BEFORE_THE_END = Instant.parse("2026-11-24T06:59:50Z");

  private final RecordingSink people = RecordingSink.forPeople();
  private final RecordingSink states = RecordingSink.thatKeepsState();
  private DeliveryBench bench = at(people, NIGHT);

  private static DeliveryBench at(RecordingSink sink, Instant now) {
    QuietHours hours = QuietHours.parse("22:00-07:00");
    DeliveryBench bench =
        DeliveryBench.of(new Destination(sink, Severity.INFO, true).quietDuring(hours));
    bench.now = now;
    return bench;
  }

  private static Alert warning(String id, AlertState state) {
    return alert(id, state, Severity.WARNING);
  }

  private static Alert alert(String id, AlertState state, Severity severity) {
    return TestAlert.of(state).id(id).severity(severity).title("Trouble " + id).make();
  }

  private void endTheNight() {
    bench.now = BEFORE_THE_END;
    bench.pass(9);
    assertThat(people.received).isEmpty();
    bench.pass(3);
  }

  @Test
  void oneDigestTellsWhatCouldWait() {
    bench.offer(warning("a", FIRING), alert("b", FIRING, Severity.INFO));
    bench.pass(60);

    endTheNight();
    bench.pass(3_600);

    Alert digest = people.received.get(0);
    assertThat(people.states()).containsExactly(DIGEST);
    assertThat(digest.text().title())
        .isEqualTo("2 OpenAI incidents in quiet hours: chat-api (prod)");
    assertThat(digest.text().summary())
        .isEqualTo(
            "[FIRING] Trouble a (rule quota, 41 failures); [FIRING] Trouble b (rule quota, 41"
                + " failures)");
    assertThat(digest.text().cause()).isEqualTo("Quiet hours held these notices back.");
    assertThat(digest.severity()).isEqualTo(Severity.WARNING);
    assertThat(bench.deliveries.isIdle()).isTrue();
  }

  @Test
  void whatIsOverByThenIsToldAsOverAndOnce() {
    bench.offer(warning("a", FIRING));
    bench.pass(60);
    bench.offer(warning("a", RESOLVED));

    endTheNight();

    assertThat(people.states()).containsExactly(DIGEST);
    assertThat(people.received.get(0).text().summary()).startsWith("[RESOLVED] Trouble a");
  }

  @Test
  void whatIsOverIsNotToldAsOpenWhereNobodyIsToldOfEnds() {
    DeliveryBench noEnds =
        DeliveryBench.of(
            new Destination(people, Severity.INFO, false)
                .quietDuring(QuietHours.parse("22:00-07:00")));
    noEnds.now = NIGHT;
    noEnds.offer(warning("a", FIRING));
    noEnds.pass(60);
    noEnds.offer(warning("a", RESOLVED));
    noEnds.now = BEFORE_THE_END;
    noEnds.pass(12);

    assertThat(people.received.get(0).text().summary()).startsWith("[RESOLVED] Trouble a");
  }

  @Test
  void whatGoesOnIsToldWithTheNumbersThatItHasComeTo() {
    bench.offer(warning("a", FIRING));
    bench.pass(60);
    Alert later = warning("a", ONGOING);
    bench.offer(
        new Alert(
            later.id(),
            later.state(),
            later.rule(),
            later.group(),
            later.severity(),
            later.cause(),
            later.origin(),
            later.times(),
            new Alert.Counts(4_711, 0, 1, 1, null),
            later.progress(),
            later.dimensions(),
            later.sample(),
            later.text()));

    endTheNight();

    assertThat(people.received.get(0).text().summary())
        .isEqualTo("[ONGOING] Trouble a (rule quota, 4711 failures)");
    assertThat(people.received.get(0).counts().failures()).isEqualTo(4_711);
  }

  @Test
  void whatIsCriticalGoesOutAtOnce() {
    bench.offer(
        alert("c", FIRING, Severity.CRITICAL), alert("test", AlertState.TEST, Severity.CRITICAL));
    bench.pass(3);

    assertThat(people.states()).containsExactly(FIRING, AlertState.TEST);
  }

  @Test
  void whatBecomesCriticalGoesOutAtOnceAndIsNotToldAgain() {
    bench.offer(warning("a", FIRING), warning("b", FIRING));
    bench.pass(60);
    bench.offer(alert("a", ESCALATED, Severity.CRITICAL));
    bench.pass(3);
    assertThat(people.states()).containsExactly(ESCALATED);

    bench.now = BEFORE_THE_END;
    bench.pass(12);

    assertThat(people.states()).containsExactly(ESCALATED, DIGEST);
    assertThat(people.received.get(1).text().summary()).doesNotContain("Trouble a");
  }

  @Test
  void whatWaitsForItsDestinationWhenTheyBeginWaitsForTheirEnd() {
    bench = at(people, EVENING);
    people.failTimes(4, new DeliveryException("HTTP 503", true, null));
    bench.offer(warning("a", FIRING));
    bench.pass(45);
    assertThat(people.tried).hasSize(4);

    bench.pass(3_600);
    assertThat(people.tried).hasSize(4);
    endTheNight();

    assertThat(people.states()).containsExactly(DIGEST);
  }

  @Test
  void whatIsBeingTriedAgainWhenTheyBeginWaitsForTheirEnd() {
    bench = at(people, EVENING.plusSeconds(57));
    people.failTimes(2, new DeliveryException("HTTP 503", true, null));
    bench.offer(warning("a", FIRING));
    bench.pass(60);
    assertThat(people.tried).hasSize(2);

    endTheNight();

    assertThat(people.states()).containsExactly(DIGEST);
  }

  @Test
  void aDigestWhoseDestinationIsAwayIsTriedUntilItIsBack() {
    people.failTimes(10, new DeliveryException("HTTP 503", true, null));
    bench.offer(warning("a", FIRING), warning("b", FIRING));
    bench.now = BEFORE_THE_END;
    bench.pass(30);
    bench.offer(warning("b", RESOLVED));
    bench.pass(600);

    assertThat(people.states()).containsExactly(DIGEST);
    assertThat(people.received.get(0).text().summary())
        .isEqualTo(
            "[FIRING] Trouble a (rule quota, 41 failures); [RESOLVED] Trouble b (rule quota, 41"
                + " failures)");
    assertThat(bench.counts().failed()).isZero();
  }

  @Test
  void ofVeryManyTheLeastSevereAreCounted() {
    bench.tick();
    for (int i = 0; i < 10_000; i++) {
      bench.offer(alert("i" + i, FIRING, Severity.INFO));
    }
    bench.offer(warning("w", FIRING));
    bench.pass(1);
    assertThat(bench.deliveries.unsent()).hasSize(64);

    endTheNight();

    assertThat(people.states()).containsExactly(DIGEST);
    assertThat(people.received.get(0).text().title()).startsWith("10001 OpenAI incidents");
    assertThat(people.received.get(0).text().summary())
        .startsWith("[FIRING] Trouble w")
        .endsWith("and more than 54 more");
  }

  @Test
  void theEndOfTheServiceTellsIt() {
    bench.offer(warning("a", FIRING));
    bench.pass(60);
    bench.offer(
        warning("a", STOPPED), warning("b", STOPPED), alert("c", STOPPED, Severity.CRITICAL));
    Thread closing = new Thread(() -> bench.deliveries.close(Duration.ofSeconds(5)));
    closing.start();
    while (closing.isAlive()) {
      bench.threads.runAll();
      Thread.onSpinWait();
    }

    assertThat(people.states()).containsExactly(DIGEST, STOPPED);
    assertThat(people.received.get(0).text().summary())
        .contains("[STOPPED] Trouble a", "[STOPPED] Trouble b");
  }

  @Test
  void whatIsHeldBackIsKeptOverARestartAsItWasToBeTold() {
    bench.offer(warning("a", FIRING), warning("b", FIRING));
    bench.pass(1);
    bench.offer(warning("a", ONGOING), warning("b", RESOLVED));
    bench.pass(1);

    assertThat(bench.deliveries.unsent())
        .extracting(EngineSnapshot.Notice::id, EngineSnapshot.Notice::state)
        .containsExactly(tuple("a", FIRING), tuple("b", RESOLVED));
  }

  @Test
  void aDestinationThatKeepsStatesIsToldWhatIsStillOpenWhenTheyEnd() {
    bench = at(states, NIGHT);
    bench.offer(warning("a", FIRING), warning("b", FIRING), alert("c", FIRING, Severity.CRITICAL));
    bench.pass(120);
    bench.offer(warning("a", REMINDER), warning("a", ONGOING), warning("b", RESOLVED));
    bench.pass(120);
    assertThat(states.ids()).containsExactly("c");

    bench.now = BEFORE_THE_END;
    bench.pass(9);
    assertThat(states.ids()).containsExactly("c");
    bench.pass(5);

    assertThat(states.ids()).containsExactly("c", "a");
    assertThat(states.states()).containsExactly(FIRING, REMINDER);
  }

  @Test
  void whatADestinationThatKeepsStatesWasNotToldIsKeptOverARestart() {
    bench = at(states, NIGHT);
    bench.offer(warning("a", FIRING));
    bench.pass(60);
    bench.offer(warning("a", STOPPED));
    bench.deliveries.close(Duration.ZERO);

    assertThat(states.tried).isEmpty();
    assertThat(bench.deliveries.unsent())
        .extracting(EngineSnapshot.Notice::id, EngineSnapshot.Notice::state)
        .containsExactly(tuple("a", FIRING));
  }

  /** Alertmanager takes for over what nobody posts any more. */
  @Test
  void aDestinationThatKeepsStatesGoesOnToHearOfWhatItKnows() {
    bench = at(states, EVENING);
    bench.offer(warning("a", FIRING));
    bench.pass(120);
    for (AlertState state : new AlertState[] {ONGOING, REMINDER, RESOLVED}) {
      bench.offer(warning("a", state));
      bench.pass(120);
    }

    assertThat(states.states()).containsExactly(FIRING, ONGOING, REMINDER, RESOLVED);
  }

  @Test
  void whatComesBackInTheNightWaits() {
    bench = at(states, EVENING);
    bench.offer(warning("a", FIRING));
    bench.pass(10);
    bench.offer(warning("a", RESOLVED));
    bench.pass(110);
    bench.offer(warning("a", AlertState.REOPENED));
    bench.pass(120);
    assertThat(states.states()).containsExactly(FIRING, RESOLVED);

    bench.now = BEFORE_THE_END;
    bench.pass(12);

    assertThat(states.states()).containsExactly(FIRING, RESOLVED, AlertState.REOPENED);
  }

  @Test
  void whatADestinationThatKeepsStatesMissedInTheEveningWaits() {
    bench = at(states, EVENING);
    states.failTimes(4, new DeliveryException("HTTP 503", true, null));
    bench.offer(warning("a", FIRING));
    bench.pass(3_600);
    assertThat(states.received).isEmpty();
    assertThat(bench.deliveries.unsent()).hasSize(1);

    bench.now = BEFORE_THE_END;
    bench.pass(12);

    assertThat(states.states()).containsExactly(FIRING);
  }
}
