package dev.openaierrors.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One line that says how often, since when and how fast; for the end also why it is one. */
final class Summary {

  private final Incident incident;
  private final IncidentStats tally;
  private final AlertState state;
  private final long at;
  private final Alert.Resolution resolution;

  Summary(Incident incident, AlertState state, long at, Alert.Resolution resolution) {
    this.incident = incident;
    this.tally = incident.tally;
    this.state = state;
    this.at = at;
    this.resolution = resolution;
  }

  String text() {
    return state == AlertState.RESOLVED ? ended() : opening() + numbers() + notes();
  }

  private String opening() {
    return switch (state) {
      case ESCALATED -> "Now " + incident.severity.id() + ": ";
      case REOPENED -> "It came back: ";
      case FLAPPING -> "Flapping; notifications are reduced: ";
      case STOPPED -> "The service stops while this is open: ";
      default -> "";
    };
  }

  private String numbers() {
    String counted = many();
    if (tally.count == 1) {
      return counted + " at " + AlertText.moment(tally.first, at);
    }
    return "%s since %s (%s), %s/min"
        .formatted(
            counted,
            AlertText.moment(tally.first, at),
            AlertText.span(Math.max(at, tally.last) - tally.first),
            AlertText.number(tally.perMinute()));
  }

  private String many() {
    String noun = tally.kind().retryable() ? "failure" : "refusal";
    return tally.count + " " + (tally.count == 1 ? noun : noun + "s");
  }

  private String notes() {
    List<String> notes = new ArrayList<>();
    if (tally.repeats > 0) {
      notes.add("logged " + (tally.count + tally.repeats) + " times");
    }
    for (Map.Entry<String, Long> entry : new TreeMap<>(incident.inhibited).entrySet()) {
      notes.add("also " + entry.getValue() + " of " + entry.getKey());
    }
    if (tally.dropped > 0) {
      notes.add(tally.dropped + " more not inspected (rate too high)");
    }
    return notes.isEmpty() ? "" : "; " + String.join("; ", notes);
  }

  private String ended() {
    String from =
        "%s from %s to %s (%s), at most %s in a minute%s"
            .formatted(
                many(),
                AlertText.moment(tally.first, at),
                AlertText.moment(tally.last, at),
                AlertText.span(tally.last - tally.first),
                tally.peak,
                notes());
    return switch (resolution) {
      case SUCCESS -> "Calls succeed again. " + from + ".";
      case REMOVED -> "Its rule is no longer configured. " + from + ".";
      case QUIET ->
          "No failures logged for %s; %s. Logs do not record successes, so an idle service looks the"
                  .formatted(AlertText.span(at - tally.last), from)
              + " same.";
    };
  }
}
