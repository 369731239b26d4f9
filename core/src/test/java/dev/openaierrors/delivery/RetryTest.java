package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a notice that a destination does not take. */
class RetryTest {

  private final DeliveryException busy = new DeliveryException("HTTP 503", true, null);
  private final DeliveryException refused = new DeliveryException("HTTP 400", false, null);

  private final RecordingSink sink = RecordingSink.forPeople();
  private final DeliveryBench bench = DeliveryBench.of(sink);

  @Test
  void isTriedAgainAfterOneFiveAndTwentyFiveSeconds() {
    sink.failTimes(10, busy);
    bench.offer(TestAlert.firing("a"));

    // A pause begins with the first tick after the failure, since only a tick knows the time.
    List<Long> tries = new ArrayList<>();
    for (long tenth = 0; tenth < 1_200; tenth++) {
      int before = sink.tried.size();
      bench.tick();
      if (sink.tried.size() > before) {
        tries.add(tenth / 10);
      }
      bench.now = bench.now.plusMillis(100);
    }

    assertThat(tries).as("and then after a minute").containsExactly(0L, 1L, 6L, 31L, 91L);
    assertThat(bench.counts()).isEqualTo(new DeliveryCounts("people", 0, 0, 0, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1000", "1, 1, 1500", "2, 0.5, 6250", "3, 1, 37500", "9, 0, 25000"})
  void pausesAreSpreadSoThatServicesDoNotComeBackTogether(int failures, double jitter, long ms) {
    assertThat(new BackOff(() -> jitter).after(failures)).isEqualTo(Duration.ofMillis(ms));
  }

  @Test
  void anOutageOfTenSecondsLosesNothingAndIsNotWorthASentence() {
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));

    for (int second = 0; second < 60; second++) {
      if (second < 10) {
        sink.failures.clear();
        sink.failTimes(1, new IOException("reset"));
      } else {
        sink.failures.clear();
      }
      bench.tick();
      bench.now = bench.now.plusSeconds(1);
    }

    assertThat(sink.ids()).containsExactly("a", "b");
    assertThat(bench.said).isEmpty();
  }

  @Test
  void waitsAsLongAsTheDestinationAsks() {
    sink.failTimes(1, new DeliveryException("HTTP 429", true, Duration.ofSeconds(17)));
    bench.offer(TestAlert.firing("a"));

    bench.pass(17);
    assertThat(sink.received).isEmpty();
    bench.pass(1);
    assertThat(sink.ids()).containsExactly("a");
  }

  @Test
  void waitsAnHourAtMost() {
    sink.failTimes(1, new DeliveryException("HTTP 429", true, Duration.ofDays(365)));
    bench.offer(TestAlert.firing("a"));

    bench.pass(3_600);
    assertThat(sink.received).isEmpty();
    bench.pass(1);
    assertThat(sink.ids()).containsExactly("a");
  }

  @Test
  void isNotTriedAgainWhenItIsRefused() {
    sink.failTimes(1, refused);
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));

    bench.pass(60);

