package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A plain file, read straight into the buffer. */
final class ChannelSource implements ByteSource {

  private final FileChannel channel;
  private final long size;
  private long consumed;

  /** A source that goes on where the channel stands. */
  ChannelSource(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    this.consumed = channel.position();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = channel.read(target);
    consumed += Math.max(0, count);
    if (count < 0 && consumed < size && channel.size() < size) {
      throw new Unreadable(
          "it was cut short while it was read; what was in its rest is not in the report");
    }
    return count;
  }

  @Override
  public long consumed() {
    return consumed;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
