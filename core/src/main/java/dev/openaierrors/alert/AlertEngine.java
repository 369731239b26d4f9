package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Errors over time become alerts. Pure: no clock, no thread, no I/O; the same calls give the same
 * alerts. Not thread-safe.
 *
 * <p>What became due before the time of a call is applied first, at its own time, so the result
 * does not depend on how often {@link #onTime} is called.
 */
public final class AlertEngine {

  private final Troubles troubles = new Troubles();
  private final Repeats repeats = new Repeats();
  private AlertRules rules;
  private Map<ErrorKind, List<AlertRule>> byKind;
  private Origin origin;
  // Not before this time is anything due; it may be later.
  private long due = Trouble.NEVER;

  /** An engine that knows of no trouble yet. */
  public AlertEngine(AlertRules rules, Origin origin) {
    this.rules = rules;
    this.byKind = rules.byKind();
    this.origin = origin;
  }

  /** Takes note of a failure; says what is to be told. */
  public List<Alert> onFailure(Failure failure) {
    long at = failure.at().toEpochMilli();
    List<Alert> alerts = advance(at);
    OpenAiError error = failure.error();
    boolean repeat = repeats.isRepeat(failure);
    for (AlertRule rule : Objects.requireNonNull(byKind.get(error.kind()))) {
      if (rule.counts(error)) {
        TroubleKey key = TroubleKey.of(rule.name(), rules.keyFacets(rule), error, failure.logger());
        if (repeat) {
          onRepeat(key);
        } else {
          onFailure(key, rule, failure, 0, alerts);
        }
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
    OpenAiError error = failure.error();
    for (AlertRule rule : Objects.requireNonNull(byKind.get(error.kind()))) {
      if (rule.counts(error)) {
        TroubleKey own = TroubleKey.of(rule.name(), rules.keyFacets(rule), error, failure.logger());
        boolean mixed = bunch.others() && !own.group().isEmpty();
        TroubleKey key = mixed ? own.inGroup(TroubleKey.OTHER) : own;
        onFailure(key, rule, failure, unseen, alerts);
      }
    }
    return alerts;
  }

  private void onRepeat(TroubleKey key) {
    Trouble trouble = troubles.find(key);
    if (trouble != null) {
      (trouble.next == null ? trouble : trouble.next).tally.repeats++;
    }
  }

  private void onFailure(
      TroubleKey key, AlertRule rule, Failure failure, long unseen, List<Alert> alerts) {
    long at = failure.at().toEpochMilli();
    Trouble trouble = troubles.get(key, rule, rules.maxKeys());
    AlertState state =
        unseen == 0 ? trouble.onFailure(at, failure) : trouble.onUnseen(at, failure, unseen);
    Trouble inhibitor = trouble.phase == Trouble.Phase.FIRING ? inhibitor(trouble) : null;
    if (inhibitor != null) {
      inhibitor.inhibited.merge(rule.name(), 1L, Long::sum);
    } else if (trouble.phase == Trouble.Phase.FIRING && !trouble.told) {
      // It began to fire now, or while another trouble explained it.
      AlertState first = state == null || state == AlertState.REMINDER ? trouble.opening() : state;
      tell(trouble, first, at, alerts);
    } else if (state != null) {
      tell(trouble, state, at, alerts);
    }
    due = Math.min(due, trouble.due());
  }

  /** The open trouble that explains this one; null if there is none. */
  private @Nullable Trouble inhibitor(Trouble trouble) {
    for (String name : trouble.rule.inhibitedBy()) {
      Trouble by = troubles.find(trouble.key.under(name));
      if (by != null && by.phase == Trouble.Phase.FIRING) {
        return by;
      }
    }
    return null;
  }

  private void tell(Trouble trouble, AlertState state, long at, List<Alert> alerts) {
    trouble.tell(state);
    alerts.add(AlertWriter.write(origin, shown(trouble), state, Math.max(at, trouble.changedAt)));
  }

  /**
   * Takes note of a call that succeeded; says what is to be told.
   *
   * @param provider who answered
   * @param model model or deployment; null if not known
   */
  public List<Alert> onSuccess(Provider provider, @Nullable String model, Instant at) {
    List<Alert> alerts = advance(at.toEpochMilli());
    for (Trouble trouble : troubles.all()) {
      if (concerns(trouble, provider, model)) {
        trouble.onSuccess(at.toEpochMilli());
        due = Math.min(due, trouble.due());
      }
    }
    alerts.addAll(advance(at.toEpochMilli()));
    return alerts;
  }

  private static boolean concerns(Trouble trouble, Provider provider, @Nullable String model) {
    Provider who = trouble.provider();
    TopCounts models = trouble.tally.facets.get(Facet.MODEL);
    return (who == provider || who == Provider.UNKNOWN || provider == Provider.UNKNOWN)
        && (model == null || models == null || models.contains(model));
  }

  /** Lets time pass; says what is to be told. */
  public List<Alert> onTime(Instant now) {
    return advance(now.toEpochMilli());
  }

  /** Does all that is due until then, in the order of its time. */
  private List<Alert> advance(long now) {
    List<Alert> alerts = new ArrayList<>();
    while (due <= now) {
      Trouble first = troubles.firstDue();
      due = first == null ? Trouble.NEVER : first.due();
      if (first != null && due <= now) {
        apply(first, due, alerts);
      }
    }
    return alerts;
  }

  private void apply(Trouble trouble, long at, List<Alert> alerts) {
    if (trouble.isForgotten(at)) {
      troubles.remove(trouble);
      return;
    }
    boolean told = trouble.told;
    AlertState state = trouble.onDue(at);
    boolean ends = state == AlertState.RESOLVED;
    if (state != null && told && (ends || inhibitor(trouble) == null)) {
      tell(trouble, state, at, alerts);
    }
  }

  /** When something becomes due at the earliest; null if nothing ever does without a failure. */
  public @Nullable Instant nextDeadline() {
    Trouble first = troubles.firstDue();
    return first == null || first.due() == Trouble.NEVER ? null : Instant.ofEpochMilli(first.due());
  }

  /** Whether any trouble is open. */
  public boolean isOpen() {
    return troubles.all().stream().anyMatch(trouble -> trouble.told);
  }

  /** Whether time alone brings a notice: some trouble may end, or go on long enough. */
  public boolean isTimed() {
    return troubles.all().stream().anyMatch(trouble -> trouble.phase == Trouble.Phase.FIRING);
  }

  /**
   * A notice of a trouble once more, as it is now.
   *
   * @param id of the trouble
   * @param state what the notice says
   * @param at when that came about
   * @return null if no such trouble is known, or none that was told
   */
  public @Nullable Alert notice(String id, AlertState state, Instant at) {
    for (Trouble trouble : troubles.all()) {
      if (trouble.everTold && id.equals(trouble.id)) {
        return AlertWriter.write(origin, trouble, state, at.toEpochMilli());
      }
    }
    return null;
  }

  /** How many failures had no place of their own and share one for each rule and provider. */
  public long overflow() {
    return troubles.overflow();
  }

  /** Every open trouble as it is now, in state {@link AlertState#ONGOING}. */
  public List<Alert> open(Instant now) {
    return told(AlertState.ONGOING, now);
  }

  /** A last summary of every open trouble, in state {@link AlertState#STOPPED}. */
  public List<Alert> stopped(Instant now) {
    return told(AlertState.STOPPED, now);
  }

  private List<Alert> told(AlertState state, Instant now) {
    return troubles.all().stream()
        .filter(trouble -> trouble.told)
        .map(
            trouble ->
                AlertWriter.write(
                    origin,
                    shown(trouble),
                    state,
                    Math.max(now.toEpochMilli(), trouble.tally.last)))
        .toList();
  }

  /**
   * Puts other rules in force. Troubles of rules that are still there, by their name, go on.
   *
   * @return what is to be told of troubles whose rule is gone: resolved, reason {@code removed}
   */
  public List<Alert> use(AlertRules newRules, Origin newOrigin, Instant now) {
    List<Alert> alerts = advance(now.toEpochMilli());
    troubles.removeIf(trouble -> isGone(trouble, newRules, now, alerts));
    rules = newRules;
    byKind = newRules.byKind();
    origin = newOrigin;
    due = 0;
    return alerts;
  }

  private boolean isGone(Trouble trouble, AlertRules newRules, Instant now, List<Alert> alerts) {
    AlertRule rule = newRules.rule(trouble.key.rule());
    if (rule != null) {
      trouble.use(rule, now.toEpochMilli());
    } else if (trouble.told) {
      alerts.add(AlertWriter.removed(origin, shown(trouble), now.toEpochMilli()));
    }
    return rule == null;
  }

  /** The trouble, which has forgotten its sample where there are to be none. */
  private Trouble shown(Trouble trouble) {
    if (!rules.samples()) {
      trouble.forgetSamples();
    }
    return trouble;
  }

  /** The rules in force. */
  public AlertRules rules() {
    return rules;
  }

  /** All that is remembered, to be kept over a restart. */
  public EngineSnapshot snapshot(Instant now) {
    troubles.all().forEach(this::shown);
    return Snapshots.of(troubles.all(), now.toEpochMilli());
  }

  /**
   * Remembers what an engine before this one knew. What happened between was not seen, so quiet
   * counts from {@code now} on; troubles of rules that are not in force, and such as this engine
   * knows itself already, are left out.
   */
  public void restore(EngineSnapshot snapshot, Instant now) {
    for (Trouble trouble : Snapshots.restore(snapshot, rules, now.toEpochMilli())) {
      if (troubles.size() < rules.maxKeys()) {
        troubles.putIfAbsent(trouble);
      }
    }
    due = 0;
  }
}
