package dev.openaierrors.error;

/**
 * Text of strangers on one line of whatever shows it: a terminal, a status list, a page. Nothing of
 * it ends the line, colours it, turns it around or is half a character.
 */
public final class Printable {

  private Printable() {}

  /** The text itself where all of it can be shown, else with {@code instead} for what cannot. */
  public static String of(String text, char instead) {
    StringBuilder printable = null;
    for (int i = 0; i < text.length(); i++) {
      if (!isShown(text, i)) {
        printable = printable == null ? new StringBuilder(text) : printable;
        printable.setCharAt(i, instead);
      }
    }
    return printable == null ? text : printable.toString();
  }

  private static boolean isShown(String text, int at) {
    char c = text.charAt(at);
    if (c < 127) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SURROGATE -> isPaired(text, at);
      default -> true;
    };
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
