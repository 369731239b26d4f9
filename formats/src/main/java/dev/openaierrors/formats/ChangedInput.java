package dev.openaierrors.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which each byte may be changed into another one. */
final class ChangedInput extends FilterInputStream {

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

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      change.change(target, offset, offset + count);
    }
    return count;
  }
}
