package dev.openaierrors.analyzer.output;

/**
 * How text looks on a terminal.
 *
 * @param color whether to use colours
 * @param unicode whether characters beyond ASCII can be shown
 * @param width columns, at least 40
 */
public record Style(boolean color, boolean unicode, int width) {

  private static final int NARROWEST = 40;

  /** Takes a width that leaves room for a word. */
  public Style {
    width = Math.max(NARROWEST, width);
  }

  /** Plain ASCII text. */
  public static Style plain(int width) {
    return new Style(false, false, width);
  }

  /** Stands out. */
  public String bold(String text) {
    return in("1", text);
  }

  /** Stands back. */
  public String faint(String text) {
    return in("2", text);
  }

  /** Somebody has to act. */
  public String red(String text) {
    return in("31", text);
  }

  /** Passes by itself. */
  public String yellow(String text) {
    return in("33", text);
  }

  /** All is well. */
  public String green(String text) {
    return in("32", text);
  }

  /** The text, or what stands for it where only ASCII is to be had. */
  public String or(String text, String ascii) {
    return unicode ? text : ascii;
  }

  private String in(String code, String text) {
    return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
