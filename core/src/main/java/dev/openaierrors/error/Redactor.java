package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** STUB, being written. */
final class Redactor {
  private Redactor() {}

  static @Nullable String clean(@Nullable String text, int max) {
    return text == null || text.length() <= max ? text : text.substring(0, max);
  }
}
