package dev.openaierrors.alert;

import dev.openaierrors.error.OpenAiError;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log event that carried an OpenAI error, as far as alerts need it. Holds no reference to the
 * event, since frameworks reuse theirs.
 *
 * @param at time of the event
 * @param error what it carried
 * @param source where it was logged
 * @param thrown what was thrown; null if nothing was or it is not at hand
 * @param messageHash hash of the rendered message, to tell apart what the same thread logged at the
 *     same time
 * @param context what its context says of the keys that incidents are kept apart by, in their
 *     order; see {@link Grouping#context}
 */
public record Failure(
    Instant at,
    OpenAiError error,
    Source source,
    @Nullable Throwable thrown,
    int messageHash,
    Map<String, String> context) {

  /** Of an event whose context does not matter. */
  public Failure(
      Instant at, OpenAiError error, Source source, @Nullable Throwable thrown, int messageHash) {
    this(at, error, source, thrown, messageHash, Map.of());
  }

  /**
   * Where an event was logged.
   *
   * @param logger name of its logger; null if it has none
   * @param level name of its level; null if not known
   * @param thread name of the thread that logged it; null if not known
   */
  public record Source(@Nullable String logger, @Nullable String level, @Nullable String thread) {}

  /** Whether the call is over with it: the client says of no further attempt, nor a fall-back. */
  boolean isFinal() {
    Integer attempt = error.particulars().attempt();
    Integer attempts = error.particulars().attempts();
    if (error.particulars().isFallingBack()) {
      return false;
    }
    return attempt == null || attempts == null || attempt >= attempts;
  }

  /** The same at another time. */
  Failure withAt(Instant other) {
    return new Failure(other, error, source, thrown, messageHash, context);
  }
}
