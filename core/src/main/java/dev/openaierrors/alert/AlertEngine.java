package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Errors over time become alerts. Pure: no clock, no thread, no I/O; the same calls give the same
 * alerts. Not thread-safe.
 *
 * <p>What became due before the time of a call is applied first, at its own time, so the result
 * does not depend on how often {@link #onTime} is called.
 */
public final class AlertEngine {

  // Of incidents of which no success is told; nothing is added to it.
  private static final Traffic UNHEARD = new Traffic();

  private final Incidents incidents = new Incidents();
  private final Deduplicator repeats = new Deduplicator();
  private final Traffic traffic = new Traffic();
  private final AlertListener listener;
  private RuleIndex rules;
  private Origin origin;
  // Lower bound of the next deadline.
  private long due = IncidentState.NEVER;

  /** An engine that knows of no incident yet. */
  public AlertEngine(AlertRules rules, Origin origin) {
    this(rules, origin, new AlertListener() {});
  }

  /** One that tells how many errors it got. */
  AlertEngine(AlertRules rules, Origin origin, AlertListener listener) {
    this.rules = new RuleIndex(rules);
    this.origin = origin;
    this.listener = listener;
  }

  /** Takes note of a failure; says what is to be told. */
  public List<Alert> onFailure(Failure failure) {
    long at = failure.at().toEpochMilli();
    List<Alert> alerts = advance(at);
    boolean repeat = repeats.isRepeat(failure);
    listener.errors(ErrorGroup.of(failure.error()), repeat ? 0 : 1, repeat ? 1 : 0);
    if (!repeat && failure.isFinal()) {
      traffic.failed(failure.error().provider(), at, 1);
    }
    for (IncidentKey key : rules.keys(failure)) {
      if (repeat) {
        onRepeat(key);
      } else {
        onFailure(key, failure, 0, alerts);
      }
    }
    return alerts;
  }

  /** Takes note of failures that came too fast to be looked at; says what is to be told. */
  List<Alert> onBunch(Bunch.Load bunch) {
    Failure failure = bunch.latest();
    // The last of them was kept: it tells what they say.
    List<Alert> alerts = bunch.shown() ? advance(failure.at().toEpochMilli()) : onFailure(failure);
    long unseen = bunch.shown() ? bunch.count() : bunch.count() - 1;
    if (unseen == 0) {
      return alerts;
    }
    listener.errors(ErrorGroup.of(failure.error()), unseen, 0);
    if (failure.isFinal()) {
      traffic.failed(failure.error().provider(), failure.at().toEpochMilli(), unseen);
    }
    for (IncidentKey own : rules.keys(failure)) {
      boolean mixed = bunch.others() && !own.group().isEmpty();
      onFailure(mixed ? own.inGroup(IncidentKey.OTHER) : own, failure, unseen, alerts);
    }
    return alerts;
  }

  private void onRepeat(IncidentKey key) {
    Incident incident = incidents.find(key);
    if (incident != null) {
      incident.onRepeat();
    }
  }

  private void onFailure(IncidentKey key, Failure failure, long unseen, List<Alert> alerts) {
    long at = failure.at().toEpochMilli();
    Incident incident = incidents.get(key, rules.rules());
    AlertState state =
        incident.onFailure(at, failure, unseen, hearsOfSuccess(incident) ? traffic : UNHEARD);
    Incident inhibitor = incident.isFiring() ? inhibitor(incident) : null;
    if (inhibitor != null) {
      if (!inhibitor.rule().counts(failure.error())) {
        inhibitor.onInhibited(key.rule());
      }
    } else if (incident.isFiring() && !incident.told().open()) {
      // It began to fire now, or while another incident explained it.
      AlertState first = state == null || state == AlertState.REMINDER ? incident.opening() : state;
      tell(incident, first, at, alerts);
    } else if (state != null) {
      tell(incident, state, at, alerts);
    }
    due = Math.min(due, incident.due());
  }

  /** The open incident that explains this one; null if there is none. */
  private @Nullable Incident inhibitor(Incident incident) {
    for (String name : incident.rule().inhibitedBy()) {
      Incident by = incidents.find(incident.key().under(name));
      if (by != null && by.isFiring()) {
        return by;
      }
    }
    return null;
  }

  private void tell(Incident incident, AlertState state, long at, List<Alert> alerts) {
    incident.tell(state, origin);
    long told = Math.max(at, incident.changes().last());
    alerts.add(AlertWriter.write(origin, shown(incident), state, told));
  }

  /**
   * Takes note of calls that succeeded, so that it is known which share fails. Ends nothing; see
   * {@link #onSuccess}.
   *
   * @param provider who answered
   * @param minute when, to the minute
   * @param many how many
   */
  public void onSuccesses(Provider provider, Instant minute, long many) {
    traffic.succeeded(provider, minute.toEpochMilli(), many);
  }

  /**
   * Takes note of a call that succeeded; says what is to be told. It does not count for the share
   * of calls that fail; see {@link #onSuccesses}.
   *
   * @param provider who answered
   * @param model model or deployment; null if not known
   */
  public List<Alert> onSuccess(Provider provider, @Nullable String model, Instant at) {
    List<Alert> alerts = advance(at.toEpochMilli());
    for (Incident incident : incidents.all()) {
      if (hearsOfSuccess(incident) && incident.onSuccess(provider, model, at.toEpochMilli())) {
        due = Math.min(due, incident.due());
      }
    }
    alerts.addAll(advance(at.toEpochMilli()));
    return alerts;
  }

  /**
   * Whether calls that succeed say something of it: nobody tells for which tenant one did, so of an
   * incident that an entry of the context keeps apart they neither are the end nor give a share.
   */
  private boolean hearsOfSuccess(Incident incident) {
    return incident.key().group().isEmpty() || rules.rules().groupBy().contextKeys().isEmpty();
  }

  /** Lets time pass; says what is to be told. */
  public List<Alert> onTime(Instant now) {
    return advance(now.toEpochMilli());
  }

  /** Does all that is due until then, in the order of its time. */
  private List<Alert> advance(long now) {
    List<Alert> alerts = new ArrayList<>();
    while (due <= now) {
      Incident first = incidents.firstDue();
      due = first == null ? IncidentState.NEVER : first.due();
      if (first != null && due <= now) {
        apply(first, due, alerts);
      }
    }
    return alerts;
  }

  private void apply(Incident incident, long at, List<Alert> alerts) {
    if (incident.isForgotten(at)) {
      incidents.remove(incident);
      return;
    }
    boolean told = incident.told().open();
    AlertState state = incident.onDue(at);
    boolean ends = state == AlertState.RESOLVED;
    if (state != null && told && (ends || inhibitor(incident) == null)) {
      tell(incident, state, at, alerts);
    }
  }

  /** When something becomes due at the earliest; null if nothing ever does without a failure. */
  public @Nullable Instant nextDeadline() {
    Incident first = incidents.firstDue();
    return first == null || first.due() == IncidentState.NEVER
        ? null
        : Instant.ofEpochMilli(first.due());
  }

  /** Whether what was logged may be shown. */
  boolean hasSamples() {
    return rules.rules().samples();
  }

  /** Whether any incident is open. */
  public boolean isOpen() {
    return incidents.all().stream().anyMatch(incident -> incident.told().open());
  }

  /** Whether time alone brings a notice: some incident may end, or go on long enough. */
  public boolean isTimed() {
    return incidents.all().stream().anyMatch(Incident::isFiring);
  }

  /**
   * A notice of an incident once more, as it is now.
   *
   * @param id of the incident
   * @param state what the notice says
   * @param at when that came about
   * @return null if no such incident is known, or none that was told
   */
  public @Nullable Alert notice(String id, AlertState state, Instant at) {
    for (Incident incident : incidents.all()) {
      if (incident.told().ever() && id.equals(incident.told().id())) {
        return AlertWriter.write(origin, shown(incident), state, at.toEpochMilli());
      }
    }
    return null;
  }

  /** Every open incident as it is now, in state {@link AlertState#ONGOING}. */
  public List<Alert> open(Instant now) {
    return told(AlertState.ONGOING, now);
  }

  /** A last summary of every open incident, in state {@link AlertState#STOPPED}. */
  public List<Alert> stopped(Instant now) {
    return told(AlertState.STOPPED, now);
  }

  private List<Alert> told(AlertState state, Instant now) {
    return incidents.all().stream()
        .filter(incident -> incident.told().open())
        .map(incident -> written(incident, state, now))
        .toList();
  }

  private Alert written(Incident incident, AlertState state, Instant now) {
    long at = Math.max(now.toEpochMilli(), incident.last());
    return AlertWriter.write(origin, shown(incident), state, at);
  }

  /**
   * Puts other rules in force. Incidents of rules that are still there, by their name, go on.
   *
   * @return what is to be told of incidents whose rule is gone: resolved, reason {@code removed}
   */
  public List<Alert> use(AlertRules newRules, Origin newOrigin, Instant now) {
    List<Alert> alerts = advance(now.toEpochMilli());
    incidents.removeIf(incident -> isGone(incident, newRules, now, alerts));
    rules = new RuleIndex(newRules);
    origin = newOrigin;
    due = 0;
    return alerts;
  }

  private boolean isGone(Incident incident, AlertRules newRules, Instant now, List<Alert> alerts) {
    AlertRule rule = newRules.rule(incident.key().rule());
    if (rule != null) {
      incident.use(rule, now.toEpochMilli());
    } else if (incident.told().open()) {
      alerts.add(AlertWriter.removed(origin, shown(incident), now.toEpochMilli()));
    }
    return rule == null;
  }

  /** The incident, which has forgotten its sample where there are to be none. */
  private Incident shown(Incident incident) {
    if (!rules.rules().samples()) {
      incident.forgetSamples();
    }
    return incident;
  }

  /**
   * All that is remembered, to be kept over a restart: firing incidents first, then resolved ones,
   * then the others; the latest of each first.
   */
  public EngineSnapshot snapshot(Instant now) {
    incidents.all().forEach(this::shown);
    List<IncidentState> states =
        incidents.all().stream()
            .map(Incident::state)
            .sorted(
                Comparator.comparingInt((IncidentState state) -> rank(state.phase()))
                    .thenComparing(state -> -state.stats().last()))
            .toList();
    return new EngineSnapshot(now, states, List.of());
  }

  private static int rank(IncidentState.Phase phase) {
    return switch (phase) {
      case FIRING -> 0;
      case RESOLVED -> 1;
      case PENDING -> 2;
    };
  }

  /**
   * Remembers what an engine before this one knew. What happened between was not seen, so quiet
   * counts from {@code now} on; incidents of rules that are not in force, and such as this engine
   * knows itself already, are left out.
   */
  public void restore(EngineSnapshot snapshot, Instant now) {
    for (IncidentState state : snapshot.incidents()) {
      AlertRule rule = rules.rules().rule(state.rule());
      Incident incident = rule == null ? null : Incident.restore(state, rule, now.toEpochMilli());
      if (incident != null && incidents.size() < rules.rules().maxKeys()) {
        incidents.putIfAbsent(incident);
      }
    }
    due = 0;
  }
}
