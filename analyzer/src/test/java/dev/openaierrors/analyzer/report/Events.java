package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the reading of a log gives them. */
public record Events(
    ErrorKind kind,
    @Nullable String model,
    @Nullable String thread,
    @Nullable String logger,
    String level,
    @Nullable Integer attempt,
    Map<String, String> context) {

  /** Ten o'clock on a morning in May. */
  public static final Instant TEN = Instant.parse("2026-05-04T10:00:00Z");

  /** Events of a kind, of which no more is known. */
  public static Events of(ErrorKind kind) {
    return new Events(kind, null, "worker-1", "com.acme.Chat", "ERROR", null, Map.of());
  }

  public Events model(@Nullable String other) {
    return new Events(kind, other, thread, logger, level, attempt, context);
  }

  public Events thread(@Nullable String other) {
    return new Events(kind, model, other, logger, level, attempt, context);
  }

  public Events logger(String other) {
    return new Events(kind, model, thread, other, level, attempt, context);
  }

  public Events level(String other) {
    return new Events(kind, model, thread, logger, other, attempt, context);
  }

  public Events context(Map<String, String> other) {
    return new Events(kind, model, thread, logger, level, attempt, other);
  }

  public Events attempt(int other) {
    return new Events(kind, model, thread, logger, level, other, context);
  }

  /** One of them, so long after ten. */
  public AnalyzedEvent after(Duration since) {
    return at(TEN.plus(since), "call failed");
  }

  public AnalyzedEvent at(@Nullable Instant time, String message) {
    Particulars particulars =
        new Particulars(null, null, null, null, null, null, null, attempt, null, null);
    return new AnalyzedEvent(
        time,
        level,
        logger,
        thread,
        "shop",
        message,
        null,
        "app.log",
        17,
        new OpenAiError(
            kind,
            kind.retryable(),
            kind.fix(),
            Provider.OPENAI,
            new OpenAiError.Answer(429, kind.id(), null, null, null),
            new OpenAiError.Call(model, null),
            null,
            particulars),
        context);
  }
}
