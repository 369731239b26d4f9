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

  private static final double MINUTE = 60_000;
  private static final double TENTHS = 10;

  private final Origin origin;
  private final Incident incident;
  private final IncidentStats tally;
  private final AlertState state;
  private final long at;
  private final String reason;

  private AlertWriter(Origin origin, Incident incident, AlertState state, long at, String reason) {
    this.origin = origin;
    this.incident = incident;
    this.tally = incident.tally;
    this.state = state;
    this.at = at;
    this.reason = reason;
  }

  /** The alert; its incident has an id afterwards. */
  static Alert write(Origin origin, Incident incident, AlertState state, long at) {
    String reason = incident.isResolvedBySuccess() ? AlertText.SUCCESS : AlertText.QUIET;
    return new AlertWriter(origin, incident, state, at, reason).write();
  }

  /** The alert that the incident's rule is gone. */
  static Alert removed(Origin origin, Incident incident, long at) {
    return new AlertWriter(origin, incident, AlertState.RESOLVED, at, AlertText.REMOVED).write();
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
        kind,
        code,
        incident.provider(),
        origin.service(),
        origin.environment(),
        origin.instance(),
        Instant.ofEpochMilli(at),
        Instant.ofEpochMilli(tally.first),
        Instant.ofEpochMilli(tally.last),
        tally.count,
        tally.repeats,
        rate(),
        tally.peak,
        incident.reminders,
        incident.flapping,
        retryable,
        tally.waitEnd == 0 ? null : Duration.ofMillis(tally.wait),
        resolved ? null : Instant.ofEpochMilli(incident.quietUntil()),
        resolved || incident.remindAt == Incident.NEVER
            ? null
            : Instant.ofEpochMilli(incident.remindAt),
        tally.top(),
        tally.sample(),
        AlertText.title(incident, origin),
        new Summary(incident, state, at, reason).text(),
        kind.cause(),
        fix,
        nextStep(retryable),
        kind.page(),
        resolved ? reason : null);
  }

  /** What ends an alert is as severe as the alert was, so that it goes where that went. */
  private Severity severity(boolean resolved) {
    return resolved && incident.worst != null ? incident.worst : incident.severity;
  }

  private double rate() {
    double minutes = Math.max(1, (tally.last - tally.first) / MINUTE);
    return Math.round(TENTHS * tally.count / minutes) / TENTHS;
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
