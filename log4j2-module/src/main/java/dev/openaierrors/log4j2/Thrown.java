package dev.openaierrors.log4j2;

import org.jspecify.annotations.Nullable;

/**
 * A throwable whose stack trace is copied once: a throwable itself copies it for whoever asks for a
 * single frame.
 */
final class Thrown {

  private static final StackTraceElement[] NO_FRAMES = {};

  private final Throwable throwable;
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

  StackTraceElement[] frames() {
    StackTraceElement[] known = frames;
    if (known == null) {
      StackTraceElement @Nullable [] copy = throwable.getStackTrace();
      known = copy == null ? NO_FRAMES : copy;
      frames = known;
    }
    return known;
  }
}
