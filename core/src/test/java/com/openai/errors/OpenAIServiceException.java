package com.openai.errors;

import com.openai.core.http.Headers;
import java.util.Optional;

/** Stands in for the official client's class: the getters that are read, and how they fail. */
public class OpenAIServiceException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int statusCode;

  @SuppressWarnings("serial") // as the real one
  private final Object code;

  private final transient Headers headers;

  public OpenAIServiceException(String message, int statusCode, Object code, Headers headers) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.headers = headers;
  }

  public int statusCode() {
    return statusCode;
  }

  /** The client takes anything but a string for broken. */
  public Optional<String> code() {
    if (code instanceof Integer) {
      throw new IllegalStateException("`code` is invalid, received " + code);
    }
    return Optional.ofNullable((String) code);
  }

  public Optional<String> type() {
    return code instanceof String ? Optional.of("tokens") : Optional.empty();
  }

  public Optional<String> param() {
    return Optional.empty();
  }

  public Headers headers() {
    return headers;
  }
}
