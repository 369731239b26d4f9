package dev.openaierrors.alert;

import java.time.Duration;

/** A condition under which a rule is met. */
public sealed interface When {

  /** One failure is enough. */
  record First() implements When {}

  /**
   * {@code count} failures within {@code within}, in at least {@code minutes} different minutes of
   * the clock.
   */
  record Count(int count, Duration within, int minutes) implements When {}

  /** Failures in {@code minutes} of the last {@code of} minutes of the clock. */
  record ActiveMinutes(int minutes, int of) implements When {}

  /** A second failure ten minutes or more after the first; for services with few calls. */
  record Again() implements When {}
}
