package dev.openaierrors.plugin;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.time.Instant;
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

  /** Characters of a message that tell it from others. */
  private static final int HASHED = 1_000;

  private final ErrorAnalyzer analyzer;
  private final LogEventView<E, T> view;
  private final FailureReport failures;
  private final FailureSink alerts;

  /** A pipeline that analyses with {@code analyzer} and reports to {@code host}; no alerts. */
  public ErrorPipeline(ErrorAnalyzer analyzer, LogEventView<E, T> view, Host host) {
    this(analyzer, view, host, failure -> {});
  }

  /**
   * A pipeline that analyses with {@code analyzer} and reports to {@code host}.
   *
   * @param alerts gets every error that is found
   */
  public ErrorPipeline(
      ErrorAnalyzer analyzer, LogEventView<E, T> view, Host host, FailureSink alerts) {
    this.analyzer = analyzer;
    this.view = view;
    this.failures = new FailureReport(host);
    this.alerts = alerts;
  }

  /**
   * The event to hand on: what {@code enricher} makes of one that carries an OpenAI error, and the
   * very same object otherwise, also where {@code enricher} fails.
   */
  public E enriched(E event, BiFunction<E, OpenAiError, E> enricher) {
    try {
      OpenAiError error = find(event);
      return error == null ? event : enricher.apply(counted(event, error), error);
    } catch (Throwable failure) {
      failures.tell(failure);
      return event;
    }
  }

  private E counted(E event, OpenAiError error) {
    try {
      alerts.accept(failure(event, error));
    } catch (Throwable failure) {
      // The event is enriched all the same.
      failures.tell(failure);
    }
    return event;
  }

  /** Copies what alerts need, since frameworks reuse their events. */
  private Failure failure(E event, OpenAiError error) {
    T thrown = view.thrown(event);
    Instant at = view.time(event);
    return new Failure(
        at == null ? Instant.now() : at,
        error,
        new Failure.Source(view.loggerName(event), view.level(event), view.threadName(event)),
        thrown == null ? null : view.throwable(thrown),
        messageHash(event),
        alerts.grouping().context(key -> context(event, key)));
  }

  private @Nullable Object context(E event, String key) {
    try {
      return view.context(event, key);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  /** Of a message that cannot be had, whatever the event was recognised by, that of none. */
  private int messageHash(E event) {
    try {
      return hash(view.message(event));
    } catch (Throwable itsOwnFault) {
      return 0;
    }
  }

  private static int hash(@Nullable CharSequence message) {
    if (message == null) {
      return 0;
    }
    int length = Math.min(message.length(), HASHED);
    int hash = message.length();
    int i = 0;
    // Four at a time, since each multiplication waits for the one before.
    for (; i + 3 < length; i += 4) {
      hash =
          31 * 31 * 31 * 31 * hash
              + 31 * 31 * 31 * message.charAt(i)
              + 31 * 31 * message.charAt(i + 1)
              + 31 * message.charAt(i + 2)
              + message.charAt(i + 3);
    }
    for (; i < length; i++) {
      hash = 31 * hash + message.charAt(i);
    }
    return hash;
  }

  private @Nullable OpenAiError find(E event) {
    return OwnAlerts.include(view, event) ? null : analyzer.analyze(view, event);
  }
}
