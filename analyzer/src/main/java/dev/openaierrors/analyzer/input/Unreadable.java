package dev.openaierrors.analyzer.input;

import java.io.IOException;

/** What is there is nothing to read; the message says why, and what to do instead. */
public final class Unreadable extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * For a reason that goes on after the file's name and a colon.
   *
   * @param message begins with a small letter, without a full stop
   */
  Unreadable(String message) {
    super(message);
  }

  /** The reason as a sentence. */
  String sentence() {
    String message = String.valueOf(getMessage());
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}
