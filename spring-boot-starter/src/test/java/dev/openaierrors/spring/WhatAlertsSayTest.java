package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.info.Info;

/**
 * What the endpoint and the info of a service tell of its alerts, and what can be asked of them.
 */
class WhatAlertsSayTest {

  /** Alerts in a state of the test's making, which know one rule and one way to write a time. */
  private static final class Alerts implements AlertsMXBean {

    private final List<String> open;
    private final Map<String, Long> errors;
    private final List<String> done = new ArrayList<>();
    private boolean isOn = true;

    Alerts(List<String> open, Map<String, Long> errors) {
      this.open = open;
      this.errors = errors;
    }

    @Override
    public List<String> getOpen() {
      return open;
    }

    @Override
    public Map<String, Long> getErrors() {
      return errors;
    }

    @Override
    public Map<String, Double> getRates() {
      return Map.of("timeout", 0.6);
    }

    @Override
    public Map<String, Long> getDropped() {
      return Map.of("timeout", 2L, "server_error", 0L);
    }

    @Override
    public Map<String, String> getSamples() {
      return Map.of("timeout", "timed out");
    }

    @Override
    public List<String> getDestinations() {
      return isOn ? List.of("log: 1 sent") : List.of();
    }

    @Override
    public List<String> getMuted() {
      return List.of("quota until noon");
    }

    @Override
    public void mute(String rule, String until) {
      if (!until.equals("2h")) {
        throw new IllegalArgumentException("'" + until + "' is no time; write for instance 2h");
      }
      done.add("mute " + rule + " " + until);
    }

    @Override
    public void unmute(String rule) {
      if (!rule.equals("*") && !rule.equals("quota")) {
        throw new IllegalArgumentException("there is no rule '" + rule + "'");
      }
      done.add("unmute " + rule);
    }

    @Override
    public void sendTestAlert() {
      done.add("test");
    }
  }

  private final Alerts quiet = new Alerts(List.of(), Map.of("timeout", 0L));
  private final Alerts busy =
      new Alerts(
          List.of("quota: 17 failures", "timeouts: 3 failures"),
          Map.of("timeout", 3L, "insufficient_quota", 17L, "server_error", 0L));

  private AlertsEndpoint endpoint() {
    Map<String, AlertsMXBean> all = new LinkedHashMap<>();
    all.put("OPENAI", busy);
    all.put("OTHER", quiet);
    return new AlertsEndpoint(() -> all);
  }

  @Test
  void theStateOfEachIsThereByItsName() {
    Map<String, AlertsEndpoint.State> state = endpoint().state();
    assertThat(state.keySet()).containsExactly("OPENAI", "OTHER");
    assertThat(state.get("OPENAI"))
        .isEqualTo(
            new AlertsEndpoint.State(
                List.of("quota: 17 failures", "timeouts: 3 failures"),
                Map.of("insufficient_quota", 17L, "timeout", 3L),
                Map.of("timeout", 0.6),
                Map.of("timeout", 2L),
                Map.of("timeout", "timed out"),
                List.of("log: 1 sent"),
                List.of("quota until noon")));
  }

  @Test
  void whatWasNeverSeenIsNotTold() {
    assertThat(endpoint().state().get("OTHER"))
        .satisfies(state -> assertThat(state.errors()).isEmpty());
    assertThat(Objects.requireNonNull(endpoint().state().get("OPENAI")).errors().keySet())
        .as("the same order each time")
        .containsExactly("insufficient_quota", "timeout");
    assertThat(new AlertsEndpoint(Map::of).state()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "test, , , test",
    "test, quota, 2h, test",
    "mute, quota, 2h, mute quota 2h",
    "mute, , 2h, mute * 2h",
    "mute, *, 2h, mute * 2h",
    "unmute, quota, , unmute quota",
    "unmute, , , unmute *",
  })
  void anActionIsThatOfAllAlertsThatAreOn(
      String action, @Nullable String rule, @Nullable String until, String done) {
    endpoint().act(action, rule, until);
    assertThat(busy.done).containsExactly(done);
    assertThat(quiet.done).containsExactly(done);
    quiet.isOn = false;
    endpoint().act(action, rule, until);
    assertThat(busy.done).hasSize(2);
    assertThat(quiet.done).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Test", "TEST", "", "mutes", "test ", "resolve"})
  void anotherActionIsRefusedWithThoseThereAre(String action) {
    assertThatThrownBy(() -> endpoint().act(action, null, null))
        .isInstanceOfSatisfying(
            InvalidEndpointRequestException.class,
            refused -> assertThat(refused.getReason()).isEqualTo(action))
        .hasMessage("There are test, mute and unmute.");
    assertThat(busy.done).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "mute   | quota | soon | 'soon' is no time; write for instance 2h",
        "mute   | quota |      | '' is no time; write for instance 2h",
        "unmute | qouta |      | there is no rule 'qouta'",
      })
  void whatAlertsRefuseIsAnsweredInTheirWords(
      String action, @Nullable String rule, @Nullable String until, String answer) {
    assertThatThrownBy(() -> endpoint().act(action, rule, until))
        .isInstanceOf(InvalidEndpointRequestException.class)
        .hasMessage(answer);
    assertThat(quiet.done).isEmpty();
  }

  private static Object details(RunningAlerts alerts) {
    Info.Builder builder = new Info.Builder();
    new AlertsInfo(alerts).contribute(builder);
    return builder.build().get("openaiErrors");
  }

  @Test
  void infoSumsUpAllAlerts() {
    assertThat(details(() -> Map.of("A", busy, "B", busy, "C", quiet)))
        .isEqualTo(Map.of("open", 4, "errors", Map.of("insufficient_quota", 34L, "timeout", 6L)));
  }

  @Test
  void infoOfAServiceWithoutAlertsIsThatThereAreNone() {
    assertThat(details(Map::of)).isEqualTo(Map.of("open", 0, "errors", Map.of()));
    assertThat(details(() -> Map.of("A", quiet))).isEqualTo(Map.of("open", 0, "errors", Map.of()));
  }
}
