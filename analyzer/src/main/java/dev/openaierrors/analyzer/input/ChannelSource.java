package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A plain file, read straight into the buffer. */
final class ChannelSource implements ByteSource {

  private final FileChannel channel;
  private long consumed;

  ChannelSource(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count = channel.read(target);
    consumed += Math.max(0, count);
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
