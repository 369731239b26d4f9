package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Instant;
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

  private AlertRules rules;
  private Origin origin;

  /** An engine that knows of no trouble yet. */
  public AlertEngine(AlertRules rules, Origin origin) {
    this.rules = rules;
    this.origin = origin;
  }

  /** Takes note of a failure; says what is to be told. */
  public List<Alert> onFailure(Failure failure) {
    return List.of();
  }

  /**
   * Takes note of a call that succeeded; says what is to be told.
   *
   * @param provider who answered
   * @param model model or deployment; null if not known
   */
  public List<Alert> onSuccess(Provider provider, @Nullable String model, Instant at) {
    return List.of();
  }

  /** Counts failures that nobody looked at, since too many came at once. */
  public void onDropped(ErrorKind kind, long count, Instant at) {}

  /** Lets time pass; says what is to be told. */
  public List<Alert> onTime(Instant now) {
    return List.of();
  }

  /** When something becomes due at the earliest; null if nothing ever does without a failure. */
  public @Nullable Instant nextDeadline() {
    return null;
  }

  /** Whether any trouble is open. */
  public boolean isOpen() {
    return false;
  }

  /** Every open trouble as it is now, in state {@link AlertState#ONGOING}. */
  public List<Alert> open(Instant now) {
    return List.of();
  }

  /** A last summary of every open trouble, in state {@link AlertState#STOPPED}. */
  public List<Alert> stopped(Instant now) {
    return List.of();
  }

  /**
   * Puts other rules in force. Troubles of rules that are still there, by their name, go on.
   *
   * @return what is to be told of troubles whose rule is gone: resolved, reason {@code removed}
   */
  public List<Alert> use(AlertRules newRules, Origin newOrigin, Instant now) {
    rules = newRules;
    origin = newOrigin;
    return List.of();
  }

  /** The rules in force. */
  public AlertRules rules() {
    return rules;
  }

  /** Where the alerts come from. */
  public Origin origin() {
    return origin;
  }

  /** All that is remembered, to be kept over a restart. */
  public EngineSnapshot snapshot(Instant now) {
    return new EngineSnapshot(EngineSnapshot.VERSION, now.toEpochMilli(), List.of());
  }

  /**
   * Remembers what an engine before this one knew. What happened between was not seen, so quiet
   * counts from {@code now} on; troubles of rules that are not in force, and such as this engine
   * knows itself already, are left out.
   */
  public void restore(EngineSnapshot snapshot, Instant now) {}
}
