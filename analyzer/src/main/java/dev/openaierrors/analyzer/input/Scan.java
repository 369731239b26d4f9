package dev.openaierrors.analyzer.input;

/** Finds the events of windows that carry an error. Keeps state: for one thread. */
interface Scan {

  /** What is in a window. */
  WindowScan.Result scan(Window window);
}
