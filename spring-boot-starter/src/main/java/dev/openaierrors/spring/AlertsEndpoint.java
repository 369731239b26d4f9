package dev.openaierrors.spring;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The endpoint {@code openaierrors} of Spring Boot's Actuator: what is open, what was counted, and
 * whether alerts reach their destinations. Texts are those of alerts, without secrets.
 */
@Endpoint(id = AlertsEndpoint.ID)
public final class AlertsEndpoint {

  static final String ID = "openaierrors";

  private final RunningAlerts alerts;

  AlertsEndpoint(RunningAlerts alerts) {
    this.alerts = alerts;
  }

  /**
   * All that is known.
   *
   * @param open incidents, a line for each
   * @param errors events with an error since the start, by kind, of the kinds that there were
   * @param rates errors a minute in the last five minutes, by kind, of the kinds that came then
   * @param dropped those of them that came too fast to be looked at
   * @param samples the last of them that was looked at, redacted, by kind; none with the setting
   *     {@code samples} off
   * @param destinations what became of the notices, a line for each destination
   * @param muted what is held back, a line for each
   */
  public record State(
      List<String> open,
      Map<String, Long> errors,
      Map<String, Double> rates,
      Map<String, Long> dropped,
      Map<String, String> samples,
      List<String> destinations,
      List<String> muted) {}

  /** The state of the alerts by the name of the appender that feeds them; usually there is one. */
  @ReadOperation
  public Map<String, State> state() {
    Map<String, State> states = new LinkedHashMap<>();
    alerts.all().forEach((name, bean) -> states.put(name, state(bean)));
    return states;
  }

  /**
   * Does something.
   *
   * @param action {@code test} sends a test alert to every destination; {@code mute} holds back the
   *     notices of a rule for a while, {@code unmute} ends that
   * @param rule name of the rule to mute; {@code *} and null are all
   * @param until when it ends, a time or a duration, as {@code 2h}
   * @throws InvalidEndpointRequestException for another word, rule or time, or where no alerts run;
   *     says what would be right
   */
  @WriteOperation
  public void act(
      @Selector String action,
      // Spring Boot 3 knows this one only, Spring Boot 4 both.
      @org.springframework.lang.Nullable @Nullable String rule,
      @org.springframework.lang.Nullable @Nullable String until) {
    String which = rule == null ? "*" : rule;
    Consumer<AlertsMXBean> step =
        switch (action) {
          case "test" -> AlertsMXBean::sendTestAlert;
          case "mute" -> bean -> bean.mute(which, until == null ? "" : until);
          case "unmute" -> bean -> bean.unmute(which);
          default -> throw refused("There are test, mute and unmute.", action);
        };
    List<AlertsMXBean> running =
        alerts.all().values().stream().filter(AlertsEndpoint::isOn).toList();
    if (running.isEmpty()) {
      throw refused("No alerts run in this service.", action);
    }
    try {
      running.forEach(step);
    } catch (IllegalArgumentException wrong) {
      throw refused(String.valueOf(wrong.getMessage()), action);
    }
  }

  /**
   * One whose alerts are off only counts, knows no rule and has no destination, not even the log.
   */
  private static boolean isOn(AlertsMXBean bean) {
    return !bean.getDestinations().isEmpty();
  }

  private static InvalidEndpointRequestException refused(String sentence, String action) {
    return new InvalidEndpointRequestException(sentence, action);
  }

  private static State state(AlertsMXBean bean) {
    return new State(
        bean.getOpen(),
        counted(bean.getErrors()),
        bean.getRates(),
        counted(bean.getDropped()),
        bean.getSamples(),
        bean.getDestinations(),
        bean.getMuted());
  }

  static Map<String, Long> counted(Map<String, Long> all) {
    Map<String, Long> counted = new TreeMap<>(all);
    counted.values().removeIf(count -> count == 0);
    return counted;
  }
}
