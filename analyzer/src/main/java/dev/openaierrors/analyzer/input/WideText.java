package dev.openaierrors.analyzer.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells text with several bytes for each letter, by its mark, or by where its NULs stand. */
final class WideText {

  /** Letters of ASCII that tell an encoding without its mark. */
  private static final int FEWEST = 4;

  private WideText() {}

  /** The encoding of a text that begins so; null if a letter of ASCII has one byte. */
  static @Nullable Charset of(byte[] begin, int length) {
    if (Foreign.begins(begin, length, "\u00ff\u00fe\0\0")) {
      return Charset.forName("UTF-32LE");
    }
    if (Foreign.begins(begin, length, "\0\0\u00fe\u00ff")) {
      return Charset.forName("UTF-32BE");
    }
    if (Foreign.begins(begin, length, "\u00ff\u00fe") || isAscii(begin, length, 0)) {
      return StandardCharsets.UTF_16LE;
    }
    boolean big = Foreign.begins(begin, length, "\u00fe\u00ff") || isAscii(begin, length, 1);
    return big ? StandardCharsets.UTF_16BE : null;
  }

  /**
   * Whether some of these are letters of ASCII in UTF-16, and hardly anything speaks against it:
   * other scripts have NULs nowhere, and what is no text has them on both sides.
   *
   * @param low which byte of two has the letter
   */
  private static boolean isAscii(byte[] begin, int length, int low) {
    int letters = 0;
    int against = 0;
    int pairs = length / 2;
    for (int i = 0; i < pairs; i++) {
      byte letter = begin[2 * i + low];
      byte high = begin[2 * i + 1 - low];
      if (high == 0 && isText(letter)) {
        letters++;
      } else if (high == 0 || letter == 0) {
        against++;
      }
    }
    return letters >= FEWEST && letters * 10 >= pairs && against * 50 <= letters;
  }

  private static boolean isText(byte b) {
    return (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t' || b == 0x1b;
  }
}
