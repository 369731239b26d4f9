package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What was read of a source, and what follows, as one stream. */
final class DocumentInput extends BlockStream {

  private final ByteBuffer begin;
  private final ByteSource rest;

  DocumentInput(byte[] begin, ByteSource rest) {
    super(java.io.InputStream.nullInputStream());
    this.begin = ByteBuffer.wrap(begin);
    this.rest = rest;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (begin.hasRemaining()) {
      int count = Math.min(length, begin.remaining());
      begin.get(target, offset, count);
      return count;
    }
    ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
    int read;
    do {
      read = rest.read(buffer);
    } while (read == ByteSource.PAUSE && length > 0);
    return read;
  }

  @Override
  public void close() {
    // Whoever opened the source closes it.
  }
}
