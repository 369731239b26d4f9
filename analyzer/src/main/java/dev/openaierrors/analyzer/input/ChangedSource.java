package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.ByteChange;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A source of which lines are made in place. */
final class ChangedSource implements ByteSource {

  private final ByteSource source;
  private final ByteChange change;

  ChangedSource(ByteSource source, ByteChange change) {
    this.source = source;
    this.change = change;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return source.read(target);
  }

  @Override
  public void change(byte[] bytes, int from, int to) {
    change.change(bytes, from, to);
  }

  @Override
  public boolean isUpToDate() throws IOException {
    return source.isUpToDate();
  }

  @Override
  public long consumed() {
    return source.consumed();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
