package dev.openaierrors.alert;

import org.jspecify.annotations.Nullable;

/** Failures under one rule as long as they meet none of its conditions. */
final class Onset {

  private Conditions conditions;
  // Failures before the current run; null if there were none.
  private @Nullable IncidentStats earlier;
  // Failures of which each came soon after the one before.
  private IncidentStats run = new IncidentStats();

  /** None yet; the conditions may remember failures of before. */
  Onset(Conditions conditions) {
    this.conditions = conditions;
  }

  /** Those that were there before a restart. */
  Onset(Conditions conditions, IncidentStats run) {
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
    Conditions.Met met = conditions.add(at, failure, unseen, impact.calls());
    if (met == null || impact.isNoise(run.kind())) {
      return null;
    }
    conditions.fire(met.slow());
    return new Met(met.spans() ? all() : run, met.slow());
  }

  /** Goes on under other conditions, which have seen no failure yet. */
  void use(Conditions others) {
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
