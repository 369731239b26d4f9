package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows. When it is emptied, it is read from its begin again; when another one is put
 * in its place, the old one is read to its end and then the new one.
 */
final class FollowSource implements ByteSource {

  private static final long POLL_MILLIS = 250;

  /** An event is taken for whole when nothing was added for so many polls. */
  static final int POLLS_OF_SILENCE = 4;

  private final Path file;
  private final BooleanSupplier stopped;
  private final Runnable idle;
  private FileChannel channel;
  private @Nullable Object key;
  private long consumed;
  private boolean upToDate;

  /**
   * One that is read from its begin.
   *
   * @param idle told when nothing was added for a while
   */
  FollowSource(Path file, BooleanSupplier stopped, Runnable idle) throws IOException {
    this.file = file;
    this.idle = idle;
    this.stopped = stopped;
    channel = FileChannel.open(file, StandardOpenOption.READ);
    key = keyOf(file);
    long nuls = Nuls.atBegin(channel);
    channel.position(nuls < channel.size() ? nuls : 0);
  }

  /** Null if there is no such file, or it has no key. */
  private static @Nullable Object keyOf(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException betweenTwoFiles) {
      return null;
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    for (int poll = 0; poll < POLLS_OF_SILENCE; poll++) {
      int read = channel.read(target);
      upToDate = target.hasRemaining();
      if (read > 0) {
        consumed += read;
        return read;
      }
      if (stopped.getAsBoolean()) {
        return END;
      }
      if (!goOn()) {
        pause();
      }
    }
    idle.run();
    return PAUSE;
  }

  /** Begins again where there is something to begin with; false if there is nothing new. */
  private boolean goOn() throws IOException {
    Object now = keyOf(file);
    if (now != null && !now.equals(key)) {
      FileChannel next = FileChannel.open(file, StandardOpenOption.READ);
      channel.close();
      channel = next;
      key = now;
      return true;
    }
    if (channel.size() < channel.position()) {
      channel.position(0);
      return true;
    }
    return false;
  }

  static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public boolean isUpToDate() {
    return upToDate;
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
