package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.Footprint;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much one destination is sent at most, and what becomes of the rest. */
class CapsTest {

  private final RecordingSink sink = RecordingSink.forPeople();
  private final DeliveryBench bench = DeliveryBench.of(sink);

  @Test
  void oneASecond() {
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"), TestAlert.firing("c"));

    bench.tick();
    bench.now = bench.now.plusMillis(900);
    bench.tick();
    assertThat(sink.ids()).containsExactly("a");
    bench.now = bench.now.plusMillis(100);
    bench.tick();
    assertThat(sink.ids()).containsExactly("a", "b");
  }

  @Test
  void theWorstOfThoseThatWaitFirst() {
    bench.offer(
        TestAlert.of(AlertState.FIRING).id("burst").severity(Severity.INFO).make(),
        TestAlert.of(AlertState.FIRING).id("outage").severity(Severity.WARNING).retryable().make(),
        TestAlert.of(AlertState.FIRING).id("model").severity(Severity.WARNING).make(),
        TestAlert.of(AlertState.RESOLVED).id("outage").severity(Severity.CRITICAL).make(),
        TestAlert.of(AlertState.FIRING).id("key").severity(Severity.CRITICAL).make());

    bench.pass(5);

    assertThat(sink.ids())
        .as("those of one incident in their order")
        .containsExactly("key", "model", "outage", "outage", "burst");
    assertThat(sink.states().subList(2, 4)).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
  }

  @Test
  void aTryCountsAsWell() {
    sink.failures.add(new DeliveryException("HTTP 400", false, null));
    bench.offer(TestAlert.firing("a"), TestAlert.firing("b"));

    bench.tick();
    bench.tick();

    assertThat(sink.tried).hasSize(1);
  }

  @Test
  void thirtyAnHourOfWhichTheLastTellsAllTheOthers() {
    for (int i = 1; i <= 41; i++) {
      bench.offer(TestAlert.firing("t" + i));
    }

    bench.pass(60);

    assertThat(sink.received).hasSize(30);
    assertThat(sink.states().subList(0, 29)).containsOnly(AlertState.FIRING);
    Alert digest = sink.received.get(29);
    assertThat(digest.state()).isEqualTo(AlertState.DIGEST);
    assertThat(digest.text().title()).isEqualTo("and 12 more OpenAI alerts: chat-api (prod)");
    assertThat(digest.text().summary())
        .startsWith("[FIRING] OpenAI quota exhausted: chat-api (prod) (rule quota, 41 failures); [")
        .endsWith("; and 2 more");
    assertThat(digest.text().summary().split("; ", -1)).hasSize(11);
    assertThat(bench.counts()).isEqualTo(new DeliveryCounts("people", 30, 0, 12, 0));
  }

  /** One destination works, the others are away; nothing is over while they are. */
  @Test
  void noMoreIsKeptOfManyIncidentsThanOfSome() {
    RecordingSink away = RecordingSink.forPeople();
    RecordingSink states = RecordingSink.thatKeepsState();
    away.failTimes(100_000, new DeliveryException("HTTP 503", true, null));
    states.failTimes(100_000, new DeliveryException("HTTP 503", true, null));
    DeliveryBench three =
        DeliveryBench.of(Destination.of(sink), Destination.of(away), Destination.of(states));
    long some = 0;
    for (int i = 0; i < 20_000; i++) {
      three.offer(TestAlert.firing("t" + i));
      if (i % 20 == 0) {
        three.pass(1);
      }
      some = i == 2_000 ? entries(three) : some;
    }

    assertThat(some).isPositive();
    assertThat(entries(three)).isLessThan(2 * some).isLessThan(20_000);
  }

