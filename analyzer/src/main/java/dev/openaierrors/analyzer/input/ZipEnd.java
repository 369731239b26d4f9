package dev.openaierrors.analyzer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Tells whether a zip file came with its end. What reads one from its begin to its end takes a cut
 * between two of its logs for the end.
 */
final class ZipEnd extends FilterInputStream {

  private static final int MARK = 'P' << 24 | 'K' << 16 | 5 << 8 | 6;
  private static final int SIZE = 22;

  /** A directory of the most entries that are read takes less. */
  private static final long MOST = 32L << 20;

  private long read;
  private long mark = -1;
  private int last;

  ZipEnd(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      take((byte) b);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    for (int i = 0; i < count; i++) {
      take(target[offset + i]);
    }
    return count;
  }

  private void take(byte b) {
    read++;
    last = last << 8 | (b & 0xff);
    if (last == MARK) {
      mark = read - Integer.BYTES;
    }
  }

  /** Reads what follows the last log; false if that is not the whole end of a zip file. */
  boolean isWhole() throws IOException {
    byte[] rest = new byte[1 << 13];
    long most = read + MOST;
    int count = 0;
    while (count >= 0 && read < most) {
      count = read(rest, 0, rest.length);
    }
    return mark >= 0 && read - mark >= SIZE;
  }
}
