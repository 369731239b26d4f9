package dev.openaierrors.analyzer.report;

import org.jspecify.annotations.Nullable;

/**
 * Text of strangers made fit to be shown: what steers a terminal or turns the order of letters
 * around, and what is seen nowhere, becomes a question mark.
 */
public final class Printable {

  private static final char INSTEAD = '?';

  private Printable() {}

  /** The text without such characters; null if it is. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /** The text without such characters; itself if it has none. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7f && isUnfit(text.codePointAt(i)))) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int from) {
    StringBuilder shown = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isUnfit(c)) {
        shown.append(INSTEAD);
      } else {
        shown.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  /** A surrogate is one without the other here: of both, the code point is asked. */
  private static boolean isUnfit(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
