package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.ErrorMatch;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a filter answers, the same in every framework.
 *
 * <p>Thread-safe, without a lock, and it never throws: an event that cannot be analysed is neither
 * taken nor dropped, and the failure is reported once to the host.
 *
 * @param <E> the framework's event
 * @param <T> how the framework represents a throwable
 */
public final class ErrorFilter<E, T> {

  private final ErrorMatch match;
  private final FilterDecision onMatch;
  private final FilterDecision onMismatch;
  private final ErrorAnalyzer analyzer;
  private final LogEventView<E, T> view;
  private final BiFunction<E, String, @Nullable String> written;
  private final FailureReport failures;

  /**
   * A filter as configured.
   *
   * @param written reads the value that somebody wrote to an event under a key
   */
  public ErrorFilter(
      FilterSettings settings,
      ErrorAnalyzer analyzer,
      LogEventView<E, T> view,
      BiFunction<E, String, @Nullable String> written,
      Host host) {
    this.match = settings.match();
    this.onMatch = settings.onMatch();
    this.onMismatch = settings.onMismatch();
    this.analyzer = analyzer;
    this.view = view;
    this.written = written;
    this.failures = new FailureReport(host);
  }

  /** The answer for an event whose error is at hand. */
  public FilterDecision decide(OpenAiError error) {
    return reply(match.matches(error));
  }

  /**
   * The answer for any other event: by the fields that somebody wrote to it, perhaps in another
   * process, else by what the event itself says.
   */
  public FilterDecision decide(E event) {
    try {
      return reply(matches(event));
    } catch (Throwable failure) {
      failures.tell(failure);
      return FilterDecision.NEUTRAL;
    }
  }

  private boolean matches(E event) {
    String id = written.apply(event, ErrorField.KIND.key());
    ErrorKind kind = id == null ? null : ErrorKind.fromId(id);
    if (kind != null) {
      // Users choose the fields that are written; where this one was left out, the kind tells.
      String retryable = written.apply(event, ErrorField.RETRYABLE.key());
      return match.matches(
          kind, retryable == null ? kind.retryable() : Boolean.parseBoolean(retryable));
    }
    return !OwnAlerts.include(view, event) && match.matches(analyzer.analyze(view, event));
  }

  private FilterDecision reply(boolean matches) {
    return matches ? onMatch : onMismatch;
  }
}
