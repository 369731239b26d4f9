package dev.openaierrors.spring;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private static final String TEST = "test";

  private final RunningAlerts alerts;

  AlertsEndpoint(RunningAlerts alerts) {
    this.alerts = alerts;
  }

  /**
   * All that is known.
   *
   * @param open incidents, a line for each
   * @param errors events with an error since the start, by kind, of the kinds that there were
   * @param dropped those of them that came too fast to be looked at
   * @param destinations what became of the notices, a line for each destination
   */
  public record State(
      List<String> open,
      Map<String, Long> errors,
      Map<String, Long> dropped,
      List<String> destinations) {}

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
   * @param action {@code test} sends a test alert to every destination
   * @throws InvalidEndpointRequestException for another word
   */
  @WriteOperation
  public void act(@Selector String action) {
    if (!TEST.equals(action)) {
      throw new InvalidEndpointRequestException(
          "There is no such action; there is: " + TEST, "unknown action");
    }
    alerts.all().values().forEach(AlertsMXBean::sendTestAlert);
  }

  private static State state(AlertsMXBean bean) {
    return new State(
        bean.getOpen(),
        counted(bean.getErrors()),
        counted(bean.getDropped()),
        bean.getDestinations());
  }

  static Map<String, Long> counted(Map<String, Long> all) {
    Map<String, Long> counted = new TreeMap<>(all);
    counted.values().removeIf(count -> count == 0);
    return counted;
  }
}
