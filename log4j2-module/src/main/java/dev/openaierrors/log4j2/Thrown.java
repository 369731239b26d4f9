package dev.openaierrors.log4j2;

import org.jspecify.annotations.Nullable;

/**
 * A throwable of the application's, whose methods may be slow, costly or fail: each is asked once,
 * and one that failed has no answer. A throwable copies its whole stack trace for whoever asks for
 * a single frame, for instance.
 *
 * <p>Used by one thread.
 */
final class Thrown {

  private static final StackTraceElement[] NO_FRAMES = {};
  private static final Throwable[] NO_THROWABLES = {};

  private final Throwable throwable;
  private boolean messageAsked;
  private @Nullable String message;
  private boolean causeAsked;
  private @Nullable Thrown cause;
  private Throwable @Nullable [] suppressedOnes;
  private @Nullable Thrown @Nullable [] suppressed;
  private StackTraceElement @Nullable [] frames;

  private Thrown(Throwable throwable) {
    this.throwable = throwable;
  }

  static @Nullable Thrown of(@Nullable Throwable throwable) {
    return throwable == null ? null : new Thrown(throwable);
  }

  Throwable throwable() {
    return throwable;
  }

  @Nullable String message() {
    if (!messageAsked) {
      messageAsked = true;
      message = throwable.getMessage();
    }
    return message;
  }

  @Nullable Thrown cause() {
    if (!causeAsked) {
      causeAsked = true;
      cause = of(throwable.getCause());
    }
    return cause;
  }

  int suppressedCount() {
    return suppressedOnes().length;
  }

  @Nullable Thrown suppressed(int index) {
    @Nullable Thrown[] known = suppressed;
    if (known == null) {
      known = new Thrown[suppressedCount()];
      suppressed = known;
    }
    Thrown one = known[index];
    if (one == null) {
      one = of(suppressedOnes()[index]);
      known[index] = one;
    }
    return one;
  }

  private Throwable[] suppressedOnes() {
    Throwable[] known = suppressedOnes;
    if (known == null) {
      suppressedOnes = NO_THROWABLES;
      // Final in every throwable, so no code of the application's.
      known = throwable.getSuppressed();
      suppressedOnes = known;
    }
    return known;
  }

  StackTraceElement[] frames() {
    StackTraceElement[] known = frames;
    if (known == null) {
      frames = NO_FRAMES;
      StackTraceElement @Nullable [] copy = throwable.getStackTrace();
      known = copy == null ? NO_FRAMES : copy;
      frames = known;
    }
    return known;
  }
}
