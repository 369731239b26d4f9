package dev.openaierrors.plugin;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What a service of alerts says of its own troubles to whoever runs it: each once. */
final class Complaints {

  private final Supplier<AlertHost> host;
  private final AtomicBoolean failureTold = new AtomicBoolean();
  private final AtomicBoolean listenerTold = new AtomicBoolean();

  Complaints(Supplier<AlertHost> host) {
    this.host = host;
  }

  /** A check of what is open failed. */
  void ofCheck(Throwable failure) {
    if (failureTold.compareAndSet(false, true)) {
      host.get()
          .warn(
              "openai-errors: alerts: a check failed and is tried again every second; this is said"
                  + " once. Please report it.",
              failure);
    }
  }

  /** A listener of the application failed. */
  void ofListener(Throwable failure) {
    if (listenerTold.compareAndSet(false, true)) {
      host.get()
          .warn(
              "openai-errors: alerts: a listener failed, which changes nothing for the others and"
                  + " for alerts; this is said once.",
              failure);
    }
  }
}
