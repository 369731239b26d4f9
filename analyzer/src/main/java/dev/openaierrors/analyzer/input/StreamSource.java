package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/** A stream, such as standard input or what a decompressor makes. */
final class StreamSource implements ByteSource {

  private final InputStream in;
  private final LongSupplier consumed;
  private final byte[] piece = new byte[1 << 16];

  StreamSource(InputStream in, LongSupplier consumed) {
    this.in = in;
    this.consumed = consumed;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = in.read(piece, 0, Math.min(piece.length, target.remaining()));
    if (count > 0) {
      target.put(piece, 0, count);
    }
    return count < 0 ? END : count;
  }

  @Override
  public long consumed() {
    return consumed.getAsLong();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
