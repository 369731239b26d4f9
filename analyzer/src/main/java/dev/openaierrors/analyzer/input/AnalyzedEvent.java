package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.OpenAiError;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log event that carries an OpenAI error. Its texts are as the log has them, not redacted.
 *
 * @param time when it was logged; null if the log does not say
 * @param level {@code TRACE}, {@code DEBUG}, {@code INFO}, {@code WARN} or {@code ERROR}; null if
 *     the log does not say
 * @param logger name of its logger, perhaps abbreviated; null if not known
 * @param thread name of the thread, perhaps cut; null if not known
 * @param service name of the service, container or pod that logged it; null if not known
 * @param message what was logged, of bounded length
 * @param thrown class and message of the outermost throwable, of bounded length; null if none
 * @param file name of the file as it was asked for
 * @param offset of the event's first byte in the (uncompressed) file
 * @param line number of the event's first line in the file, from 1 on; 0 if not known
 * @param error what it carries
 * @param context values of the keys of the context that were asked for, as far as it has them
 */
public record AnalyzedEvent(
    @Nullable Instant time,
    @Nullable String level,
    @Nullable String logger,
    @Nullable String thread,
    @Nullable String service,
    String message,
    @Nullable String thrown,
    String file,
    long offset,
    long line,
    OpenAiError error,
    Map<String, String> context) {

  /** One of which the line is not known. */
  public AnalyzedEvent(
      @Nullable Instant time,
      @Nullable String level,
      @Nullable String logger,
      @Nullable String thread,
      @Nullable String service,
      String message,
      @Nullable String thrown,
      String file,
      long offset,
      OpenAiError error,
      Map<String, String> context) {
    this(time, level, logger, thread, service, message, thrown, file, offset, 0, error, context);
  }

  /** The same, of which is known when it was logged, and on which line. */
  AnalyzedEvent at(@Nullable Instant when, long number) {
    return new AnalyzedEvent(
        when, level, logger, thread, service, message, thrown, file, offset, number, error,
        context);
  }
}
