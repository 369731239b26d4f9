package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.ReportingException;

/** What a user has to be told of: the message is one line that names what is meant and why. */
final class Trouble extends ReportingException {

  private static final long serialVersionUID = 1L;

  Trouble(String message) {
    super(message);
  }
}
