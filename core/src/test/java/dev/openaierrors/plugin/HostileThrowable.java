package dev.openaierrors.plugin;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A throwable that counts how often it is asked for its message, which costs it long. */
final class HostileThrowable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient AtomicInteger asked = new AtomicInteger();

  HostileThrowable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public @Nullable String getMessage() {
    asked.incrementAndGet();
    return super.getMessage();
  }

  int asked() {
    return asked.get();
  }
}
