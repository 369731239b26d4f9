package org.springframework.web.client;

/** Stands in for Spring's class. */
public class RestClientResponseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String body;

  public RestClientResponseException(String message, String body) {
    super(message);
    this.body = body;
  }

  public String getResponseBodyAsString() {
    return body;
  }
}
