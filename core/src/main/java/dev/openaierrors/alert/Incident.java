package dev.openaierrors.alert;

import static dev.openaierrors.alert.IncidentState.NEVER;

import dev.openaierrors.alert.IncidentState.Phase;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One incident: pending, firing or resolved. Says which notice is due; whether it is told is the
 * engine's matter. Times are milliseconds since 1970.
 */
final class Incident {

  private final IncidentKey key;
  private AlertRule rule;
  private final Answerer answerer;
  private Conditions conditions;
  private Phase phase = Phase.PENDING;
  // Failures that meet no condition: the first ones, or those after it was resolved.
  private @Nullable Onset onset;
  // All failures once it fires.
  private IncidentStats stats = new IncidentStats();
  private final Gravity gravity;
  private final Telling telling = new Telling();
  private IncidentState.Changes changes = IncidentState.Changes.NONE;
  private IncidentState.Flapping flapping = IncidentState.Flapping.NONE;
  private final Map<String, Long> inhibited = new TreeMap<>();
  private final Ending ending = new Ending();
  private final Impact impact = new Impact();

  Incident(IncidentKey key, AlertRule rule) {
    this.key = key;
    this.rule = rule;
    this.answerer = new Answerer(key.provider());
    this.conditions = new Conditions(rule);
    this.onset = new Onset(conditions);
    this.gravity = new Gravity(rule.severity());
  }

  /**
   * What was saved, under the rule of that name. Before {@code now} nobody looked.
   *
   * @return null if it had no failure
   */
  static @Nullable Incident restore(IncidentState untrusted, AlertRule rule, long now) {
    IncidentState saved = new SavedState(untrusted, rule, now).believed();
    IncidentStats stats = IncidentStats.restore(saved.stats());
    if (stats.isEmpty()) {
      return null;
    }
    IncidentKey key = new IncidentKey(saved.rule(), saved.provider(), saved.group());
    Incident incident = new Incident(key, rule);
    incident.phase = saved.phase();
    incident.gravity.restore(saved.severity(), stats.last());
    incident.telling.restore(saved);
    incident.changes = saved.changes();
    incident.flapping = saved.flapping();
    incident.inhibited.putAll(saved.inhibited());
    incident.ending.restart(now);
    incident.stats = stats;
    incident.onset = null;
    if (saved.phase() == Phase.PENDING) {
      incident.conditions.load(saved.conditions());
      incident.onset = new Onset(incident.conditions, stats);
    }
    return incident;
  }

  /** All of it as it is now. */
  IncidentState state() {
    return new IncidentState(
        key.rule(),
        key.provider(),
        key.group(),
        phase,
        gravity.severity(),
        telling.told(),
        changes,
        telling.reminders(),
        flapping,
        (phase == Phase.PENDING && onset != null ? onset.all() : stats).state(),
        conditions.save(),
        inhibited);
  }

  IncidentKey key() {
    return key;
  }

  AlertRule rule() {
    return rule;
  }

  /** When its last failure came. */
  long last() {
    return (phase == Phase.PENDING && onset != null ? onset.run() : stats).last();
  }

  /** The error of its last failure; null if nobody knows it any more. */
  @Nullable OpenAiError latest() {
    return stats.latest();
  }

  boolean isFiring() {
    return phase == Phase.FIRING;
  }

  IncidentState.Told told() {
    return telling.told();
  }

  IncidentState.Changes changes() {
    return changes;
  }

  Answerer answerer() {
    return answerer;
  }

  /** Who answers it. */
  Provider provider() {
    return answerer.most(stats);
  }

  /** Takes another version of its rule. */
  void use(AlertRule other, long now) {
    if (other.equals(rule)) {
      return;
    }
    ending.use(now);
    if (!other.when().equals(rule.when())) {
      conditions = new Conditions(other);
      if (onset != null) {
        onset.use(conditions);
      }
    }
    telling.use(rule, other, isFiring(), stats.last());
    rule = other;
  }

  /**
   * Takes note of a failure; the notice that it brings, null if none.
   *
   * @param unseen if more than none: of so many failures like this one, at which nobody looked
   * @param traffic all calls, as far as they are known
   */
  @Nullable AlertState onFailure(long time, Failure failure, long unseen, Traffic traffic) {
    long at = Math.max(time, Math.max(last(), changes.last()));
    impact.failed(at, failure, unseen, traffic, provider());
    return isFiring() ? goOn(at, failure, unseen) : begin(at, failure, unseen);
  }

  /** Takes note that a failure was told again. */
  void onRepeat() {
    (onset == null ? stats : onset.run()).repeat();
  }

  /** Takes note of a failure of a rule that this incident explains. */
  void onInhibited(String name) {
    inhibited.merge(name, 1L, Long::sum);
  }

  private @Nullable AlertState begin(long at, Failure failure, long unseen) {
    boolean soon = phase == Phase.RESOLVED && at <= changes.soon();
    if (onset == null) {
      if (!soon) {
        conditions.clear();
      }
      onset = new Onset(conditions);
    }
    Onset.Met met = onset.add(rule, at, failure, unseen, impact);
    if (met == null) {
      return null;
    }
    onset = null;
    if (soon) {
      stats.append(met.stats());
    } else {
      stats = met.stats();
      telling.forget();
      answerer.forgetName();
      inhibited.clear();
    }
    return fire(at, met.slow());
  }

