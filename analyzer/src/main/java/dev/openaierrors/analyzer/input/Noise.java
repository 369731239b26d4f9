package dev.openaierrors.analyzer.input;

import java.nio.charset.StandardCharsets;

/** Tells bytes that are no text, in whatever encoding: programs, pictures, what is packed. */
final class Noise {

  /** So many in a hundred bytes; of what is evenly distributed there are ten. */
  private static final int PERCENT = 5;

  /** A log may part its fields by one of them, or quote a few bytes. */
  private static final int KINDS = 4;

  /** So many NULs, each by itself, are no holes in a log. */
  private static final int LEAST_NULS = 16;

  /** A line that is longer, and of other letters than ASCII has, is of no encoding of a log. */
  private static final int LONG_LINE = 1024;

  private Noise() {}

  /**
   * Whether this is nothing that somebody could read. NULs one behind the other count as one, as
   * they are what is left of a log that was emptied under its writer, and bytes above ASCII not at
   * all, which are letters in many encodings.
   */
  static boolean is(byte[] bytes) {
    return isBinary(bytes) || isOneHighLine(bytes);
  }

  /** As EBCDIC is, of which the line feed is another one; not a long line of UTF-8. */
  private static boolean isOneHighLine(byte[] bytes) {
    int length = Math.min(bytes.length, Beginning.SIZE);
    int high = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        return false;
      }
      high += bytes[i] < 0 ? 1 : 0;
    }
    return length >= LONG_LINE && high > length / 2 && !isUtf8(bytes, length);
  }

  /** Whether hardly a byte above ASCII stands where UTF-8 has none. */
  private static boolean isUtf8(byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return text.chars().filter(c -> c == '\ufffd').count() * 100 < length;
  }

  private static boolean isBinary(byte[] bytes) {
    int nuls = 0;
    int kinds = 0;
    int controls = 0;
    int all = 0;
    byte before = 0;
    for (byte b : bytes) {
      boolean hole = b == 0 && before != 0;
      before = b;
      nuls += hole ? 1 : 0;
      all += b == 0 ? 0 : 1;
      if (hole || isControl(b)) {
        controls++;
        kinds |= 1 << b;
      }
    }
    if (nuls >= LEAST_NULS && nuls * 100L > (long) all * PERCENT) {
      return true;
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
