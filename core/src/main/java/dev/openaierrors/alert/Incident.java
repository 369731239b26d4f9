package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one incident: pending, firing or resolved. Says which notice is due; whether it is
 * told is the engine's matter. Times are milliseconds since 1970.
 */
final class Incident {

  static final long NEVER = Long.MAX_VALUE;

  /** Where it stands. */
  enum Phase {
    PENDING,
    FIRING,
    RESOLVED
  }

  private static final long MINUTE = 60_000;
  private static final long FLAPPING_MEMORY = 6 * 60 * MINUTE;
  private static final int FLAPPING_FIRINGS = 3;
  private static final int FLAPPING_FACTOR = 4;
  private static final int QUIET_GAPS = 3;
  private static final long SUCCESSES_APART = MINUTE;
  private static final long MIN_HOLD = 2 * MINUTE;
  private static final long AFTER_RESET = 5 * MINUTE;

  final IncidentKey key;
  AlertRule rule;
  // Who answers, where the first failures did not say; null if none says.
  @Nullable Provider joined;
  private @Nullable Provider named;
  List<ConditionState> trackers;
  Phase phase = Phase.PENDING;
  // Failures before the current run; null if there were none.
  @Nullable IncidentStats earlier;
  // Failures of which each came soon after the one before; once it fires, all of the incident.
  IncidentStats tally = new IncidentStats();
  // Failures after it was resolved, as long as they meet no condition.
  @Nullable Incident next;
  @Nullable String id;
  long firedAt;
  long resolvedAt;
  long resolvedQuiet;
  long changedAt;
  // Before that time nobody looked.
  long observedFrom;
  // Nothing is due before: the rule was another one until then.
  long ruledFrom;
  Severity severity;
  long remindAt = NEVER;
  long reminderGap;
  int reminders;
  boolean news;
  boolean flapping;
  List<Long> firings = new ArrayList<>(2);
  long firstSuccess = NEVER;
  long successAt = NEVER;
  // Whether a notice of it is out that a later one has to end.
  boolean told;
  boolean everTold;
  @Nullable Severity worst;
  final Map<String, Long> inhibited = new HashMap<>();

  Incident(IncidentKey key, AlertRule rule) {
    this.key = key;
    this.rule = rule;
    this.trackers = trackers(rule);
    this.severity = rule.severity();
  }

  /** Whether failures of this provider belong here, too, since those here do not say whose. */
  boolean joins(Provider provider) {
    return joined == null || (joined == Provider.AZURE) == (provider == Provider.AZURE);
  }

  /** Takes note that a failure of this provider comes. */
  void join(Provider provider) {
    if (key.provider() == Provider.UNKNOWN && provider != Provider.UNKNOWN) {
      joined = provider;
    }
  }

  private static List<ConditionState> trackers(AlertRule rule) {
    return rule.when().stream().map(ConditionState::of).toList();
  }

  /** Who answered most failures; once it was told, that stays, since destinations go by it. */
  Provider provider() {
    if (named != null) {
      return named;
    }
    String most = tally.most(Dimension.PROVIDER);
    Provider provider = most == null ? null : Provider.fromId(most);
    return provider == null ? key.provider() : provider;
  }

  /** Takes another version of its rule. */
  void use(AlertRule other, long now) {
    if (other.equals(rule)) {
      return;
    }
    ruledFrom = now;
    if (!other.when().equals(rule.when())) {
      trackers = trackers(other);
    }
    if (next != null) {
      next.use(other, now);
    }
    boolean begins = rule.reminder() == null && other.reminder() != null;
    rule = other;
    if (other.reminder() == null) {
      remindAt = NEVER;
    } else if (begins && phase == Phase.FIRING) {
      reminderGap = other.reminder().toMillis();
      remindAt = tally.last + reminderGap;
    }
  }

  /** Takes note of a failure; the notice that it brings, null if none. */
  @Nullable AlertState onFailure(long time, Failure failure) {
    return onFailures(time, failure, 0);
  }

