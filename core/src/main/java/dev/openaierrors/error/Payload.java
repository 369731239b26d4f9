package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** The fields of an error object, as far as it could be read. */
record Payload(@Nullable String code, @Nullable String type, @Nullable String param, int status) {

  static final Payload EMPTY = new Payload(null, null, null, HttpStatus.NONE);
}
