package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Severity;
import org.junit.jupiter.api.Test;

/** Which notices a destination gets, and what others have to do with it. */
class DestinationTest {

  private final RecordingSink sink = RecordingSink.forPeople();

  private static Alert warning(AlertState state) {
    return TestAlert.of(state).id("a").severity(Severity.WARNING).make();
  }

  private static Alert critical(AlertState state) {
    return TestAlert.of(state).id("a").severity(Severity.CRITICAL).make();
  }

  @Test
  void getsWhatIsBadEnough() {
    DeliveryBench bench = DeliveryBench.of(new Destination(sink, Severity.CRITICAL, true));
    bench.offer(warning(AlertState.FIRING), critical(AlertState.ESCALATED));
    bench.offer(critical(AlertState.RESOLVED));

    bench.pass(5);

    assertThat(sink.states()).containsExactly(AlertState.ESCALATED, AlertState.RESOLVED);
  }

  @Test
  void isToldTheEndOfWhatItWasTold() {
    DeliveryBench bench = DeliveryBench.of(new Destination(sink, Severity.CRITICAL, true));
    bench.offer(critical(AlertState.FIRING), warning(AlertState.RESOLVED));

    bench.pass(5);

    assertThat(sink.states()).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
  }

  @Test
  void isNotToldTheEndIfItDoesNotWantTo() {
    DeliveryBench bench = DeliveryBench.of(new Destination(sink, Severity.INFO, false));
    bench.offer(critical(AlertState.FIRING), critical(AlertState.RESOLVED));

    bench.pass(5);

    assertThat(sink.states()).containsExactly(AlertState.FIRING);
  }

  @Test
  void getsATestWhateverItsSeverity() {
    DeliveryBench bench = DeliveryBench.of(new Destination(sink, Severity.CRITICAL, true));
    bench.offer(TestAlert.of(AlertState.TEST).severity(Severity.INFO).make());

    bench.pass(1);

    assertThat(sink.states()).containsExactly(AlertState.TEST);
  }

  @Test
  void oneThatFailsDelaysNoOther() {
    RecordingSink failing = new RecordingSink("failing", false);
    failing.failTimes(1_000, new DeliveryException("HTTP 503", true, null));
    DeliveryBench bench = DeliveryBench.of(Destination.of(failing), Destination.of(sink));
    for (int i = 0; i < 10; i++) {
      bench.offer(TestAlert.firing("t" + i));
    }

    bench.pass(9);

    assertThat(sink.received).hasSize(10);
    assertThat(failing.received).isEmpty();
  }

  @Test
  void oneThatHangsDelaysNoOther() {
    RecordingSink hanging = new RecordingSink("hanging", false);
    DeliveryBench bench = DeliveryBench.of(Destination.of(hanging), Destination.of(sink));
    bench.offer(TestAlert.firing("a"));
    bench.deliveries.tick(bench.now);
    Runnable hangs = bench.threads.tasks.remove();
    bench.threads.runAll();
    bench.offer(TestAlert.firing("b"));

    bench.pass(9);

    assertThat(sink.ids()).containsExactly("a", "b");
    hangs.run();
    bench.pass(2);
    assertThat(hanging.ids()).containsExactly("a", "b");
  }

  @Test
  void eachHasItsOwnName() {
    DeliveryBench bench =
        DeliveryBench.of(
            Destination.of(new RecordingSink("slack", false)),
            Destination.of(new RecordingSink("webhook", false)),
            Destination.of(new RecordingSink("slack", false)));

    assertThat(bench.deliveries.counts())
        .extracting(DeliveryCounts::destination)
        .containsExactly("slack", "webhook", "slack-2");
  }
}
