package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** The fields of an error object, as far as it could be read. */
record Payload(
    @Nullable String code,
    @Nullable String type,
    @Nullable String param,
    int status,
    @Nullable String message) {

  static final Payload EMPTY = new Payload(null, null, null, HttpStatus.NONE, null);

  /** Whether it says what kind of error it is, or which parameter is at fault. */
  boolean tells() {
    return code != null || type != null || param != null || status != HttpStatus.NONE;
  }
}
