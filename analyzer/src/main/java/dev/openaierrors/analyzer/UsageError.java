package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.ReportingException;

/** What a user has to be told of: the message is one line that names what is meant and why. */
final class UsageError extends ReportingException {

  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message);
  }
}
