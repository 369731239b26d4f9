package dev.openaierrors.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All conditions of a rule, with what each remembers of one incident. */
final class Conditions {

  private final List<When> when;
  private final List<ConditionState> states;

  /** Those of an incident without a failure. */
  Conditions(AlertRule rule) {
    this.when = rule.when();
    this.states = when.stream().map(ConditionState::of).toList();
  }

  /**
   * What is known of those that are met.
   *
   * @param spans whether all of them look at failures with gaps between them
   * @param slow whether few failures far apart are enough for all of them
   */
  record Met(boolean spans, boolean slow) {}

  /**
   * Takes note of a failure, or of several like it.
   *
   * @param unseen if more than none: so many, at which nobody looked
   * @return null if none is met by them
   */
  @Nullable Met add(long at, Failure failure, long unseen, ConditionState.Calls calls) {
    boolean met = false;
    boolean spans = true;
    boolean slow = true;
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).add(at, failure.error(), unseen, calls)) {
        met = true;
        spans &= when.get(i).spans();
        slow &= when.get(i).isSlow();
      }
    }
    return met ? new Met(spans, slow) : null;
  }

  /**
   * The same once it fires by failures far apart; whether it is more than that now, for which all
   * begin anew.
   */
  boolean quicken(long at, Failure failure, long unseen, ConditionState.Calls calls) {
    boolean met = false;
    for (int i = 0; i < states.size(); i++) {
      met |= !when.get(i).spans() && states.get(i).add(at, failure.error(), unseen, calls);
    }
    if (met) {
      clear();
    }
    return met;
  }

  /** They are met; what is not slow goes on to tell when it is more than a failure now and then. */
  void fire(boolean slow) {
    for (int i = 0; i < states.size(); i++) {
      if (!slow || when.get(i).spans()) {
        states.get(i).clear();
      }
    }
  }

  /**
   * It was resolved. Should it fail again soon, then the last failure still counts as one before;
   * but not to what a few strays would meet.
   */
  void resolve(long last) {
    for (int i = 0; i < states.size(); i++) {
      if (when.get(i).spans() && !when.get(i).isSlow()) {
        states.get(i).load(List.of(last));
      }
    }
  }

  void clear() {
    states.forEach(ConditionState::clear);
  }

  List<List<Long>> save() {
    return states.stream().map(ConditionState::save).toList();
  }

  /** Remembers what {@link #save} gave, or nothing of it. */
  void load(List<List<Long>> saved) {
    for (int i = 0; i < saved.size(); i++) {
      states.get(i).load(saved.get(i));
    }
  }
}
