package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * A phrase that stands in a text.
 *
 * @param start where it begins
 * @param end behind its last character
 */
record PhraseMatch(Phrase phrase, int start, int end) {

  Role role() {
    return phrase.role();
  }

  /** The phrase, in lower case with single blanks, however the text has it. */
  String text() {
    return phrase.text();
  }

  @Nullable ErrorKind kind() {
    return phrase.kind();
  }
}
