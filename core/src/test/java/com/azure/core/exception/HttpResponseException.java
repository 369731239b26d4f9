package com.azure.core.exception;

/** Stands in for Azure's class. */
public class HttpResponseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Object value;

  public HttpResponseException(String message, Object value) {
    super(message);
    this.value = value;
  }

  public Object getValue() {
    return value;
  }
}
