package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** A view of events whose throwables are represented by themselves. */
abstract class ThrownItself<E> implements LogEventView<E, Throwable> {

  @Override
  public String className(Throwable thrown) {
    return thrown.getClass().getName();
  }

  @Override
  public @Nullable String thrownMessage(Throwable thrown) {
    return thrown.getMessage();
  }

  @Override
  public @Nullable Throwable cause(Throwable thrown) {
    return thrown.getCause();
  }

  @Override
  public int suppressedCount(Throwable thrown) {
    return thrown.getSuppressed().length;
  }

  @Override
  public @Nullable Throwable suppressed(Throwable thrown, int index) {
    Throwable[] suppressed = thrown.getSuppressed();
    return index < suppressed.length ? suppressed[index] : null;
  }

  @Override
  public int frameCount(Throwable thrown) {
    return thrown.getStackTrace().length;
  }

  @Override
  public @Nullable String frameClass(Throwable thrown, int index) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return index < frames.length ? frames[index].getClassName() : null;
  }

  @Override
  public Throwable throwable(Throwable thrown) {
    return thrown;
  }
}
