package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.AlertText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Many notices in one: which rules they are of, and the last state of each incident. */
final class Digest {

  private static final int TROUBLES = 64;
  private static final int SHOWN = 12;

  private final Map<String, Alert> last = new LinkedHashMap<>();
  private int notices;

  void add(Alert alert) {
    notices++;
    if (last.containsKey(alert.id()) || last.size() < TROUBLES) {
      last.put(alert.id(), alert);
    }
  }

  int notices() {
    return notices;
  }

  /** The digest of all that were added, of which there must be one. */
  Alert alert() {
    Alert worst = worst();
    return new Alert(
        "digest-" + Long.toString(latest().toEpochMilli(), 36),
        AlertState.DIGEST,
        "digest",
        "",
        worst.severity(),
        worst.cause().withoutDetails(),
        worst.origin(),
        Alert.Times.past(latest(), first(), lastSeen()),
        new Alert.Counts(
            sum(alert -> alert.counts().failures()),
            sum(alert -> alert.counts().repeats()),
            0,
            0,
            null),
        Alert.Progress.NONE,
        Map.of("rule", rules()),
        null,
        new Alert.Text(
            AlertText.title("and %s more OpenAI alerts".formatted(notices), worst.origin()),
            summary(),
            "There were more notices than the %s an hour that one destination gets."
                .formatted(Pace.AN_HOUR),
            worst.text().fix(),
            worst.text().nextStep(),
            worst.text().guide(),
            worst.text().runbook(),
            worst.text().logLink()));
  }

  private long sum(ToLongFunction<Alert> number) {
    return last.values().stream().mapToLong(number).sum();
  }

  private Alert worst() {
    Alert worst = null;
    for (Alert alert : last.values()) {
      if (worst == null || alert.severity().compareTo(worst.severity()) > 0) {
        worst = alert;
      }
    }
    return Objects.requireNonNull(worst);
  }

  private String summary() {
    Map<String, Integer> states = new LinkedHashMap<>();
    for (Alert alert : last.values()) {
      states.merge(alert.rule() + " " + alert.state().id(), 1, Integer::sum);
    }
    List<String> shown = new ArrayList<>();
    for (Map.Entry<String, Integer> state : states.entrySet()) {
      if (shown.size() == SHOWN) {
        shown.add("…");
        break;
      }
      shown.add(state.getKey() + (state.getValue() > 1 ? " (" + state.getValue() + ")" : ""));
    }
    return String.join(", ", shown);
  }

  /** How many incidents of each rule. */
  private Map<String, Long> rules() {
    Map<String, Long> rules = new LinkedHashMap<>();
    last.values().forEach(alert -> rules.merge(alert.rule(), 1L, Long::sum));
    return rules;
  }

  private Instant latest() {
    return times().map(Alert.Times::at).max(Instant::compareTo).orElseThrow();
  }

  private Instant first() {
    return times().map(Alert.Times::startsAt).min(Instant::compareTo).orElseThrow();
  }

  private Instant lastSeen() {
    return times().map(Alert.Times::lastSeen).max(Instant::compareTo).orElseThrow();
  }

  private Stream<Alert.Times> times() {
    return last.values().stream().map(Alert::times);
  }
}
