package dev.openaierrors.alert;

import dev.openaierrors.error.OpenAiError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last log event of an incident. Made fit to be shown only when somebody asks, which takes as
 * long as all else that is done with a failure.
 */
final class LatestSample {

  private Alert.@Nullable Sample shown;
  // What it is made of, if that was not done; without what was thrown, which is the application's.
  private @Nullable OpenAiError error;
  private @Nullable String logger;
  private long at;

  /** Takes a later one, told at that time. */
  void of(Failure failure, long time) {
    error = failure.error();
    logger = failure.source().logger();
    at = time;
  }

  /** Takes another's, or none if that has none. */
  void use(LatestSample other) {
    shown = other.shown;
    error = other.error;
    logger = other.logger;
    at = other.at;
  }

  /** Takes one that was shown before. */
  void restore(Alert.@Nullable Sample saved) {
    shown = saved;
  }

  /** What was logged is nobody's business any more. */
  void forget() {
    shown = null;
    error = null;
  }

  /** Null if there is none. */
  Alert.@Nullable Sample get() {
    OpenAiError latest = error;
    if (latest != null) {
      shown = Alert.Sample.of(Instant.ofEpochMilli(at), logger, latest);
      error = null;
    }
    return shown;
  }
}