  private static long entries(DeliveryBench bench) {
    // What the test itself remembers of what came and what was tried is not counted.
    return Footprint.of(bench.deliveries).largest().entrySet().stream()
        .filter(field -> !field.getKey().startsWith("RecordingSink."))
        .filter(field -> !field.getKey().startsWith("ManualExecutor."))
        .filter(field -> !field.getKey().startsWith("DeliveryBench."))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void inAnyHourHoweverManyThereAre() {
    List<Instant> times = new ArrayList<>();
    for (int second = 0; second < 4 * 3_600; second++) {
      bench.offer(TestAlert.firing("t" + second), TestAlert.firing("u" + second));
      int before = sink.received.size();
      bench.tick();
      if (sink.received.size() > before) {
        times.add(bench.now);
      }
      bench.now = bench.now.plusSeconds(1);
    }

    assertThat(sink.received).hasSize(4 * 30);
    for (int i = 30; i < times.size(); i++) {
      assertThat(times.get(i)).isAfterOrEqualTo(times.get(i - 30).plusSeconds(3_600));
    }
    assertThat(bench.counts().waiting() + bench.counts().dropped() + 4 * 30)
        .as("every notice is accounted for")
        .isGreaterThanOrEqualTo(4 * 3_600 * 2);
  }

  @Test
  void theDigestNamesEachIncidentWithItsLastStateTheWorstFirst() {
    fillTheHourUpToTheLast();
    bench.offer(
        TestAlert.firing("q1"),
        outage(AlertState.FIRING, "o1", Severity.WARNING, "OpenAI fails to serve: chat-api"),
        TestAlert.of(AlertState.RESOLVED).id("q1").make(),
        outage(AlertState.REMINDER, "o1", Severity.WARNING, "OpenAI fails to serve: chat-api"),
        outage(
            AlertState.FIRING,
            "o2",
            Severity.CRITICAL,
            "OpenAI fails to serve: chat-api, model o3"),
        outage(AlertState.REMINDER, "o3", Severity.INFO, "x".repeat(500)));

    bench.pass(5);

    Alert digest = sink.received.get(29);
    assertThat(digest.text().title()).startsWith("and 6 more OpenAI alerts");
    assertThat(digest.text().summary())
        .isEqualTo(
            "[FIRING] OpenAI fails to serve: chat-api, model o3 (rule outage, 41 failures);"
                + " [RESOLVED] OpenAI quota exhausted: chat-api (prod) (rule quota, 41 failures);"
                + " [REMINDER] OpenAI fails to serve: chat-api (rule outage, 41 failures);"
                + " [REMINDER] "
                + "x".repeat(99)
                + "… (rule outage, 41 failures)");
    assertThat(AlertText.line(digest)).contains("OpenAI fails to serve: chat-api, model o3");
    assertThat(SlackSink.json(digest)).contains("OpenAI fails to serve: chat-api, model o3");
    assertThat(WebhookSink.json(digest)).contains("OpenAI fails to serve: chat-api, model o3");
    assertThat(digest.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(digest.dimensions().get("rule"))
        .containsEntry("quota", 1L)
        .containsEntry("outage", 3L);
  }

  private static Alert outage(AlertState state, String id, Severity severity, String title) {
    return TestAlert.of(state).id(id).rule("outage").severity(severity).title(title).make();
  }

  @Test
  void theWorstOfVeryManyIsNamedHoweverLateItCame() {
    bench.threads.rejects = true;
    for (int i = 0; i < 1_000; i++) {
      bench.offer(outage(AlertState.FIRING, "o" + i, Severity.WARNING, "OpenAI fails to serve"));
    }
    bench.offer(TestAlert.firing("q"));
    bench.pass(5);
    bench.threads.rejects = false;

    bench.pass(5);

    assertThat(sink.received).hasSize(1);
    assertThat(sink.received.get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(sink.received.get(0).text().summary())
        .startsWith("[FIRING] OpenAI quota exhausted")
        .endsWith("; and more than 54 more")
        .hasSizeLessThan(2_000);
    Alert digest = sink.received.get(0);
    assertThat(
            List.of(
                SlackSink.json(digest),
                WebhookSink.json(digest),
                TeamsMessage.json(digest),
                GoogleChatMessage.json(digest),
                DiscordMessage.json(digest)))
        .allSatisfy(sent -> assertThat(sent).contains("and more than 54 more"));
  }

  @Test
  void aSingleNoticeIsNoDigest() {
    fillTheHourUpToTheLast();
    bench.offer(TestAlert.firing("last"));

    bench.pass(5);

    assertThat(sink.received.get(29).id()).isEqualTo("last");
  }

  @Test
  void aQueueThatOverflowsWhileADestinationIsAwayTellsWhatDidNotFit() {
    bench.threads.rejects = true;
    for (int i = 0; i < 10_000; i++) {
      bench.offer(TestAlert.firing("t" + i));
    }
    bench.pass(5);
    bench.threads.rejects = false;

    bench.pass(5);

    assertThat(sink.states()).containsExactly(AlertState.DIGEST);
    assertThat(sink.received.get(0).text().title()).startsWith("and 10000 more");
    assertThat(bench.counts().dropped()).isEqualTo(10_000);
  }

  private void fillTheHourUpToTheLast() {
    for (int i = 0; i < 29; i++) {
      bench.offer(TestAlert.firing("t" + i));
    }
    bench.pass(30);
    assertThat(sink.received).hasSize(29);
  }
}
