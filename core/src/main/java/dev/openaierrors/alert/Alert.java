package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One notice about an incident with OpenAI; every destination renders from it.
 *
 * <p>All text is redacted, bounded and free of control characters. A later version may add
 * components: read an alert by its accessors.
 *
 * @param id of the incident, the same from its first notice to its last
 * @param state what this notice says
 * @param rule name of the rule
 * @param group values of the dimensions that keep incidents of one rule apart, such as {@code model
 *     gpt-4o}; empty if there are none
 * @param severity how bad it is now
 * @param cause what failed
 * @param origin where the alert comes from
 * @param times since when, and when what comes next
 * @param counts how many, and how fast
 * @param progress how the incident went so far
 * @param dimensions whom it hits: by {@link Dimension#id()} the values seen most with their counts,
 *     most first; in a digest, by {@code rule} the number of incidents
 * @param sample one of its log events; null if there is none
 * @param text what people read
 */
public record Alert(
    String id,
    AlertState state,
    String rule,
    String group,
    Severity severity,
    Cause cause,
    Origin origin,
    Times times,
    Counts counts,
    Progress progress,
    Map<String, Map<String, Long>> dimensions,
    @Nullable Sample sample,
    Text text) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if {@code id} or {@code rule} is empty
   */
  public Alert {
    if (id.isEmpty() || rule.isEmpty()) {
      throw new IllegalArgumentException("an alert has an id and a rule");
    }
    Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
    dimensions.forEach(
        (name, counted) ->
            copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(counted))));
    dimensions = Collections.unmodifiableMap(copy);
  }

  /** The same with another text. */
  public Alert withText(Text other) {
    return new Alert(
        id,
        state,
        rule,
        group,
        severity,
        cause,
        origin,
        times,
        counts,
        progress,
        dimensions,
        sample,
        other);
  }

  /**
   * What failed.
   *
   * @param kind the kind seen most in this incident
   * @param code the payload's code seen most; null if none was
   * @param provider who answered
   * @param retryable whether sending the same request again can help
   * @param retryAfter the longest wait that an answer named lately; null if none did
   */
  public record Cause(
      ErrorKind kind,
      @Nullable String code,
      Provider provider,
      boolean retryable,
      @Nullable Duration retryAfter) {

    /** The same without what only some answers say. */
    public Cause withoutDetails() {
      return new Cause(kind, null, provider, retryable, null);
    }
  }

  /**
   * The moments of an incident.
   *
   * @param at time of this notice
   * @param startsAt time of the first failure
   * @param lastSeen time of the last failure
   * @param quietUntil when it counts as resolved if no failure follows; null once it is
   * @param nextNotice when the next reminder comes if it goes on; null if none will
   */
  public record Times(
      Instant at,
      Instant startsAt,
      Instant lastSeen,
      @Nullable Instant quietUntil,
      @Nullable Instant nextNotice) {

    /** Those of a notice after which nothing is due. */
    public static Times past(Instant at, Instant startsAt, Instant lastSeen) {
      return new Times(at, startsAt, lastSeen, null, null);
    }
  }

  /**
   * The numbers of an incident.
   *
   * @param failures failures since {@link Times#startsAt()}
   * @param repeats further log events that told of one of these failures again
   * @param perMinute failures a minute between {@link Times#startsAt()} and {@link
   *     Times#lastSeen()}, but not over less than a minute; with one decimal
   * @param peakPerMinute most failures within one minute of the clock
   * @param share which part of the calls failed, as of the last failure; null where nobody tells of
   *     calls that succeed
   */
  public record Counts(
      long failures, long repeats, double perMinute, long peakPerMinute, @Nullable Share share) {

    /** Nothing happened. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, null);

    private static final double DECIMAL = 10;

    /**
     * Checks and rounds.
     *
     * @throws IllegalArgumentException if a number is negative, or {@code perMinute} not finite
     */
    public Counts {
      if (failures < 0 || repeats < 0 || peakPerMinute < 0 || !(perMinute >= 0)) {
        throw new IllegalArgumentException("a count is never negative");
      }
      if (Double.isInfinite(perMinute)) {
        throw new IllegalArgumentException("a rate is finite");
      }
      perMinute = Math.round(perMinute * DECIMAL) / DECIMAL;
    }
  }

  /**
   * How an incident went so far.
   *
   * @param reminders how many reminders came before and with this notice
   * @param flapping whether it comes and goes
   * @param resolution why it counts as resolved; null in other states
   */
  public record Progress(int reminders, boolean flapping, @Nullable Resolution resolution) {

    /** Nothing came before. */
    public static final Progress NONE = new Progress(0, false, null);
  }

  /** Why an incident counts as resolved. */
  public enum Resolution {
    /** No failure came for the quiet period. */
    QUIET("quiet"),
    /** Calls succeed. */
    SUCCESS("success"),
    /** The rule is gone. */
    REMOVED("removed");

    private final String id;

    Resolution(String id) {
      this.id = id;
    }

    /** The word for it in what destinations are sent; never changes. */
    public String id() {
      return id;
    }
  }

  /**
   * A log event of the incident, redacted.
   *
   * @param at its time
   * @param logger its logger; null if it has none
   * @param message the part of it that is the error, at most 300 characters
   * @param requestId the provider's id of the request; null if not known
   */
  public record Sample(
      Instant at, @Nullable String logger, String message, @Nullable String requestId) {

    /** Of an event with this error; takes as long as all else that is done with one. */
    static Sample of(Instant at, @Nullable String logger, OpenAiError error) {
      return new Sample(
          at,
          Printable.lineOrNull(logger, 100),
          Objects.requireNonNullElse(error.particulars().message(), error.kind().cause()),
          error.call().requestId());
    }
  }

  /**
   * What people read of an alert.
   *
   * @param title what and where, one line
   * @param summary how often, since when, how fast; one line
   * @param cause why it happens, one sentence
   * @param fix what to do, one sentence
   * @param nextStep who does it and where; null if {@code fix} says it all
   * @param guide address of a page that explains it
   * @param runbook address of the user's own page about it; null if none is configured
   * @param logLink address at which the log of the incident can be read; null if none is configured
   */
  public record Text(
      String title,
      String summary,
      String cause,
      String fix,
      @Nullable String nextStep,
      String guide,
      @Nullable String runbook,
      @Nullable String logLink) {

    /** Without links of the user's own. */
    public Text(
        String title,
        String summary,
        String cause,
        String fix,
        @Nullable String nextStep,
        String guide) {
      this(title, summary, cause, fix, nextStep, guide, null, null);
    }

    /** The same with these links; null for none. */
    public Text withLinks(@Nullable String newRunbook, @Nullable String newLogLink) {
      return new Text(title, summary, cause, fix, nextStep, guide, newRunbook, newLogLink);
    }
  }
}
