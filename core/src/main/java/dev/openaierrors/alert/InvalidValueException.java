package dev.openaierrors.alert;

/**
 * A value of a configuration that cannot be used. Its message says what is wrong with it and then
 * what would be right; the two are kept apart so that what happens now can stand in between.
 */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String advice;
  private final boolean misspelt;

  private InvalidValueException(String problem, String advice, boolean misspelt) {
    super(advice.isEmpty() ? problem : problem + "; " + advice);
    this.problem = problem;
    this.advice = advice;
    this.misspelt = misspelt;
  }

  /**
   * A word that means nothing, which nobody can have wanted.
   *
   * @param problem what is wrong, beginning with the value
   * @param advice what would be right; empty if {@code problem} says it
   */
  public static InvalidValueException misspelt(String problem, String advice) {
    return new InvalidValueException(problem, advice, true);
  }

  /**
   * A number, a duration, an address or the like that is none, or is out of range.
   *
   * @param problem what is wrong, beginning with the value unless that may be a secret
   * @param advice what would be right; empty if {@code problem} says it
   */
  public static InvalidValueException unusable(String problem, String advice) {
    return new InvalidValueException(problem, advice, false);
  }

  /** What is wrong, without a full stop. */
  public String problem() {
    return problem;
  }

  /** What would be right, without a full stop; empty if {@link #problem()} says it. */
  public String advice() {
    return advice;
  }

  /** Whether it is a word that means nothing. */
  public boolean isMisspelt() {
    return misspelt;
  }
}
