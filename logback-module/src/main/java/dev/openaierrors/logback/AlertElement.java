package dev.openaierrors.logback;

import org.jspecify.annotations.Nullable;

/**
 * An {@code <alert>} of an {@link OpenAiErrorAppender}: changes the default rule of its name, or
 * adds a rule.
 */
public final class AlertElement extends ConfiguredElement {

  /** Creates an element without settings. */
  public AlertElement() {}

  /** Name of a default rule to change it, or another to add a rule. */
  public void setName(@Nullable String name) {
    settings().set("name", name);
  }

  /** Kinds of errors that count, such as {@code insufficient_quota}. */
  public void setKinds(@Nullable String kinds) {
    settings().set("kinds", kinds);
  }

  /** When to alert, such as {@code 3 in 10m over 2 minutes}. */
  public void setWhen(@Nullable String when) {
    settings().set("when", when);
  }

  /** Time without a failure after which it counts as resolved, such as {@code 30m}. */
  public void setQuiet(@Nullable String quiet) {
    settings().set("quiet", quiet);
  }

  /** Time to the first reminder, such as {@code 1h}, or {@code never}. */
  public void setRepeat(@Nullable String repeat) {
    settings().set("repeat", repeat);
  }

  /** {@code info}, {@code warning} or {@code critical}. */
  public void setSeverity(@Nullable String severity) {
    settings().set("severity", severity);
  }

  /** Address of a page about it, with places such as {@code {rule}}. */
  public void setRunbook(@Nullable String runbook) {
    settings().set("runbook", runbook);
  }

  /** Address at which its log can be read, with places such as {@code {from}}. */
  public void setLogLink(@Nullable String logLink) {
    settings().set("logLink", logLink);
  }

  /** {@code false} switches the rule off. */
  public void setEnabled(@Nullable String enabled) {
    settings().set("enabled", enabled);
  }
}
