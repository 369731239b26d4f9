package dev.openaierrors.analyzer.replay;

/** A file gives no rules; the message says why, without the file's name. */
public final class RulesException extends Exception {

  private static final long serialVersionUID = 1L;

  RulesException(String message) {
    super(message);
  }
}
