package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the NULs that a log begins with: what was emptied while its writer had it open goes on
 * where it was, behind a hole.
 */
final class Nuls {

  /** Fewer may be the begin of something else. */
  private static final int FEWEST = 16;

  private static final int BLOCK = 1 << 20;

  private Nuls() {}

  /** How many there are at the begin of a file. */
  static long atBegin(FileChannel channel) throws IOException {
    byte[] bytes = new byte[FEWEST];
    byte[] none = {};
    long at = 0;
    while (true) {
      ByteBuffer target = ByteBuffer.wrap(bytes);
      int read = channel.read(target, at);
      int nuls =
          read == none.length && Arrays.equals(bytes, none)
              ? read
              : count(bytes, Math.max(0, read));
      at += nuls;
      if (read <= 0 || nuls < read) {
        return at < FEWEST ? 0 : at;
      }
      if (bytes.length < BLOCK) {
        bytes = new byte[BLOCK];
        none = new byte[BLOCK];
      }
    }
  }

  /**
   * A stream without those at its begin.
   *
   * @param begin what was read of it; is overwritten
   * @param broken why no more can be read; null if it can
   */
  static InputStream skipped(byte[] begin, int length, InputStream in, @Nullable IOException broken)
      throws IOException {
    int size = length;
    int nuls = count(begin, size);
    if (nuls < Math.min(FEWEST, begin.length)) {
      return new ReadAgain(begin, 0, size, in, broken);
    }
    while (size > 0 && nuls == size && broken == null) {
      size = in.read(begin, 0, begin.length);
      nuls = count(begin, Math.max(0, size));
    }
    if (size <= 0) {
      in.close();
      throw only();
    }
    return new ReadAgain(begin, nuls, size, in, broken);
  }

  static Unreadable only() {
    return new Unreadable("it has nothing but NULs, as what was emptied while it was written");
  }

  private static int count(byte[] bytes, int length) {
    int nuls = 0;
    while (nuls < length && bytes[nuls] == 0) {
      nuls++;
    }
    return nuls;
  }
}
