package dev.openaierrors.alert;

import org.jspecify.annotations.Nullable;

/** Keeps text short and on one line. */
final class Words {

  private Words() {}

  /** The text without control characters, at most {@code max} characters; null if none is left. */
  static @Nullable String name(@Nullable String text, int max) {
    if (text == null) {
      return null;
    }
    String start = cut(text, max);
    StringBuilder plain = null;
    for (int i = 0; i < start.length(); i++) {
      if (Character.isISOControl(start.charAt(i))) {
        plain = plain == null ? new StringBuilder(start) : plain;
        plain.setCharAt(i, ' ');
      }
    }
    String name = (plain == null ? start : plain.toString()).strip();
    return name.isEmpty() ? null : name;
  }

  /** The beginning of the text, at most {@code max} characters. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "\u2026";
  }
}
