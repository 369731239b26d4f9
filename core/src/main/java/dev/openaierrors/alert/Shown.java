package dev.openaierrors.alert;

/** Text of a configuration, as it may be repeated in a sentence about it. */
public final class Shown {

  private Shown() {}

  /**
   * The beginning of a text on one line, without what a terminal obeys or nobody sees: question
   * marks stand for control and format characters and for halves of characters.
   *
   * @param max characters to show; more are left out, and that is seen
   */
  public static String text(String text, int max) {
    int end = Math.min(text.length(), max);
    StringBuilder shown = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      int c = text.codePointAt(i);
      if (isSeen(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append('?');
      }
      i += Character.charCount(c) - 1;
    }
    return text.length() > max ? shown.append('\u2026').toString() : shown.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