  /** Takes note of failures like this one that nobody looked at; the notice that they bring. */
  @Nullable AlertState onUnseen(long time, Failure like, long unseen) {
    return onFailures(time, like, unseen);
  }

  private @Nullable AlertState onFailures(long time, Failure failure, long unseen) {
    long at = Math.max(time, Math.max(tally.last, changedAt));
    return switch (phase) {
      case PENDING -> meets(at, failure, unseen) ? fire(at) : null;
      case FIRING -> goOn(at, failure, unseen);
      case RESOLVED -> afterwards(at, failure, unseen);
    };
  }

  /** Whether the rule is met; then the tally is that of all failures which made it so. */
  private boolean meets(long at, Failure failure, long unseen) {
    if (tally.count > 0 && at - tally.last > rule.runGap()) {
      earlier = whole();
      tally = new IncidentStats();
    }
    tally.add(at, failure, unseen);
    boolean met = false;
    boolean spans = true;
    for (ConditionState tracker : trackers) {
      if (tracker.add(at, failure.error(), unseen)) {
        met = true;
        spans &= tracker.spans();
      }
    }
    if (met) {
      tally = spans ? whole() : tally;
      earlier = null;
      trackers.forEach(ConditionState::clear);
      // One or two gaps from before it fired are a poor guess: expect no longer ones for now.
      tally.gap /= QUIET_GAPS;
    }
    return met;
  }

  private IncidentStats whole() {
    if (earlier == null) {
      return tally;
    }
    earlier.append(tally);
    return earlier;
  }

  private AlertState fire(long at) {
    flapping &= at < flappingUntil();
    phase = Phase.FIRING;
    firedAt = at;
    changedAt = at;
    severity = SeverityPolicy.of(rule, tally, at - firedAt);
    news = false;
    firstSuccess = NEVER;
    successAt = NEVER;
    reminderGap = reminderGap == 0 ? firstReminder() : reminderGap;
    remindAt = rule.reminder() == null ? NEVER : at + reminderGap;
    firings.removeIf(fired -> at - fired > FLAPPING_MEMORY);
    firings.add(at);
    if (firings.size() >= FLAPPING_FIRINGS && !flapping) {
      flapping = true;
      return AlertState.FLAPPING;
    }
    return opening();
  }

  /** As what it is told that it fires: again, if somebody was told of it before. */
  AlertState opening() {
    return everTold ? AlertState.REOPENED : AlertState.FIRING;
  }

  private long firstReminder() {
    return rule.reminder() == null ? 0 : rule.reminder().toMillis();
  }

  private @Nullable AlertState goOn(long at, Failure failure, long unseen) {
    tally.add(at, failure, unseen);
    news = true;
    firstSuccess = NEVER;
    successAt = NEVER;
    severity = SeverityPolicy.of(rule, tally, at - firedAt);
    if (told && worst != null && !worst.isAtLeast(severity)) {
      return AlertState.ESCALATED;
    }
    return remindAt <= at ? remind(at) : null;
  }

  private AlertState remind(long at) {
    reminderGap = Math.min(reminderGap * rule.reminderFactor(), rule.reminderMax().toMillis());
    remindAt = at + reminderGap;
    return AlertState.REMINDER;
  }

  private @Nullable AlertState afterwards(long at, Failure failure, long unseen) {
    boolean soon = at - resolvedAt <= 2 * resolvedQuiet;
    if (next == null && !soon) {
      trackers.forEach(ConditionState::clear);
    }
    Incident again = next == null ? new Incident(key, rule) : next;
    next = again;
    again.trackers = trackers;
    if (!again.meets(at, failure, unseen)) {
      return null;
    }
    next = null;
    if (soon) {
      tally.append(again.tally);
    } else {
      beginAnew(again.tally);
    }
    return fire(at);
  }

  private void beginAnew(IncidentStats fresh) {
    tally = fresh;
    id = null;
    everTold = false;
    named = null;
    worst = null;
    reminderGap = 0;
    reminders = 0;
    inhibited.clear();
  }

