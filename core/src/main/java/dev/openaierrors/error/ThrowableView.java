package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** An exception in hand as an event that holds nothing else. */
final class ThrowableView implements LogEventView<Throwable, Throwable> {

  static final ThrowableView INSTANCE = new ThrowableView();

  private ThrowableView() {}

  @Override
  public @Nullable String loggerName(Throwable event) {
    return null;
  }

  @Override
  public @Nullable CharSequence message(Throwable event) {
    return null;
  }

  @Override
  public Throwable thrown(Throwable event) {
    return event;
  }

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
