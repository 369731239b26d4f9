package dev.openaierrors.alert;

/**
 * Which part of the calls of the last minutes failed.
 *
 * @param failed failures of one incident
 * @param calls all calls, those that succeeded too; not less than {@code failed}
 */
public record Share(long failed, long calls) {

  private static final int PERCENT = 100;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative, or more failed than there were calls
   */
  public Share {
    if (failed < 0 || calls < failed) {
      throw new IllegalArgumentException("no more calls fail than there are");
    }
  }

  /** Whether at least so many per cent of the calls failed. */
  public boolean isAtLeast(int percent) {
    return PERCENT * failed >= percent * calls;
  }

  /** For a person: {@code 38 of 41 calls, 93 %}. */
  public String words() {
    long percent = Math.round((double) PERCENT * failed / Math.max(1, calls));
    return "%s of %s calls, %s".formatted(failed, calls, percent == 0 ? "< 1 %" : percent + " %");
  }
}
