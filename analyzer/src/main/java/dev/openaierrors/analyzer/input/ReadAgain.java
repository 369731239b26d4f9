package dev.openaierrors.analyzer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream of which the first bytes were looked at. They come alone, so that whoever reads them
 * does not wait for what comes behind them.
 */
final class ReadAgain extends FilterInputStream {

  private final byte[] first;
  private final int to;
  private final @Nullable IOException broken;
  private int at;

  ReadAgain(byte[] first, int from, int to, InputStream rest) {
    this(first, from, to, rest, null);
  }

  /**
   * A stream that begins with some bytes.
   *
   * @param broken why nothing can be read behind them; null if it can
   */
  ReadAgain(byte[] first, int from, int to, InputStream rest, @Nullable IOException broken) {
    super(rest);
    this.broken = broken;
    this.first = first;
    this.to = to;
    at = from;
  }

  @Override
  public int read() throws IOException {
    if (at < to) {
      return first[at++] & 0xff;
    }
    check();
    return super.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == to) {
      check();
      return super.read(target, offset, length);
    }
    int count = Math.min(length, to - at);
    System.arraycopy(first, at, target, offset, count);
    at += count;
    return count;
  }

  private void check() throws IOException {
    if (broken != null) {
      throw broken;
    }
  }

  @Override
  public long skip(long count) throws IOException {
    return at == to ? super.skip(count) : 0;
  }

  @Override
  public int available() throws IOException {
    return to - at + super.available();
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
