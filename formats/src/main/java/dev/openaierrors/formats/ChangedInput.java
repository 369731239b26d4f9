package dev.openaierrors.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which each byte may be changed into another one. */
final class ChangedInput extends FilterInputStream {

  private static final int PASSED = 1 << 13;

  private final ByteChange change;

  ChangedInput(InputStream in, ByteChange change) {
    super(in);
    this.change = change;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** What is passed may change what is behind it. */
  @Override
  public long skip(long count) throws IOException {
    int most = (int) Math.min(count, PASSED);
    return most <= 0 ? 0 : Math.max(0, read(new byte[most], 0, most));
  }

  /** A change cannot be undone. */
  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      change.change(target, offset, offset + count);
    }
    return count;
  }
}
