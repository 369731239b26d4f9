package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Text of strangers on one line of whatever shows it: a terminal, a status list, a page. Nothing of
 * it ends the line, colours it, turns it around or is half a character.
 */
public final class Printable {

  private static final char INSTEAD = '?';

  private Printable() {}

  /** The text itself where all of it can be shown, else with question marks for what cannot. */
  public static String of(String text) {
    return of(text, INSTEAD);
  }

  /** As {@link #of(String)}; null if the text is. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /**
   * As {@link #of(String)}, but no more than the beginning.
   *
   * @param max characters to show; if more are left out, an ellipsis says so
   */
  public static String beginning(String text, int max) {
    return text.length() <= max ? of(text) : of(text.substring(0, max)) + "\u2026";
  }

  /**
   * The text, or as much of its beginning as fits before an ellipsis. What cannot be shown stays.
   *
   * @param max characters at most, with the ellipsis; at least 2
   */
  public static String truncate(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
    return text.substring(0, end) + "\u2026";
  }

  /** As {@link #truncate}, on one line, with blanks for what cannot be shown. */
  public static String line(String text, int max) {
    return of(truncate(text, max), ' ');
  }

  /** As {@link #line}, without blanks around it; null if nothing is left. */
  public static @Nullable String lineOrNull(@Nullable String text, int max) {
    String line = text == null ? "" : line(text, max).strip();
    return line.isEmpty() ? null : line;
  }

  /** As {@link #of(String)}, with another character for what cannot be shown. */
  public static String of(String text, char instead) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return replaced(text, i, instead);
      }
    }
    return text;
  }

  private static String replaced(String text, int from, char instead) {
    StringBuilder shown = new StringBuilder(text.length()).append(text, 0, from);
    boolean fit = true;
    for (int i = from; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isUnfit(c)) {
        shown.append(instead);
        fit = false;
      } else {
        shown.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return fit ? text : shown.toString();
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
