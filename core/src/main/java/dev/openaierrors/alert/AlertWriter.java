package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an alert of an incident as it is at a time; changes nothing. */
final class AlertWriter {

  private AlertWriter() {}

  static Alert write(Origin origin, Incident incident, AlertState state, long at) {
    Alert.Resolution resolution =
        incident.isResolvedBySuccess() ? Alert.Resolution.SUCCESS : Alert.Resolution.QUIET;
    return write(origin, incident, state, at, state == AlertState.RESOLVED ? resolution : null);
  }

  /** The alert that the incident's rule is gone. */
  static Alert removed(Origin origin, Incident incident, long at) {
    return write(origin, incident, AlertState.RESOLVED, at, Alert.Resolution.REMOVED);
  }

  private static Alert write(
      Origin origin,
      Incident incident,
      AlertState state,
      long at,
      Alert.@Nullable Resolution resolution) {
    IncidentState now = incident.state();
    IncidentState.Stats stats = now.stats();
    ErrorKind kind = stats.kind();
    String code = stats.values(Dimension.CODE).keySet().stream().findFirst().orElse(null);
    OpenAiError typical = typical(incident.latest(), kind, code);
    boolean retryable = typical == null ? kind.retryable() : typical.retryable();
    String fix =
        typical == null
            ? kind.fix(code == null ? null : code.toLowerCase(Locale.ROOT))
            : typical.fix();
    Duration wait = stats.waitEnd() == 0 ? null : Duration.ofMillis(stats.longestWait());
    Alert alert =
        new Alert(
            Objects.requireNonNull(now.told().id(), "what was told has an id"),
            state,
            now.rule(),
            now.group(),
            severity(now, incident.rule(), resolution != null),
            new Alert.Cause(kind, code, incident.provider(), retryable, wait),
            origin,
            times(incident, now, resolution != null, Instant.ofEpochMilli(at)),
            new Alert.Counts(
                stats.count(),
                stats.repeats(),
                new FailureRate(stats).perMinute(),
                stats.peak(),
                incident.share()),
            new Alert.Progress(now.reminders().count(), now.flapping().active(), resolution),
            stats.dimensions(),
            stats.sample(),
            new Alert.Text(
                IncidentText.title(incident, now, origin),
                IncidentText.summary(now, incident.share(), state, at, resolution, origin.zone()),
                kind.cause(),
                fix,
                NextStep.of(incident, now, state.isOpen(), at, retryable, origin.zone()),
                kind.page()));
    return AlertLinks.linked(alert, incident.rule().text());
  }

  /** The latest error, if it is what most failures are; it may know better than its kind. */
  private static @Nullable OpenAiError typical(
      @Nullable OpenAiError latest, ErrorKind kind, @Nullable String code) {
    boolean is =
        latest != null && latest.kind() == kind && Objects.equals(latest.answer().code(), code);
    return is ? latest : null;
  }

  /** What ends an alert is as severe as the alert was, so that it goes where that went. */
  private static Severity severity(IncidentState now, AlertRule rule, boolean resolved) {
    Severity worst = now.told().worst();
    return resolved && worst != null
        ? worst
        : Objects.requireNonNullElse(now.severity(), rule.severity());
  }

  private static Alert.Times times(
      Incident incident, IncidentState now, boolean resolved, Instant at) {
    Instant first = Instant.ofEpochMilli(now.stats().first());
    Instant last = Instant.ofEpochMilli(now.stats().last());
    if (resolved) {
      return Alert.Times.past(at, first, last);
    }
    long reminder = now.reminders().at();
    return new Alert.Times(
        at,
        first,
        last,
        Instant.ofEpochMilli(incident.quietUntil()),
        reminder == IncidentState.NEVER ? null : Instant.ofEpochMilli(reminder));
  }
}
