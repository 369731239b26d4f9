package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** An exception in hand as an event that holds nothing else. */
final class ThrowableView extends ThrownItself<Throwable> {

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
}
