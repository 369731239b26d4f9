package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A destination that keeps the state of each incident by itself gets states, not news. */
class StateKeeperTest {

  private final RecordingSink sink = RecordingSink.thatKeepsState();
  private final DeliveryBench bench = DeliveryBench.of(sink);

  private static Alert state(String id, AlertState state) {
    return TestAlert.of(state).id(id).make();
  }

  @Test
  void getsTheLatestNoticeOfEachIncident() {
    bench.offer(state("a", AlertState.FIRING));
    bench.tick();
    bench.offer(state("a", AlertState.REMINDER), state("b", AlertState.FIRING));
    bench.offer(state("a", AlertState.ESCALATED), state("a", AlertState.RESOLVED));

    bench.pass(10);

    assertThat(sink.ids()).containsExactly("a", "a", "b");
    assertThat(sink.states())
        .containsExactly(AlertState.FIRING, AlertState.RESOLVED, AlertState.FIRING);
    assertThat(bench.counts().dropped()).isEqualTo(2);
  }

  @Test
  void getsTheLatestNoticeWhenAnEarlierOneFailed() {
    bench.offer(state("a", AlertState.FIRING));
    bench.pass(2);
    sink.failTimes(1, new DeliveryException("HTTP 503", true, null));
    bench.offer(state("a", AlertState.REMINDER));
    bench.tick();
    bench.offer(state("a", AlertState.RESOLVED));

    bench.pass(10);

    assertThat(sink.states()).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
  }

  /** It may be the end of what another instance still sees. */
  @ParameterizedTest
  @EnumSource(names = {"FIRING", "REOPENED", "FLAPPING"})
  void isToldNoEndOfWhatItNeverHeard(AlertState beginning) {
    sink.failTimes(1, new DeliveryException("HTTP 503", true, null));
    bench.offer(state("a", beginning));
    bench.tick();
    bench.offer(state("a", AlertState.RESOLVED));
    bench.offer(state("b", beginning), state("b", AlertState.RESOLVED));

    bench.pass(10);
    bench.deliveries.close(Duration.ZERO);

    assertThat(sink.received).isEmpty();
    assertThat(bench.deliveries.unsent()).isEmpty();
    assertThat(bench.counts()).isEqualTo(new DeliveryCounts("states", 0, 0, 4, 0));
  }

  @Test
  void neitherBeginningNorEndOfWhatItNeverHeardIsKeptOverARestart() {
    sink.failTimes(1, new DeliveryException("HTTP 503", true, null));
    bench.offer(state("a", AlertState.FIRING), state("b", AlertState.FIRING));
    bench.tick();
    bench.offer(state("a", AlertState.RESOLVED));

    assertThat(bench.deliveries.unsent()).extracting(it -> it.id()).containsExactly("b");
  }

  @Test
  void isToldTheEndOfWhatWasToldBeforeARestart() {
    bench.offer(state("a", AlertState.RESOLVED));

    bench.pass(1);

    assertThat(sink.states()).containsExactly(AlertState.RESOLVED);
  }

  @Test
  void whatItHearsInTheLastMomentEndsThereToo() {
    Outbox outbox =
        new Outbox(
            "states",
            Destination.of(sink),
            Runnable::run,
            told -> {},
            news -> {},
            new AlertListener() {},
            () -> 0);
    outbox.offer(state("a", AlertState.FIRING));
    Runnable onItsWay = Objects.requireNonNull(outbox.take(DeliveryBench.START));
    outbox.offer(state("a", AlertState.RESOLVED));
    outbox.offer(state("b", AlertState.FIRING));
    outbox.offer(state("b", AlertState.RESOLVED));

    outbox.startClosing();
    onItsWay.run();

    assertThat(sink.ids()).containsExactly("a", "a");
  }

  @Test
  void isToldOnceAMinuteThatAnIncidentGoesOn() {
    List<Integer> seconds = new ArrayList<>();
    for (int second = 0; second <= 300; second++) {
      bench.offer(state("a", AlertState.ONGOING));
      int before = sink.received.size();
      bench.tick();
      if (sink.received.size() > before) {
        seconds.add(second);
      }
      bench.now = bench.now.plusSeconds(1);
    }

    assertThat(seconds).containsExactly(0, 60, 120, 180, 240, 300);
  }

  @Test
  void isToldLaterAndNotNeverThatAnIncidentWentOn() {
    bench.offer(state("a", AlertState.FIRING));
    bench.pass(10);
    bench.offer(state("a", AlertState.ONGOING));

    bench.pass(49);
    assertThat(sink.states()).containsExactly(AlertState.FIRING);
    bench.pass(1);
    assertThat(sink.states()).containsExactly(AlertState.FIRING, AlertState.ONGOING);
  }

  @Test
  void neverGetsADigest() {
    for (int i = 0; i < 50; i++) {
      bench.offer(state("t" + i, AlertState.FIRING));
    }

    bench.pass(4_000);

    assertThat(sink.received).hasSize(50).extracting("state").containsOnly(AlertState.FIRING);
  }

  @Test
  void thirtyNoticesAnHourDoNotKeepAnIncidentFromGoingOn() {
    for (int i = 0; i < 40; i++) {
      bench.offer(state("t" + i, AlertState.FIRING));
    }
    bench.pass(100);
    assertThat(sink.received).hasSize(30);
    bench.offer(state("t0", AlertState.ONGOING));

    bench.pass(5);

    assertThat(sink.states()).hasSize(31).endsWith(AlertState.ONGOING);
  }

  @Test
  void thatAnIncidentGoesOnGivesWayToNewsWhenThereAreTooMany() {
    bench.threads.rejects = true;
    bench.offer(state("o", AlertState.ONGOING));
    for (int i = 0; i < 10_000; i++) {
      bench.offer(state("t" + i, AlertState.FIRING));
    }

    assertThat(bench.counts().waiting()).isEqualTo(256);
    assertThat(bench.counts().dropped()).isEqualTo(10_000 + 1 - 256);
  }

  @Test
  void eachOfManyIncidentsHasItsTurn() {
    for (int second = 0; second < 260; second++) {
      for (int i = 0; second % 60 == 0 && i < 256; i++) {
        bench.offer(state("t" + i, AlertState.ONGOING));
      }
      bench.tick();
      bench.now = bench.now.plusSeconds(1);
    }

    assertThat(new HashSet<>(sink.ids())).hasSize(256);
  }

  @Test
  void othersAreNotToldThatAnIncidentGoesOn() {
    RecordingSink people = RecordingSink.forPeople();
    DeliveryBench both = DeliveryBench.of(people);
    both.offer(state("a", AlertState.ONGOING));
    both.pass(5);

    assertThat(people.tried).isEmpty();
  }
}
