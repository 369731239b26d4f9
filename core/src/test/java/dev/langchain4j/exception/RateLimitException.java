package dev.langchain4j.exception;

/** Stands in for the framework's class, which serves the models of all vendors. */
public class RateLimitException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public RateLimitException(String message) {
    super(message);
  }
}
