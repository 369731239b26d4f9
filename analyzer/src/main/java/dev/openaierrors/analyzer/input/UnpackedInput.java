package dev.openaierrors.analyzer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What is unpacked, which is given up where it is made to have no end. */
final class UnpackedInput extends FilterInputStream {

  /** No log is packed so well; deflate cannot do better than 1,032. */
  private static final long MOST_TIMES = 1500;

  /** Of less nobody takes harm. */
  private static final long HARMLESS = 64L << 20;

  private final LongSupplier packed;
  private long unpacked;

  /**
   * A stream that unpacks.
   *
   * @param packed how many bytes it has taken for what it gave
   */
  UnpackedInput(InputStream in, LongSupplier packed) {
    super(in);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) throws Unreadable {
    unpacked += more;
    if (unpacked > HARMLESS && unpacked / MOST_TIMES > packed.getAsLong()) {
      throw new Unreadable(
          "it unpacks to more than "
              + MOST_TIMES
              + " times its size; from there on it was not read");
    }
  }
}
