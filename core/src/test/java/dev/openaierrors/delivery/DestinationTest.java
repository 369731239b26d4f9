package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Severity;
import java.util.List;
import java.util.Set;
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

  private Destination onlyOf(String... rules) {
    return new Destination(sink, Severity.INFO, true, Set.of(rules));
  }

  private static Alert of(String rule, AlertState state) {
    return TestAlert.of(state).id(rule).rule(rule).make();
  }

  @Test
  void getsTheAlertsOfItsRules() {
    DeliveryBench bench = DeliveryBench.of(onlyOf("quota", "access"));
    for (String rule : List.of("outage", "access", "quota")) {
      bench.offer(of(rule, AlertState.FIRING), of(rule, AlertState.RESOLVED));
    }

    bench.pass(9);

    assertThat(sink.ids()).containsExactly("access", "access", "quota", "quota");
  }

  @Test
  void getsATestWhateverItsRules() {
    DeliveryBench bench = DeliveryBench.of(onlyOf("quota"));
    bench.offer(of("test", AlertState.TEST));

    bench.pass(1);

    assertThat(sink.states()).containsExactly(AlertState.TEST);
  }

  @Test
  void getsADigestOfItsRules() {
    DeliveryBench bench = DeliveryBench.of(onlyOf("quota", "access"));
    for (int i = 0; i < 20; i++) {
      for (String rule : List.of("outage", "access", "quota")) {
        bench.offer(TestAlert.of(AlertState.FIRING).id(rule + i).rule(rule).make());
      }
    }

    bench.pass(60);

    assertThat(sink.received).hasSize(30);
    Alert digest = sink.received.get(29);
    assertThat(digest.state()).isEqualTo(AlertState.DIGEST);
    assertThat(digest.dimensions().get("rule")).containsOnlyKeys("quota", "access");
  }

  /** Its rules were changed in between. */
  @Test
  void getsNothingOfOtherRulesAfterARestart() {
    DeliveryBench bench = DeliveryBench.of(onlyOf("quota"));
    bench.deliveries.offerAgain(sink.name(), of("outage", AlertState.FIRING));
    bench.deliveries.offerAgain(sink.name(), of("quota", AlertState.FIRING));

    bench.pass(3);

    assertThat(sink.ids()).containsExactly("quota");
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
