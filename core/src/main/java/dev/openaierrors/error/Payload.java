package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * The fields of an error object, as far as it could be read.
 *
 * @param foreign whether it has a form that only another vendor's answers have
 */
record Payload(
    @Nullable String code,
    @Nullable String type,
    @Nullable String param,
    int status,
    @Nullable String message,
    boolean foreign) {

  static final Payload EMPTY = new Payload(null, null, null, HttpStatus.NONE, null, false);

  /** Whether it says what kind of error it is, or which parameter is at fault. */
  boolean tells() {
    return code != null || type != null || param != null || status != HttpStatus.NONE;
  }
}
