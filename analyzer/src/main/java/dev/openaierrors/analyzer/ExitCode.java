package dev.openaierrors.analyzer;

/** What the process ends with. */
final class ExitCode {

  /** Nothing was found, or the command did what it was asked to. */
  static final int NOTHING_FOUND = 0;

  /** OpenAI errors were found, of the kinds that {@code --fail-on} names. */
  static final int FOUND = 1;

  /** Wrong use, what could not be read or written, or a mistake of ours. */
  static final int TROUBLE = 2;

  private ExitCode() {}
}
