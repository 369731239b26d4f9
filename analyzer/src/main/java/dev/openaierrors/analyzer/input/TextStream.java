package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** Text as UTF-8 without a mark, whatever it is encoded in. */
final class TextStream {

  private static final String MARK = "\u00ef\u00bb\u00bf";

  private TextStream() {}

  /**
   * UTF-16 and UTF-32 made UTF-8; a byte-order mark, and NULs before all, are left out.
   *
   * @param waits whether there is no harm in waiting for some more than the first bytes
   */
  static InputStream of(InputStream in, boolean waits) throws IOException {
    byte[] begin = new byte[Beginning.SIZE];
    int length = 0;
    IOException broken = null;
    try {
      int more = 1;
      while (more > 0 && length < begin.length) {
        more = in.read(begin, length, waits ? begin.length - length : least(length, in));
        length += Math.max(0, more);
      }
    } catch (IOException e) {
      broken = e;
    }
    if (broken != null && length == 0) {
      in.close();
      throw broken;
    }
    if (isPacked(begin, length)) {
      in.close();
      throw new Unreadable("it is packed twice; unpack it once and try again");
    }
    Charset wide = WideText.of(begin, length);
    if (wide != null) {
      return new Utf8Input(new ReadAgain(begin, 0, length, in, broken), wide);
    }
    return Foreign.begins(begin, length, MARK)
        ? new ReadAgain(begin, MARK.length(), length, in, broken)
        : Nuls.skipped(begin, length, in, broken);
  }

  /** Bytes that may be waited for, or are there. */
  private static int least(int length, InputStream in) throws IOException {
    return length < Foreign.LONGEST
        ? Foreign.LONGEST - length
        : Math.min(Beginning.SIZE - length, in.available());
  }

  /** Whether what begins so has to be unpacked first, or cannot be. */
  static boolean isPacked(byte[] begin, int length) {
    return Packing.of(begin, length) != null
        || ZipLogs.begin(begin, length)
        || Foreign.of(begin, length) != null;
  }
}
