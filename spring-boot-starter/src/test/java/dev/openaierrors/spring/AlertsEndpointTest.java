package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

class AlertsEndpointTest {

  private final Known on = new Known(List.of("log: 0 sent"));
  private final Known off = new Known(List.of());

  @Test
  void actsOnAlertsThatAreOnOnly() {
    AlertsEndpoint endpoint = new AlertsEndpoint(() -> Map.of("A", off, "B", on));
    endpoint.act("mute", "quota", "2h");
    endpoint.act("unmute", "quota", null);
    endpoint.act("test", null, null);
    assertThat(on.done).containsExactly("mute quota 2h", "unmute quota", "test");
    assertThat(off.done).isEmpty();
  }

  @Test
  void refusesWhereNoAlertsRun() {
    for (Map<String, AlertsMXBean> all :
        List.<Map<String, AlertsMXBean>>of(Map.of(), Map.of("A", off))) {
      AlertsEndpoint endpoint = new AlertsEndpoint(() -> all);
      assertThatThrownBy(() -> endpoint.act("test", null, null))
          .isInstanceOfSatisfying(
              InvalidEndpointRequestException.class,
              refused -> assertThat(refused.getReason()).isEqualTo("test"))
          .hasMessage("No alerts run in this service.");
    }
  }

  @Test
  void refusesAnUnknownWordWhateverRuns() {
    AlertsEndpoint endpoint = new AlertsEndpoint(Map::of);
    assertThatThrownBy(() -> endpoint.act("tset", null, null))
        .isInstanceOf(InvalidEndpointRequestException.class)
        .hasMessage("There are test, mute and unmute.");
  }

  /** Remembers what it was told to do; one that is off refuses all rules. */
  private static final class Known implements AlertsMXBean {

    private final List<String> destinations;
    private final List<String> done = new ArrayList<>();

    Known(List<String> destinations) {
      this.destinations = destinations;
    }

    @Override
    public List<String> getOpen() {
      return List.of();
    }

    @Override
    public Map<String, Long> getErrors() {
      return Map.of();
    }

    @Override
    public Map<String, Double> getRates() {
      return Map.of();
    }

    @Override
    public Map<String, Long> getDropped() {
      return Map.of();
    }

    @Override
    public Map<String, String> getSamples() {
      return Map.of();
    }

    @Override
    public List<String> getDestinations() {
      return destinations;
    }

    @Override
    public List<String> getMuted() {
      return List.of();
    }

    @Override
    public void mute(String rule, String untilOrDuration) {
      done.add("mute " + rule + " " + untilOrDuration);
    }

    @Override
    public void unmute(String rule) {
      done.add("unmute " + rule);
    }

    @Override
    public void sendTestAlert() {
      done.add("test");
    }
  }
}
