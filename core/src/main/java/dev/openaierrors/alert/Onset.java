package dev.openaierrors.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Failures under one rule as long as they meet none of its conditions. */
final class Onset {

  // One or two gaps from before it fired are a poor guess: expect no longer ones for now.
  private static final int SHORTER = 3;

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
   * Takes note of failures.
   *
   * @return all that made it so if a condition is met now, else null
   */
  @Nullable IncidentStats add(AlertRule rule, long time, Failure failure, long unseen) {
    long at = Math.max(time, run.last());
    if (!run.isEmpty() && at - run.last() > rule.runGap()) {
      earlier = all();
      run = new IncidentStats();
    }
    run.add(at, failure, unseen);
    boolean met = false;
    boolean spans = true;
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).add(at, failure.error(), unseen)) {
        met = true;
        spans &= rule.when().get(i).spans();
      }
    }
    if (!met) {
      return null;
    }
    conditions.forEach(ConditionState::clear);
    IncidentStats stats = spans ? all() : run;
    stats.divideGap(SHORTER);
    return stats;
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