    assertThat(sink.tried).extracting("id").containsExactly("a", "b");
    assertThat(sink.ids()).containsExactly("b");
  }

  @Test
  void anOutageIsToldOnceAndOnceThatItIsOver() {
    sink.failTimes(4 * 3, busy);
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));
    bench.offer(TestAlert.firing("c"), TestAlert.firing("d"));

    bench.pass(300);

    assertThat(bench.said)
        .containsExactly(
            "openai-errors: people: an alert was not delivered: HTTP 503; tried again each minute"
                + " until delivery recovers.",
            "openai-errors: people: delivery recovered; nothing was lost.");
    assertThat(sink.ids()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(bench.counts()).isEqualTo(new DeliveryCounts("people", 4, 0, 0, 0));
  }

  @Test
  void whatIsRefusedForGoodIsLostAndCounted() {
    sink.failTimes(2, refused);
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"), TestAlert.firing("c"));

    bench.pass(60);

    assertThat(bench.said)
        .containsExactly(
            "openai-errors: people: an alert was not delivered: HTTP 400; further losses will be"
                + " reported once delivery recovers.",
            "openai-errors: people: delivery recovered; 2 alerts were lost.");
    assertThat(bench.counts()).isEqualTo(new DeliveryCounts("people", 1, 2, 0, 0));
  }

  @Test
  void aBeginningIsToldThoughTheDestinationWasAwayForHours() {
    sink.failTimes(4 + 119, busy);
    bench.offer(TestAlert.firing("a"));

    bench.pass(3 * 3_600);

    assertThat(sink.ids()).containsExactly("a");
    assertThat(sink.tried).as("once a minute").hasSize(124);
  }

  @Test
  void ofAnIncidentThatEndedUnheardOnlyTheEndIsTold() {
    sink.failTimes(4 + 3, busy);
    bench.offer(TestAlert.firing("a"));
    bench.pass(170);
    bench.offer(TestAlert.of(AlertState.RESOLVED).id("a").make());

    bench.pass(600);

    assertThat(sink.received).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
  }

  @Test
  void noMoreAreKeptThanThereIsRoomForAndTheOthersAreCounted() {
    sink.failTimes(100_000, busy);
    for (int i = 0; i < 30; i++) {
      bench.offer(TestAlert.firing("a" + i), TestAlert.firing("b" + i), TestAlert.firing("c" + i));
      bench.pass(3_600);
    }

    assertThat(bench.counts().failed()).isPositive();
    assertThat(bench.deliveries.unsent()).hasSizeLessThanOrEqualTo(Unheard.CAPACITY + 1);
  }

  @Test
  void thatSomethingIsLostAtLastIsToldOnce() {
    sink.failTimes(4, busy);
    sink.failTimes(2, refused);
    bench.offer(TestAlert.firing("a"));
    bench.pass(60);
    bench.offer(TestAlert.firing("b"), TestAlert.firing("c"), TestAlert.firing("d"));

    bench.pass(10);

    assertThat(bench.said)
        .containsExactly(
            "openai-errors: people: an alert was not delivered: HTTP 503; tried again each minute"
                + " until delivery recovers.",
            "openai-errors: people: an alert was lost: HTTP 400; further losses will be reported"
                + " once delivery recovers.",
            "openai-errors: people: delivery recovered; 2 alerts were lost.");
    assertThat(bench.news)
        .extracting(DeliveryNews::failing)
        .as("whoever tells it elsewhere, too, is told the same")
        .containsExactly(true, true, false);
  }

  @Test
  void aDestinationThatComesAndGoesIsToldOfSomeTimesAnHour() {
    Outage outage = new Outage("people");
    List<Long> told = new ArrayList<>();
    for (long second = 0; second < 3 * 3_600; second++) {
      if (outage.failed(1, "HTTP 503", second * 1_000) != null) {
        told.add(second);
      }
      outage.over();
    }

    assertThat(told)
        .containsExactly(0L, 1L, 2L, 3L, 3600L, 3601L, 3602L, 3603L, 7200L, 7201L, 7202L, 7203L);
  }

  @Test
  void whatWasLostUntoldIsToldWithTheNextOutage() {
    Outage outage = new Outage("people");
    for (int i = 0; i < Outage.AN_HOUR + 5; i++) {
      outage.failed(1, "HTTP 503", i);
      outage.over();
    }
    outage.failed(1, "HTTP 503", 3_600_000);

    assertThat(outage.over())
        .isEqualTo(new DeliveryNews("people", false, "delivery recovered; 6 alerts were lost."));
  }

  @Test
  void theNextOutageIsToldAgain() {
    sink.failures.add(refused);
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));
    bench.pass(5);
    sink.failures.add(refused);
    bench.offer(TestAlert.firing("c"), TestAlert.firing("d"));
    bench.pass(5);

    assertThat(bench.said).hasSize(4);
  }

  @Test
  void whatADestinationOfSomebodyElsesThrowsIsToldWithoutItsMessage() {
    sink.failTimes(4, new IllegalStateException("no route to https://hooks.example/s3cr3t-token"));
    bench.offer(TestAlert.firing("a"));

    bench.pass(60);

    assertThat(bench.said)
        .containsExactly(
            "openai-errors: people: an alert was not delivered: java.lang.IllegalStateException was"
                + " thrown by the destination; tried again each minute until delivery recovers.");
  }

  @Test
  void aReasonIsOneShortLine() {
    sink.failures.add(new DeliveryException("no\nway " + "x".repeat(10_000), false, null));
    bench.offer(TestAlert.firing("a"));

    bench.pass(1);

    assertThat(bench.said).hasSize(1);
    assertThat(bench.said.get(0)).contains("no way xxx").doesNotContain("\n").hasSizeLessThan(500);
  }

  @Test
  void waitsWhileTheHostHasNoThreadToLend() {
    bench.threads.rejects = true;
    bench.offer(TestAlert.firing("a"));
    bench.pass(100);
    bench.threads.rejects = false;
    bench.pass(2);

    assertThat(sink.ids()).containsExactly("a");
    assertThat(bench.said).isEmpty();
  }

  @Test
  void onlyOneIsOnItsWayAtATime() {
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));

    for (int i = 0; i < 100; i++) {
      bench.deliveries.tick(bench.now);
      bench.now = bench.now.plusSeconds(1);
    }

    assertThat(bench.threads.tasks).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3_600, -1, 7_200})
  void aClockThatIsSetDelaysNothing(long jump) {
    sink.failTimes(1, busy);
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));
    bench.pass(0);

    bench.now = bench.now.plusSeconds(jump);
    bench.pass(3);

    assertThat(sink.ids()).containsExactly("a", "b");
  }
}
