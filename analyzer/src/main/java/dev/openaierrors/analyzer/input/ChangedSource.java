package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.ByteChange;
import dev.openaierrors.formats.LineEnds;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A source of which lines are made in place. */
final class ChangedSource implements ByteSource {

  private final ByteSource source;
  private final ByteChange change;
  private final LineEnds ends = new LineEnds();
  private long place;

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
    ends.add(bytes, from, to, place);
    place += to - from;
    change.change(bytes, from, to);
  }

  @Override
  public LineEnds lineEnds() {
    return ends;
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
