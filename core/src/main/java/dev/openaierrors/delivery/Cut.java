package dev.openaierrors.delivery;

/** Text that must not be longer than something. */
final class Cut {

  private Cut() {}

  /** The text, at most {@code most} characters of it. */
  static String to(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
