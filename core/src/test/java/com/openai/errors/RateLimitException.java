package com.openai.errors;

import com.openai.core.http.Headers;

/** Stands in for the official client's class: a subclass without getters of its own. */
public class RateLimitException extends OpenAIServiceException {

  private static final long serialVersionUID = 1;

  public RateLimitException(String message, Object code, Headers headers) {
    super(message, 429, code, headers);
  }
}
