package io.github.sashirestela.cleverclient.support;

import java.util.Optional;

/** Stands in for the client's class. */
public class CleverClientException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Object responseInfo;

  public CleverClientException(String message, Object responseInfo) {
    super(message);
    this.responseInfo = responseInfo;
  }

  public Optional<Object> responseInfo() {
    return Optional.ofNullable(responseInfo);
  }
}
