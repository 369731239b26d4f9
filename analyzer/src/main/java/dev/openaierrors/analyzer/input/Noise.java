package dev.openaierrors.analyzer.input;

/** Tells bytes that are no text, in whatever encoding: programs, pictures, what is packed. */
final class Noise {

  /** So many in a hundred bytes; of what is evenly distributed there are ten. */
  private static final int PERCENT = 5;

  /** A log may part its fields by one of them, or quote a few bytes. */
  private static final int KINDS = 4;

  private Noise() {}

  /**
   * Whether this is nothing that somebody could read. NULs one behind the other count as one, as
   * they are what is left of a log that was emptied under its writer, and bytes above ASCII not at
   * all, which are letters in many encodings.
   */
  static boolean is(byte[] bytes) {
    int kinds = 0;
    int controls = 0;
    int all = 0;
    byte before = 0;
    for (byte b : bytes) {
      boolean hole = b == 0 && before != 0;
      before = b;
      all += b == 0 ? 0 : 1;
      if (hole || isControl(b)) {
        controls++;
        kinds |= 1 << b;
      }
    }
    return Integer.bitCount(kinds) >= KINDS && controls * 100L > (long) all * PERCENT;
  }

  /** One that is not in texts: neither white space nor what terminals and encodings switch by. */
  private static boolean isControl(byte b) {
    return switch (b) {
      case 0, 0x07, '\b', '\t', '\n', 0x0b, '\f', '\r', 0x0e, 0x0f, 0x1a, 0x1b -> false;
      default -> b > 0 && b < ' ';
    };
  }
}
