package dev.openaierrors.plugin;

/** What a filter may answer; the same words in every framework. */
public enum FilterDecision {
  /** Take the event without asking further filters. */
  ACCEPT,
  /** Let the next filter decide. */
  NEUTRAL,
  /** Drop the event. */
  DENY
}
