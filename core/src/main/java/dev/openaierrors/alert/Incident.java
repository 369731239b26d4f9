package dev.openaierrors.alert;

import static dev.openaierrors.alert.IncidentState.NEVER;

import dev.openaierrors.alert.IncidentState.Phase;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One incident: pending, firing or resolved. Says which notice is due; whether it is told is the
 * engine's matter. Times are milliseconds since 1970.
 */
final class Incident {

  private static final long DAY = 24 * 60 * 60_000;
  // How often the day between reminders of what fails now and then is doubled.
  private static final int DOUBLED = 3;
  private static final long AFTER_RESET = 5 * 60_000;

  private final IncidentKey key;
  private AlertRule rule;
  private final Answerer answerer;
  private List<ConditionState> conditions;
  private Phase phase = Phase.PENDING;
  // Failures that meet no condition: the first ones, or those after it was resolved.
  private @Nullable Onset onset;
  // All failures once it fires.
  private IncidentStats stats = new IncidentStats();
  private Severity severity;
  private IncidentState.Told told = IncidentState.Told.NOTHING;
  private IncidentState.Changes changes = IncidentState.Changes.NONE;
  private IncidentState.Reminders reminders = IncidentState.Reminders.NONE;
  private IncidentState.Flapping flapping = IncidentState.Flapping.NONE;
  private final Map<String, Long> inhibited = new TreeMap<>();
  private Recovery recovery = Recovery.NONE;
  private final Impact impact = new Impact();
  // The last failure of which there were more than now and then; 0 if nobody knows.
  private long busyAt;
  // When it came back, though nobody was told, since it was kept open; 0 if it did not.
  private long backAt;
  // When it was critical, the last time; 0 if it never was.
  private long wideAt;
  // Before that time nobody looked.
  private long observedFrom;
  // Nothing is due before: the rule was another one until then.
  private long ruledFrom;

  Incident(IncidentKey key, AlertRule rule) {
    this.key = key;
    this.rule = rule;
    this.answerer = new Answerer(key.provider());
    this.conditions = rule.conditions();
    this.onset = new Onset(conditions);
    this.severity = rule.severity();
  }

  /**
   * What was saved, under the rule of that name. Before {@code now} nobody looked.
   *
   * @return null if it had no failure
   */
  static @Nullable Incident restore(IncidentState untrusted, AlertRule rule, long now) {
    IncidentState saved = untrusted.restored(rule, now);
    IncidentStats stats = IncidentStats.restore(saved.stats(), now);
    if (stats.isEmpty()) {
      return null;
    }
    IncidentKey key = new IncidentKey(saved.rule(), saved.provider(), saved.group());
    Incident incident = new Incident(key, rule);
    incident.phase = saved.phase();
    incident.severity = saved.severity() == null ? rule.severity() : saved.severity();
    incident.told = saved.told();
    incident.changes = saved.changes();
    incident.reminders = saved.reminders();
    incident.flapping = saved.flapping();
    incident.inhibited.putAll(saved.inhibited());
    incident.observedFrom = now;
    incident.wideAt = incident.severity == Severity.CRITICAL ? saved.stats().last() : 0;
    incident.ruledFrom = now;
    boolean pending = saved.phase() == Phase.PENDING;
    incident.stats = stats;
    incident.onset = pending ? new Onset(incident.conditions, stats) : null;
    for (int i = 0; pending && i < saved.conditions().size(); i++) {
      incident.conditions.get(i).load(saved.conditions().get(i));
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
        severity,
        told,
        changes,
        reminders,
        flapping,
        (phase == Phase.PENDING && onset != null ? onset.all() : stats).state(),
        conditions.stream().map(ConditionState::save).toList(),
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
    return told;
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
    ruledFrom = now;
    if (!other.when().equals(rule.when())) {
      conditions = other.conditions();
      if (onset != null) {
        onset.use(conditions);
      }
    }
    reminders = reminders.under(rule, other, isFiring(), stats.last());
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
        conditions.forEach(ConditionState::clear);
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
      told = IncidentState.Told.NOTHING;
      answerer.forgetName();
      reminders = IncidentState.Reminders.NONE;
      inhibited.clear();
    }
    return fire(at, met.slow());
  }

  private AlertState fire(long at, boolean slow) {
    boolean flapped = flapping.at(at, changes).active();
    flapping = flapping.fire(at, changes, informs());
    phase = Phase.FIRING;
    changes = changes.fire(at, slow);
    severity = severity(at);
    reminders = reminders.fire(rule.reminders(), leastReminder(), at);
    recovery = Recovery.NONE;
    busyAt = at;
    return flapping.active() && !flapped ? AlertState.FLAPPING : opening();
  }

  /** As what it is told that it fires: again, if somebody was told of it before. */
  AlertState opening() {
    return told.ever() ? AlertState.REOPENED : AlertState.FIRING;
  }

