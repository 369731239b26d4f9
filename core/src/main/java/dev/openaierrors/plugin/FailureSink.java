package dev.openaierrors.plugin;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;

/** Where a pipeline puts the errors that it finds, on the thread that logs: must not block. */
@FunctionalInterface
public interface FailureSink {

  /** Takes note of an error. */
  void accept(Failure failure);

  /** What of an event's context an error has to carry; asked for only where there is one. */
  default Grouping grouping() {
    return Grouping.NONE;
  }
}
