package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When to alert, and how.
 *
 * @param name its name; that of a default rule or a user's own
 * @param kinds kinds of errors that count
 * @param subject which of their errors count
 * @param when conditions, of which one has to hold
 * @param severity how bad it is
 * @param quiet time without a failure after which it counts as resolved
 * @param quietAdapts whether {@code quiet} grows with the gaps between failures
 * @param reminder time to the first reminder; null for none
 * @param reminderFactor what the gap is multiplied with after each
 * @param reminderMax the longest gap
 */
public record AlertRule(
    String name,
    Set<ErrorKind> kinds,
    Subject subject,
    List<When> when,
    Severity severity,
    Duration quiet,
    boolean quietAdapts,
    @Nullable Duration reminder,
    int reminderFactor,
    Duration reminderMax) {

  /** Which errors of a rule's kinds count. */
  public enum Subject {
    /** All. */
    ALL,
    /** Limits that reset within the minute, and those that do not say. */
    SHORT_LIMITS,
    /** Limits of a day, or a named wait of ten minutes or more. */
    LONG_LIMITS,
    /** Requests that no wait makes fit. */
    TOO_LARGE
  }
}
