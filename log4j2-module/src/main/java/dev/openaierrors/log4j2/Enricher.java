package dev.openaierrors.log4j2;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.ErrorPipeline;
import dev.openaierrors.plugin.FailureSink;
import dev.openaierrors.plugin.FieldRoom;
import dev.openaierrors.plugin.PipelineSettings;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;

/** What appender and rewrite policy do with an event. */
final class Enricher {

  private final int leastLevel;
  private final BiFunction<LogEvent, OpenAiError, LogEvent> enrichment;
  private ErrorAnalyzer analyzer;
  private FailureSink alerts = failure -> {};
  private volatile ErrorPipeline<LogEvent, Thrown> pipeline;

  /** With these settings. */
  Enricher(PipelineSettings settings) {
    Set<ErrorField> wanted = settings.fields();
    FieldRoom room = new FieldRoom(Log4jHost.INSTANCE);
    enrichment =
        settings.observes()
            ? (event, error) -> event
            : (event, error) -> EnrichedLogEvent.of(event, error, wanted, room);
    leastLevel = Level.toLevel(settings.level()).intLevel();
    analyzer = settings.analyzer(Log4jHost.INSTANCE);
    pipeline = pipeline(analyzer, alerts);
  }

  private static ErrorPipeline<LogEvent, Thrown> pipeline(
      ErrorAnalyzer analyzer, FailureSink alerts) {
    return new ErrorPipeline<>(analyzer, Log4jEventView.INSTANCE, Log4jHost.INSTANCE, alerts);
  }

  /** Uses this analyzer from now on; for tests, before any event. */
  void analyzeWith(ErrorAnalyzer other) {
    analyzer = other;
    pipeline = pipeline(other, alerts);
  }

  /** Hands every error on from now on; before any event. */
  void alertBy(FailureSink other) {
    alerts = other;
    pipeline = pipeline(analyzer, other);
  }

  /** The event to hand on: the very same object unless it carries an error. */
  LogEvent enrich(LogEvent event) {
    return isToBeRead(event) ? pipeline.enriched(event, enrichment) : event;
  }

  /** An event that we enriched was read, by another appender of ours in front. */
  private boolean isToBeRead(LogEvent event) {
    return event.getLevel().intLevel() <= leastLevel && !(event instanceof EnrichedLogEvent);
  }
}
