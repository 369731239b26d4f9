package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Something to look for in a text.
 *
 * @param text in lower case, white space as one blank
 * @param kind the kind of error that it is a sign of; null if it says nothing of that
 * @param provider who serves the API where it stands; null if it does not tell
 */
record Phrase(Role role, String text, @Nullable ErrorKind kind, @Nullable Provider provider) {

  Phrase(Role role, String text) {
    this(role, text, null, null);
  }
}
