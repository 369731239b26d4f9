package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.alert.AlertState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How PagerDuty is told that an incident goes on, beside what people are told. */
class RenewalTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private Loopback server;
  private DeliveryBench bench;
  private volatile boolean away;

  @BeforeEach
  void start() throws Exception {
    server =
        Loopback.that(request -> away ? Reply.status("503 Service Unavailable", "") : Reply.ok());
    bench =
        DeliveryBench.of(
            Destination.of(AlertSinks.pagerDuty(server.uri("/v2/enqueue"), KEY, true)));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Offers each minute that it goes on. */
  private void goOn(String id, int minutes) {
    for (int i = 0; i < minutes; i++) {
      bench.pass(60);
      bench.offer(TestAlert.of(AlertState.ONGOING).id(id).make());
      bench.tick();
    }
  }

  /** The states of what was posted. */
  private List<String> states() throws Exception {
    List<String> states = new ArrayList<>();
    for (Loopback.Request request : server.requests) {
      JsonNode event = JSON.readTree(request.body());
      states.add(event.at("/payload/custom_details/state").asText());
    }
    return states;
  }

  @Test
  void itIsToldEveryFiveMinutes() throws Exception {
    bench.offer(TestAlert.firing("a"));
    goOn("a", 16);

    assertThat(states()).containsExactly("firing", "ongoing", "ongoing", "ongoing");
    assertThat(bench.deliveries.isIdle()).as("what is not due yet does not wait").isTrue();
  }

  @Test
  void anotherNoticeDefersIt() throws Exception {
    bench.offer(TestAlert.firing("a"));
    goOn("a", 4);
    bench.offer(TestAlert.of(AlertState.REMINDER).id("a").make());
    goOn("a", 4);

    assertThat(states()).containsExactly("firing", "reminder");
  }

  @Test
  void aBeginningThatWasNotHeardIsNotReplacedByIt() throws Exception {
    away = true;
    bench.offer(TestAlert.firing("a"));
    goOn("a", 10);
    away = false;
    bench.pass(60);

    assertThat(states()).hasSizeGreaterThan(5).containsOnly("firing");
    assertThat(bench.news).extracting(DeliveryNews::failing).containsExactly(true, false);
  }

  @Test
  void whatHasToWaitForTheNextHourIsNotToldByIt() throws Exception {
    for (int i = 0; i <= Pace.AN_HOUR; i++) {
      bench.offer(TestAlert.firing("t" + i));
    }
    bench.pass(40);
    goOn("t" + Pace.AN_HOUR, 3);

    assertThat(states()).hasSize(Pace.AN_HOUR);
    bench.pass(3_600);
    assertThat(states()).hasSize(Pace.AN_HOUR + 1).containsOnly("firing");
  }
}
