package dev.openaierrors.error;

/** Stack frames in a text. */
final class Frame {

  private static final int LONGEST_INDENT = 40;

  private Frame() {}

  /** Whether the class name at {@code start} is that of a frame ({@code at x.y.Z.method}). */
  static boolean contains(char[] text, int start) {
    int i = start - 1;
    // A module or class loader may stand before the class: at java.base/java.util…
    int limit = Math.max(0, start - LONGEST_INDENT);
    while (i > limit && text[i] > ' ') {
      i--;
    }
    return i >= 2 && text[i] == ' ' && text[i - 1] == 't' && text[i - 2] == 'a';
  }
}