  private AlertState fire(long at, boolean slow) {
    boolean flapped = flapping.at(at, changes).active();
    flapping = flapping.fire(at, changes, informs());
    phase = Phase.FIRING;
    changes = changes.fire(at, slow);
    gravity.weigh(rule, stats, impact, isRare(), changes.fired(), told().open(), at);
    telling.fire(rule, isRare(), at);
    ending.failed(at);
    return flapping.active() && !flapped ? AlertState.FLAPPING : telling.opening();
  }

  /** As what it is told that it fires: again, if somebody was told of it before. */
  AlertState opening() {
    return telling.opening();
  }

  private @Nullable AlertState goOn(long at, Failure failure, long unseen) {
    if (at - ending.busy(stats) > ownQuiet()) {
      flapping = flapping.comeBack(at);
      gravity.comeBack(at);
    }
    boolean triedAgain = isTriedAgain();
    stats.add(at, failure, unseen);
    if (!impact.isNoise(stats.kind())) {
      ending.failed(at);
    }
    if (triedAgain && !isTriedAgain()) {
      telling.quicken(rule, isRare(), at);
    }
    if (changes.slow() && conditions.quicken(at, failure, unseen, impact.calls())) {
      changes = changes.quicken();
      telling.quicken(rule, isRare(), at);
    }
    gravity.weigh(rule, stats, impact, isRare(), changes.fired(), told().open(), at);
    return telling.goOn(rule, gravity.severity(), isRare(), at);
  }

  /** Whether it is told as what fails now and then. */
  private boolean isRare() {
    return isSlow() || isTriedAgain();
  }

  /** Whether all that failed was tried again, and is not known to have failed for good. */
  boolean isTriedAgain() {
    return stats.isTriedAgain() && rule.traits().contains(AlertRule.Trait.SLOW_INFORMS);
  }

  /** Whether it fires by nothing but failures far apart, and is told as that. */
  boolean isSlow() {
    return changes.slow() && rule.traits().contains(AlertRule.Trait.SLOW_INFORMS);
  }

  /** Which part of the calls failed, as of the last failure; null if not known. */
  @Nullable Share share() {
    return impact.share();
  }

  /** Takes note of a call that succeeded, to this model, null for any; whether it matters here. */
  boolean onSuccess(Provider provider, @Nullable String model, long at) {
    return isFiring()
        && Traffic.isOf(provider, provider())
        && (model == null || stats.mayHave(Dimension.MODEL, model))
        && !rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING)
        && ending.succeeded(at, stats, changes.fired());
  }

  /** When something becomes due; {@link IncidentState#NEVER} if nothing does. */
  long due() {
    return switch (phase) {
      case PENDING -> onsetDue();
      case FIRING -> ending.due(quietUntil(), flapping.until(changes));
      case RESOLVED -> Math.min(onsetDue(), forgetAt());
    };
  }

  private long onsetDue() {
    return onset == null ? NEVER : onset.due(rule);
  }

  private long forgetAt() {
    long forgotten = Math.max(changes.soon(), changes.last() + IncidentState.Flapping.MEMORY) + 1;
    return onset == null ? forgotten : Math.max(forgotten, onset.due(rule));
  }

  /** Whether nothing of it matters any more at this time, at which something is due. */
  boolean isForgotten(long at) {
    return switch (phase) {
      case PENDING -> true;
      case FIRING -> false;
      case RESOLVED -> at >= forgetAt();
    };
  }

  /** Does what is due at this time; the notice that it brings, null if none. */
  @Nullable AlertState onDue(long at) {
    if (phase == Phase.RESOLVED) {
      onset = onsetDue() <= at ? null : onset;
      if (onset == null) {
        conditions.clear();
      }
      flapping = flapping.at(at, changes);
      return null;
    }
    if (quietUntil() <= at || ending.recoveredAt() <= at) {
      return resolve(at);
    }
    flapping = flapping.at(at, changes);
    return quietUntil() <= at ? resolve(at) : null;
  }

  private AlertState resolve(long at) {
    changes = changes.resolve(at, quiet());
    phase = Phase.RESOLVED;
    telling.resolve();
    conditions.resolve(stats.last());
    return AlertState.RESOLVED;
  }

  /** Whether calls that succeed are why it was resolved. */
  boolean isResolvedBySuccess() {
    return ending.recoveredAt() <= changes.resolved();
  }

  /** When it is resolved if no failure follows. */
  long quietUntil() {
    return ending.quietUntil(rule, stats, quiet());
  }

  private long quiet() {
    return Math.max(ownQuiet(), flapping.quiet(informs()));
  }

  private boolean informs() {
    return rule.severity() == Severity.INFO;
  }

  /** As if it did not come and go. */
  private long ownQuiet() {
    return Quiet.of(rule, stats, changes.slow());
  }

  /** Notes that a notice goes out, which gives the incident an id if it has none. */
  void tell(AlertState state, Origin origin) {
    answerer.name(stats);
    String known = telling.told().id();
    String id = known == null ? key.id(origin, stats.first(), changes.fired()) : known;
    telling.tell(state, gravity.severity(), id);
  }

  /** What was logged is nobody's business any more. */
  void forgetSamples() {
    stats.forgetSample();
    if (onset != null) {
      onset.forgetSamples();
    }
  }
}
