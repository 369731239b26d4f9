package dev.openaierrors.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures under one rule as long as they meet none of its conditions. */
final class Onset {

  private List<ConditionState> conditions;
  // Failures before the current run; null if there were none.
  private @Nullable IncidentStats earlier;
  // Failures of which each came soon after the one before.
  private IncidentStats run = new IncidentStats();

  /** None yet; the conditions may remember failures of before. */
  Onset(List<ConditionState> conditions) {
    this.conditions = conditions;
  }

  /** Those that were there before a restart. */
  Onset(List<ConditionState> conditions, IncidentStats run) {
    this(conditions);
    this.run = run;
  }

  /**
   * A condition that is met.
   *
   * @param stats all failures that made it so
   * @param slow whether it is one that few failures far apart meet
   */
  record Met(IncidentStats stats, boolean slow) {}

  /**
   * Takes note of failures.
   *
   * @return null if no condition is met now, or so few of all calls fail that it does not matter
   */
  @Nullable Met add(AlertRule rule, long time, Failure failure, long unseen, Impact impact) {
    long at = Math.max(time, run.last());
    if (!run.isEmpty() && at - run.last() > rule.runGap()) {
      earlier = all();
      run = new IncidentStats();
    }
    run.add(at, failure, unseen);
    boolean met = false;
    boolean spans = true;
    boolean slow = true;
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).add(at, failure.error(), unseen, impact.calls())) {
        met = true;
        spans &= rule.when().get(i).spans();
        slow &= rule.when().get(i).isSlow();
      }
    }
    if (!met || impact.isNoise(run.kind())) {
      return null;
    }
    // What is not slow goes on: it tells when it is more than a failure now and then.
    for (int i = 0; i < conditions.size(); i++) {
      if (!slow || rule.when().get(i).spans()) {
        conditions.get(i).clear();
      }
    }
    return new Met(spans ? all() : run, slow);
  }

  /** Goes on under other conditions, which have seen no failure yet. */
  void use(List<ConditionState> others) {
    conditions = others;
  }

  /** All failures, also those of runs before. */
  IncidentStats all() {
    if (earlier == null) {
      return run;
    }
    IncidentStats all = new IncidentStats();
    all.append(earlier);
    all.append(run);
    return all;
  }

  IncidentStats run() {
    return run;
  }

  /** When they do not matter any more. */
  long due(AlertRule rule) {
    return run.last() + rule.memory() + 1;
  }

  void forgetSamples() {
    run.forgetSample();
    if (earlier != null) {
      earlier.forgetSample();
    }
  }
}
