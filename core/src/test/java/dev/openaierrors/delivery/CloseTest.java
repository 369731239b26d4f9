package dev.openaierrors.delivery;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.Patience;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service stops: what is still sent, and how long that may take. */
class CloseTest {

  private static final Duration PATIENCE = Patience.LONG;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final RecordingSink sink = RecordingSink.forPeople();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private Deliveries deliveries(AlertSink... sinks) {
    List<Destination> destinations = new ArrayList<>();
    for (AlertSink one : sinks) {
      destinations.add(Destination.of(one));
    }
    return new Deliveries(destinations, threads, said::add);
  }

  @Test
  void whatWaitsIsSentWithoutPauses() {
    Deliveries deliveries = deliveries(sink);
    deliveries.offer(
        List.of(TestAlert.firing("a"), TestAlert.of(AlertState.STOPPED).id("a").make()));

    deliveries.close(PATIENCE);

    assertThat(sink.states()).containsExactly(AlertState.FIRING, AlertState.STOPPED);
    assertThat(sink.closed).isEqualTo(1);
    assertThat(said).isEmpty();
  }

  @Test
  void tooManyAreSentAsADigest() {
    Deliveries deliveries = deliveries(sink);
    for (int i = 0; i < 40; i++) {
      deliveries.offer(List.of(TestAlert.firing("t" + i)));
    }

    deliveries.close(PATIENCE);

    assertThat(sink.received).hasSize(8);
    assertThat(sink.received.get(7).text().title()).startsWith("and 33 more");
  }

  @Test
  void nothingIsTakenAnyMore() {
    Deliveries deliveries = deliveries(sink);
    deliveries.close(PATIENCE);
    deliveries.offer(List.of(TestAlert.firing("a")));
    deliveries.tick(DeliveryBench.START);
    deliveries.close(PATIENCE);

    assertThat(sink.tried).isEmpty();
    assertThat(sink.closed).isEqualTo(1);
  }

  @Test
  void oneThatFailsGetsOneTryAndTheLossIsTold() {
    sink.failTimes(9, new DeliveryException("HTTP 503", true, null));
    Deliveries deliveries = deliveries(sink);
    deliveries.offer(List.of(TestAlert.firing("a"), TestAlert.firing("b")));

    deliveries.close(PATIENCE);

    assertThat(sink.tried).hasSize(1);
    assertThat(said)
        .containsExactly("openai-errors: people: stopped before 2 of its alerts could be sent.");
    assertThat(deliveries.counts()).containsExactly(new DeliveryCounts("people", 0, 2, 0, 0));
  }

  @Test
  void oneThatHangsIsLeftBehind() {
    CountDownLatch never = new CountDownLatch(1);
    AlertSink hanging =
        new AlertSink() {
          @Override
          public String name() {
            return "hanging";
          }

          @Override
          public void send(Alert alert) throws InterruptedException {
            never.await();
          }
        };
    Deliveries deliveries = deliveries(hanging, sink);
    deliveries.offer(List.of(TestAlert.firing("a")));
    deliveries.tick(DeliveryBench.START);

    await("the other to be sent").until(() -> sink.tried.size() == 1);
    deliveries.close(Duration.ofMillis(500));

    assertThat(said)
        .containsExactly("openai-errors: hanging: stopped before 1 of its alerts could be sent.");
    assertThat(sink.closed).isEqualTo(1);
    never.countDown();
  }

  @Test
  void whatIsOnItsWayArrivesAndTheRestFollows() throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> arrived = new ArrayList<>();
    AlertSink slow =
        new AlertSink() {
          @Override
          public String name() {
            return "slow";
          }

          @Override
          public void send(Alert alert) throws InterruptedException {
            sending.countDown();
            goOn.await();
            arrived.add(alert.id());
          }
        };
    Deliveries deliveries = deliveries(slow);
    deliveries.offer(List.of(TestAlert.firing("a"), TestAlert.firing("b")));
    deliveries.tick(DeliveryBench.START);
    sending.await();
    threads.execute(goOn::countDown);

    deliveries.close(PATIENCE);

    assertThat(arrived).containsExactly("a", "b");
    assertThat(said).isEmpty();
  }

  @Test
  void aHostWithoutThreadsIsNotWaitedFor() {
    threads.shutdownNow();
    Deliveries deliveries = deliveries(sink);
    deliveries.offer(List.of(TestAlert.firing("a")));

    deliveries.close(PATIENCE);

    assertThat(said)
        .containsExactly("openai-errors: people: stopped before 1 of its alerts could be sent.");
    assertThat(sink.closed).isEqualTo(1);
  }
}