  private @Nullable AlertState goOn(long at, Failure failure, long unseen) {
    if (at - busy() > ownQuiet()) {
      flapping = flapping.comeBack(at);
      backAt = at;
    }
    boolean triedAgain = isTriedAgain();
    stats.add(at, failure, unseen);
    if (triedAgain && !isTriedAgain()) {
      reminders = IncidentState.Reminders.NONE.fire(rule.reminders(), leastReminder(), at);
    }
    if (!impact.isNoise(stats.kind())) {
      recovery = Recovery.NONE;
      busyAt = at;
    }
    if (changes.slow() && quickens(at, failure, unseen)) {
      changes = changes.quicken();
      reminders = IncidentState.Reminders.NONE.fire(rule.reminders(), leastReminder(), at);
    }
    severity = severity(at);
    if (told.open() && told.worst() != null && told.isWorse(severity)) {
      reminders = reminders.postpone(at);
      return AlertState.ESCALATED;
    }
    // It says that it goes on, so it comes with a failure and never in a silence.
    return reminders.at() <= at ? remind(at) : null;
  }

  /** Whether it is more than a failure now and then. */
  private boolean quickens(long at, Failure failure, long unseen) {
    boolean met = false;
    for (int i = 0; i < conditions.size(); i++) {
      met |=
          !rule.when().get(i).spans()
              && conditions.get(i).add(at, failure.error(), unseen, impact.calls());
    }
    if (met) {
      conditions.forEach(ConditionState::clear);
    }
    return met;
  }

  private Severity severity(long at) {
    // What was kept open over a silence begins anew.
    long since = Math.max(changes.fired(), backAt);
    boolean wide = wideAt >= since && told.open();
    SeverityPolicy.Course course =
        new SeverityPolicy.Course(isSlow() || isTriedAgain(), wide, at - since);
    Severity now = SeverityPolicy.of(rule, stats, impact, course, at);
    wideAt = now == Severity.CRITICAL ? at : wideAt;
    return now;
  }

  private AlertState remind(long at) {
    reminders = reminders.grow(rule.reminders(), leastReminder(), at);
    return AlertState.REMINDER;
  }

  /** Of what fails now and then nobody wants to hear more than once a day, and then less. */
  private long leastReminder() {
    return isSlow() || isTriedAgain() ? DAY << Math.min(reminders.count(), DOUBLED) : 0;
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
    boolean concerned =
        isFiring()
            && at > busy()
            && Traffic.isOf(provider, provider())
            && (model == null || stats.mayHave(Dimension.MODEL, model))
            && !rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING);
    recovery = concerned ? recovery.succeed(at, changes.fired()) : recovery;
    return concerned;
  }

  /** When something becomes due; {@link IncidentState#NEVER} if nothing does. */
  long due() {
    return switch (phase) {
      case PENDING -> onsetDue();
      case FIRING ->
          Math.max(
              ruledFrom, Math.min(Math.min(quietUntil(), recovery.at()), flapping.until(changes)));
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
        conditions.forEach(ConditionState::clear);
      }
      flapping = flapping.at(at, changes);
      return null;
    }
    if (quietUntil() <= at || recovery.at() <= at) {
      return resolve(at);
    }
    flapping = flapping.at(at, changes);
    return quietUntil() <= at ? resolve(at) : null;
  }

  private AlertState resolve(long at) {
    changes = changes.resolve(at, quiet());
    phase = Phase.RESOLVED;
    reminders = reminders.end();
    // Should it fail again soon, then the last failure still counts as one before; but not to what
    // a few strays would meet.
    for (int i = 0; i < conditions.size(); i++) {
      if (rule.when().get(i).spans() && !rule.when().get(i).isSlow()) {
        conditions.get(i).load(List.of(stats.last()));
      }
    }
    return AlertState.RESOLVED;
  }

  /** Whether calls that succeed are why it was resolved. */
  boolean isResolvedBySuccess() {
    return recovery.at() <= changes.resolved();
  }

  /** When it is resolved if no failure follows. */
  long quietUntil() {
    boolean reset = rule.traits().contains(AlertRule.Trait.UNTIL_RESET) && stats.waitEnd() > 0;
    long from = Math.max(busy(), observedFrom);
    return Math.max(from + quiet(), reset ? stats.waitEnd() + AFTER_RESET : 0);
  }

  private long busy() {
    return busyAt == 0 ? stats.last() : busyAt;
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
    reminders = reminders.told(state);
    String id = told.id() == null ? key.id(origin, stats.first(), changes.fired()) : told.id();
    told = told.with(state, severity, id);
  }

  /** What was logged is nobody's business any more. */
  void forgetSamples() {
    stats.forgetSample();
    if (onset != null) {
      onset.forgetSamples();
    }
  }
}
