package dev.openaierrors.analyzer.input;

/**
 * What an {@link EventConsumer} throws to end the reading of all files; whatever else it throws is
 * the failure of the one file that is read.
 */
public class ReportingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for users. */
  public ReportingException(String message) {
    super(message);
  }
}
