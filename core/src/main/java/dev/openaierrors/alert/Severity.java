package dev.openaierrors.alert;

import org.jspecify.annotations.Nullable;

/** How bad an incident is; the least comes first. */
public enum Severity {
  /** Good to know; logged at INFO. */
  INFO("info"),
  /** Somebody should look at it in working hours; logged at WARN. */
  WARNING("warning"),
  /** Requests fail until somebody acts; logged at ERROR. */
  CRITICAL("critical");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** The word for it in configurations and in {@code openai.alert.severity}; never changes. */
  public String id() {
    return id;
  }

  /** Whether it is as bad as {@code other}, or worse. */
  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /**
   * The severity with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable Severity fromId(String id) {
    for (Severity severity : values()) {
      if (severity.id.equals(id)) {
        return severity;
      }
    }
    return null;
  }
}
