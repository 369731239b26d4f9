package org.springframework.web.reactive.function.client;

/** Stands in for Spring's class. */
public class WebClientResponseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String body;

  public WebClientResponseException(String message, String body) {
    super(message);
    this.body = body;
  }

  public String getResponseBodyAsString() {
    return body;
  }
}
