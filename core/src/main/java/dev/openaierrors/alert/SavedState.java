package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of an incident that was saved. A file may hold anything: what makes no sense is
 * mended or dropped.
 */
final class SavedState {

  private static final int LONGEST_GROUP = 300;
  private static final int LONGEST_RULE = 60;
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_TEXT = 300;

  private final IncidentState saved;
  private final AlertRule rule;
  private final long now;

  /** Of an incident under the rule of that name. */
  SavedState(IncidentState saved, AlertRule rule, long now) {
    this.saved = saved;
    this.rule = rule;
    this.now = now;
  }

  IncidentState believed() {
    Map<String, Long> inhibited = new LinkedHashMap<>();
    saved
        .inhibited()
        .forEach((name, count) -> inhibited.put(Printable.line(name, LONGEST_RULE), count));
    return new IncidentState(
        rule.name(),
        saved.provider(),
        Printable.line(saved.group(), LONGEST_GROUP),
        saved.phase(),
        saved.severity(),
        told(saved.told()),
        changes(saved.changes()),
        reminders(saved.reminders()),
        saved.flapping(),
        stats(saved.stats()),
        saved.conditions().size() == rule.when().size() ? saved.conditions() : List.of(),
        inhibited);
  }

  private boolean isFiring() {
    return saved.phase() == IncidentState.Phase.FIRING;
  }

  private IncidentState.Told told(IncidentState.Told told) {
    String id = Printable.lineOrNull(told.id(), LONGEST_ID);
    return id == null
        ? IncidentState.Told.NOTHING
        : new IncidentState.Told(id, told.open() && isFiring(), told.ever(), told.worst());
  }

  private IncidentState.Changes changes(IncidentState.Changes changes) {
    return new IncidentState.Changes(
        past(changes.fired()),
        past(changes.resolved()),
        Math.min(changes.resolvedQuiet(), IncidentState.Flapping.DAILY_QUIET),
        changes.slow());
  }

  /** The gap is never shorter than the rule's, which would remind of every failure. */
  private IncidentState.Reminders reminders(IncidentState.Reminders reminders) {
    AlertRule.Reminders ofRule = rule.reminders();
    long least = isFiring() && ofRule != null ? ofRule.first().toMillis() : 0;
    return new IncidentState.Reminders(
        ofRule == null ? IncidentState.NEVER : reminders.at(),
        Math.max(reminders.gap(), least),
        reminders.count());
  }

  private IncidentState.Stats stats(IncidentState.Stats stats) {
    // A version before kept neither.
    boolean known = !stats.lately().isEmpty();
    List<Long> lately = known ? stats.lately() : List.of(stats.last());
    long last = past(stats.last());
    return new IncidentState.Stats(
        Math.min(stats.first(), last),
        last,
        stats.count(),
        stats.repeats(),
        stats.dropped(),
        stats.peak(),
        stats.gap(),
        Math.min(stats.waitEnd(), now + AlertRule.MAX_QUIET.toMillis()),
        Math.min(stats.longestWait(), AlertRule.MAX_QUIET.toMillis()),
        Math.min(stats.attempts(), IncidentStats.MOST_ATTEMPTS),
        stats.kinds(),
        stats.dimensions(),
        past(known ? stats.over() : lately),
        past(lately),
        sample(stats.sample()));
  }

  private static Alert.@Nullable Sample sample(Alert.@Nullable Sample sample) {
    return sample == null
        ? null
        : new Alert.Sample(
            sample.at(),
            Printable.lineOrNull(sample.logger(), LONGEST_TEXT),
            Objects.requireNonNullElse(Redactor.clean(sample.message(), LONGEST_TEXT), ""),
            Printable.lineOrNull(sample.requestId(), LONGEST_TEXT));
  }

  private long past(long time) {
    return Math.min(time, now);
  }

  private List<Long> past(List<Long> times) {
    return times.stream().map(this::past).toList();
  }
}
