package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin calls for every event.
 *
 * <p>Thread-safe, without a lock, and it never throws: an error inside the analysis is reported
 * once to the host and the event counts as carrying no OpenAI error. The log events by which we
 * alert are never analysed.
 *
 * @param <E> the framework's event
 * @param <T> how the framework represents a throwable
 */
public final class ErrorPipeline<E, T> {

  private final ErrorAnalyzer analyzer;
  private final LogEventView<E, T> view;
  private final FailureReport failures;

  /** A pipeline that analyses with {@code analyzer} and reports to {@code host}. */
  public ErrorPipeline(ErrorAnalyzer analyzer, LogEventView<E, T> view, Host host) {
    this.analyzer = analyzer;
    this.view = view;
    this.failures = new FailureReport(host);
  }

  /**
   * The event to hand on: what {@code enricher} makes of one that carries an OpenAI error, and the
   * very same object otherwise, also where {@code enricher} fails.
   */
  public E enriched(E event, BiFunction<E, OpenAiError, E> enricher) {
    try {
      OpenAiError error = find(event);
      return error == null ? event : enricher.apply(event, error);
    } catch (Throwable failure) {
      failures.tell(failure);
      return event;
    }
  }

  private @Nullable OpenAiError find(E event) {
    return OwnAlerts.include(view, event) ? null : analyzer.analyze(view, event);
  }
}
