package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import org.jspecify.annotations.Nullable;

/** Keeps text short and on one line. */
final class Words {

  private Words() {}

  /** The text on one line, at most {@code max} characters; null if none is left. */
  static @Nullable String name(@Nullable String text, int max) {
    if (text == null) {
      return null;
    }
    String name = cut(text, max).strip();
    return name.isEmpty() ? null : name;
  }

  /** The beginning of the text on one line, at most {@code max} characters. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return Printable.of(text, ' ');
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return Printable.of(text.substring(0, end), ' ') + "\u2026";
  }
}
