package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One notice about an incident with OpenAI; every destination renders from it.
 *
 * <p>All text is redacted, bounded and free of control characters.
 *
 * @param id of the incident, the same from its first notice to its last
 * @param state what this notice says
 * @param rule name of the rule
 * @param severity how bad it is now
 * @param kind the kind most seen in this incident
 * @param code the payload's code most seen; null if none was
 * @param provider who answered
 * @param service name of the service; null if not configured
 * @param environment such as {@code prod}; null if not configured
 * @param instance host or pod; null if not known
 * @param at time of this notice
 * @param startsAt time of the first failure
 * @param lastSeen time of the last failure
 * @param count failures since {@code startsAt}
 * @param repeats further log events that told of one of these failures again
 * @param ratePerMinute failures a minute between {@code startsAt} and {@code lastSeen}
 * @param peakPerMinute most failures within one minute of the clock
 * @param reminder how many reminders came before and with this notice
 * @param flapping whether it comes and goes
 * @param retryable whether sending the same request again can help
 * @param retryAfter the longest wait that an answer named lately; null if none did
 * @param quietUntil when it counts as resolved if no failure follows; null once it is
 * @param nextNotice when the next reminder comes if it goes on; null if none will
 * @param facets whom it hits: by facet ({@code model}, {@code logger}, {@code limit}, …) the values
 *     seen most, with counts, most first
 * @param sample one of its log events; null if there is none
 * @param title what and where, one line
 * @param summary how often, since when, how fast; one line
 * @param cause why it happens, one sentence
 * @param fix what to do, one sentence
 * @param nextStep who does it and where; null if {@code fix} says it all
 * @param guide page that explains it
 * @param reason why it counts as resolved: {@code quiet} or {@code success}; null in other states
 */
public record Alert(
    String id,
    AlertState state,
    String rule,
    Severity severity,
    ErrorKind kind,
    @Nullable String code,
    Provider provider,
    @Nullable String service,
    @Nullable String environment,
    @Nullable String instance,
    Instant at,
    Instant startsAt,
    Instant lastSeen,
    long count,
    long repeats,
    double ratePerMinute,
    long peakPerMinute,
    int reminder,
    boolean flapping,
    boolean retryable,
    @Nullable Duration retryAfter,
    @Nullable Instant quietUntil,
    @Nullable Instant nextNotice,
    Map<String, Map<String, Long>> facets,
    @Nullable Sample sample,
    String title,
    String summary,
    String cause,
    String fix,
    @Nullable String nextStep,
    String guide,
    @Nullable String reason) {

  /**
   * A log event of the incident, redacted.
   *
   * @param at its time
   * @param logger its logger; null if it has none
   * @param message the part of it that is the error, at most 300 characters
   * @param requestId the provider's id of the request; null if not known
   */
  public record Sample(
      Instant at, @Nullable String logger, String message, @Nullable String requestId) {}
}
