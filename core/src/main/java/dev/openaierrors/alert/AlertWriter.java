package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an alert of an incident as it is at a time. */
final class AlertWriter {

  private final Origin origin;
  private final Incident incident;
  private final IncidentStats tally;
  private final AlertState state;
  private final long at;
  private final Alert.Resolution resolution;

  private AlertWriter(
      Origin origin, Incident incident, AlertState state, long at, Alert.Resolution resolution) {
    this.origin = origin;
    this.incident = incident;
    this.tally = incident.tally;
    this.state = state;
    this.at = at;
    this.resolution = resolution;
  }

  /** The alert; its incident has an id afterwards. */
  static Alert write(Origin origin, Incident incident, AlertState state, long at) {
    Alert.Resolution resolution =
        incident.isResolvedBySuccess() ? Alert.Resolution.SUCCESS : Alert.Resolution.QUIET;
    return new AlertWriter(origin, incident, state, at, resolution).write();
  }

  /** The alert that the incident's rule is gone. */
  static Alert removed(Origin origin, Incident incident, long at) {
    return new AlertWriter(origin, incident, AlertState.RESOLVED, at, Alert.Resolution.REMOVED)
        .write();
  }

  private Alert write() {
    ErrorKind kind = tally.kind();
    String code = tally.most(Dimension.CODE);
    boolean retryable = kind.retryable();
    String fix = kind.fix(code == null ? null : code.toLowerCase(Locale.ROOT));
    OpenAiError latest = tally.latest;
    if (latest != null && latest.kind() == kind && Objects.equals(latest.code(), code)) {
      retryable = latest.retryable();
      fix = latest.fix();
    }
    boolean resolved = state == AlertState.RESOLVED;
    String id = incident.id;
    if (id == null) {
      id = IncidentId.of(incident.key, origin, tally.first, incident.firedAt);
      incident.id = id;
    }
    return new Alert(
        id,
        state,
        incident.rule.name(),
        severity(resolved),
        new Alert.Cause(
            kind,
            code,
            incident.provider(),
            retryable,
            tally.waitEnd == 0 ? null : Duration.ofMillis(tally.wait)),
        origin,
        times(resolved),
        new Alert.Counts(tally.count, tally.repeats, tally.perMinute(), tally.peak),
        new Alert.Progress(incident.reminders, incident.flapping, resolved ? resolution : null),
        tally.top(),
        tally.sample(),
        new Alert.Text(
            AlertText.title(incident, origin),
            new Summary(incident, state, at, resolution).text(),
            kind.cause(),
            fix,
            nextStep(retryable),
            kind.page()));
  }

  private Alert.Times times(boolean resolved) {
    Instant now = Instant.ofEpochMilli(at);
    Instant first = Instant.ofEpochMilli(tally.first);
    Instant last = Instant.ofEpochMilli(tally.last);
    if (resolved) {
      return Alert.Times.past(now, first, last);
    }
    return new Alert.Times(
        now,
        first,
        last,
        Instant.ofEpochMilli(incident.quietUntil()),
        incident.remindAt == Incident.NEVER ? null : Instant.ofEpochMilli(incident.remindAt));
  }

  /** What ends an alert is as severe as the alert was, so that it goes where that went. */
  private Severity severity(boolean resolved) {
    return resolved && incident.worst != null ? incident.worst : incident.severity;
  }

  private @Nullable String nextStep(boolean retryable) {
    StringBuilder steps = new StringBuilder();
    if (!retryable && tally.attempts > 1) {
      add(
          steps,
          "Your client retries what cannot succeed (up to %s attempts a call): switch that off."
              .formatted(tally.attempts));
    }
    if (SeverityPolicy.hasKeysOfUsers(incident.rule, tally)) {
      add(steps, "More than three different keys are refused: are they your users' own?");
    }
    boolean open = state.isOpen();
    if (open && incident.rule.traits().contains(AlertRule.Trait.UNTIL_RESET) && tally.waitEnd > 0) {
      add(steps, "The answers name a reset at %s.".formatted(AlertText.moment(tally.waitEnd, at)));
    }
    if (open && incident.rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING)) {
      add(steps, "Open until %s.".formatted(AlertText.moment(incident.quietUntil(), at)));
    }
    if (incident.rule.nextStep() != null) {
      add(steps, incident.rule.nextStep());
    }
    return steps.isEmpty() ? null : steps.toString();
  }

  private static void add(StringBuilder steps, String step) {
    steps.append(steps.isEmpty() ? "" : " ").append(step);
  }
}
