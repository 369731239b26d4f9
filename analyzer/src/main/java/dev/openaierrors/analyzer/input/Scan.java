package dev.openaierrors.analyzer.input;

import org.jspecify.annotations.Nullable;

/** Finds the events of windows that carry an error. Keeps state: for one thread. */
interface Scan {

  /** What is in a window. */
  ScanResult scan(Window window);

  /** What is left when there are no more windows; null if nothing can be. */
  default @Nullable ScanResult end() {
    return null;
  }
}
