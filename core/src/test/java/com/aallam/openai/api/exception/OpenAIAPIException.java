package com.aallam.openai.api.exception;

/** Stands in for the Kotlin client's class. */
public class OpenAIAPIException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int statusCode;
  private final String error;

  public OpenAIAPIException(String message, int statusCode, String error) {
    super(message);
    this.statusCode = statusCode;
    this.error = error;
  }

  public int getStatusCode() {
    return statusCode;
  }

  public String getError() {
    return error;
  }
}
