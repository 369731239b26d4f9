package dev.openaierrors.plugin;

import java.util.concurrent.atomic.AtomicBoolean;

/** Tells the host, once, that an event could not be analysed; later failures are of that sort. */
final class FailureReport {

  private final Host host;
  private final AtomicBoolean told = new AtomicBoolean();

  FailureReport(Host host) {
    this.host = host;
  }

  void tell(Throwable failure) {
    // Reading first keeps the failing path from contending for the flag once it is set.
    if (told.get() || !told.compareAndSet(false, true)) {
      return;
    }
    try {
      host.warn(
          "openai-errors: an event could not be analysed and was passed on unchanged;"
              + " this is said once. Please report it.",
          failure);
    } catch (Throwable statusChannelFailed) {
      // The host cannot take the message now, for want of stack perhaps: the event matters more
      // than our complaint, and the next failure is told instead.
      told.set(false);
    }
  }
}
