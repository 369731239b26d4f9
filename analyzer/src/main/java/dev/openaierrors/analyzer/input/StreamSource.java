package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LineEnds;
import dev.openaierrors.formats.LogBytes;
import dev.openaierrors.formats.MadeLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A stream, such as standard input or what a decompressor makes. It may never end, which is right
 * for lines, as they come; a line that never ends is none.
 */
final class StreamSource implements ByteSource {

  private static final long LONGEST_LINE = 1L << 30;

  private final InputStream in;
  private final LongSupplier consumed;
  private final byte[] piece = new byte[1 << 16];
  private long line;

  StreamSource(InputStream in, LongSupplier consumed) {
    this.in = in;
    this.consumed = consumed;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = in.read(piece, 0, Math.min(piece.length, target.remaining()));
    if (count > 0) {
      target.put(piece, 0, count);
      line = LogBytes.lineStart(piece, count, 0) > 0 ? 0 : line + count;
      if (line > LONGEST_LINE) {
        throw new Unreadable("a line of it is longer than 1 GB; from there on it was not read");
      }
    }
    return count < 0 ? END : count;
  }

  @Override
  public @Nullable LineEnds lineEnds() {
    return in instanceof MadeLines made ? made.ends() : null;
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
