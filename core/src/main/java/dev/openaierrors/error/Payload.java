package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * The fields of an error object, as far as it could be read.
 *
 * @param inError whether it is the value of a key {@code error}
 * @param foreign whether it has a form that only another vendor's answers have
 */
record Payload(
    @Nullable String code,
    @Nullable String type,
    @Nullable String param,
    int status,
    @Nullable String message,
    boolean inError,
    boolean foreign) {

  private static final int STATUS = 3;

  static final Payload EMPTY = new Payload(null, null, null, HttpStatus.NONE, null, false, false);

  /** Whether its code is a status in words of its own, as Azure's and gateways' are. */
  boolean isNumbered() {
    return inError && status != HttpStatus.NONE && code != null && code.length() == STATUS;
  }

  /** Whether it says what kind of error it is, or which parameter is at fault. */
  boolean tells() {
    return code != null || type != null || param != null || status != HttpStatus.NONE;
  }
}