  /** A call succeeded; whether that concerns this incident is checked before. */
  void onSuccess(long at) {
    if (phase != Phase.FIRING
        || at <= tally.last
        || rule.traits().contains(AlertRule.Trait.SUCCESS_PROVES_NOTHING)) {
      return;
    }
    if (firstSuccess == NEVER) {
      firstSuccess = at;
    } else if (successAt == NEVER && at - firstSuccess >= SUCCESSES_APART) {
      successAt = Math.max(at, firedAt + MIN_HOLD);
    }
  }

  /** When something becomes due; {@link #NEVER} if nothing does. */
  long due() {
    return switch (phase) {
      case PENDING -> tally.last + rule.memory() + 1;
      case FIRING ->
          Math.max(
              ruledFrom,
              Math.min(
                  Math.min(quietUntil(), successAt), Math.min(reminderDue(), flappingUntil())));
      case RESOLVED -> Math.min(nextDue(), forgetAt());
    };
  }

  /** A reminder says that it goes on: after an unusual silence it waits for the next failure. */
  private long reminderDue() {
    long silence = Math.max(rule.quiet().toMillis(), tally.gap);
    return news && remindAt <= tally.last + silence ? remindAt : NEVER;
  }

  private long nextDue() {
    return next == null ? NEVER : next.due();
  }

  private long forgetAt() {
    return Math.max(
        Math.max(resolvedAt + 2 * resolvedQuiet, changedAt + FLAPPING_MEMORY) + 1,
        next == null ? 0 : next.due());
  }

  private long flappingUntil() {
    return flapping ? changedAt + FLAPPING_MEMORY : NEVER;
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
      next = next != null && next.due() <= at ? null : next;
      if (next == null) {
        trackers.forEach(ConditionState::clear);
      }
      flapping &= at < flappingUntil();
      return null;
    }
    if (quietUntil() <= at || successAt <= at) {
      return resolve(at);
    }
    if (flappingUntil() <= at) {
      flapping = false;
      return quietUntil() <= at ? resolve(at) : null;
    }
    return remind(at);
  }

  private AlertState resolve(long at) {
    resolvedQuiet = quiet();
    phase = Phase.RESOLVED;
    resolvedAt = at;
    changedAt = at;
    remindAt = NEVER;
    // Should it fail again soon, then the last failure still counts as one before.
    trackers.stream().filter(ConditionState::spans).forEach(it -> it.load(List.of(tally.last)));
    return AlertState.RESOLVED;
  }

  /** Whether calls that succeed are why it was resolved. */
  boolean isResolvedBySuccess() {
    return successAt <= resolvedAt;
  }

  /** When it is resolved if no failure follows. */
  long quietUntil() {
    long from = Math.max(tally.last, observedFrom);
    if (rule.traits().contains(AlertRule.Trait.UNTIL_RESET) && tally.waitEnd > 0) {
      return Math.max(from, tally.waitEnd) + AFTER_RESET;
    }
    return from + quiet();
  }

  private long quiet() {
    long longest = AlertRule.MAX_QUIET.toMillis();
    long quiet = rule.quiet().toMillis();
    if (rule.quietAdapts()) {
      quiet = Math.max(quiet, Math.min(QUIET_GAPS * tally.gap, longest));
    }
    return flapping ? Math.min(FLAPPING_FACTOR * quiet, longest) : quiet;
  }

  /** Notes that a notice goes out. */
  void tell(AlertState state) {
    named = provider();
    boolean open = state != AlertState.RESOLVED;
    told = open;
    everTold |= open;
    news = false;
    if (state == AlertState.REMINDER) {
      reminders++;
    }
    if (worst == null || !worst.isAtLeast(severity)) {
      worst = severity;
    }
  }

  /** What was logged is nobody's business any more. */
  void forgetSamples() {
    tally.sample(null);
    if (earlier != null) {
      earlier.sample(null);
    }
  }
}
