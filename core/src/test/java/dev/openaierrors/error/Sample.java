package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** An answer of the API and what it is. */
record Sample(
    ErrorKind kind, int status, @Nullable String type, @Nullable String code, String message) {

  /** The body of the answer. */
  String json() {
    return "{\"error\":" + inner() + "}";
  }

  /** The error object alone. */
  String inner() {
    return "{\"message\":%s,\"type\":%s,\"param\":null,\"code\":%s}"
        .formatted(quoted(message), quoted(type), quoted(code));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : '"' + text.replace("\"", "\\\"") + '"';
  }

  @Override
  public String toString() {
    return kind.id() + " " + status + " " + code;
  }
}
