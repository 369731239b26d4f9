package dev.openaierrors.analyzer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read; marks are not supported. */
final class CountingInput extends FilterInputStream {

  private volatile long count;

  CountingInput(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    add(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    add(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** One thread at a time reads; others may only look. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void add(int bytes) {
    count += bytes;
  }
}
