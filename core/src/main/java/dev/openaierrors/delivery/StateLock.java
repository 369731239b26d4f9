package dev.openaierrors.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a state file. The lock is on an empty file beside it, which stays: the state file
 * itself is another one after each save. The system ends it with the process, however that ends.
 */
final class StateLock implements AutoCloseable {

  /** Where there is nothing to lock. */
  static final StateLock NONE = new StateLock(null, null);

  // To close a file ends all locks that this process has on it, so it is not opened twice, and what
  // another class loader holds is kept open until it is ours.
  private static final Set<Path> HELD = new HashSet<>();
  private static final Map<Path, FileChannel> WAITING = new HashMap<>();

  private final @Nullable Path path;
  private final @Nullable FileChannel channel;

  private StateLock(@Nullable Path path, @Nullable FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Null if somebody else has it. */
  static @Nullable StateLock tryLock(Path state) throws IOException {
    Path directory = StateFile.parent(state);
    Files.createDirectories(directory);
    Path path = directory.toRealPath().resolve("." + state.getFileName() + ".lock");
    synchronized (HELD) {
      if (!HELD.add(path)) {
        return null;
      }
      boolean locked = false;
      try {
        FileChannel channel = lock(path);
        locked = channel != null;
        return channel == null ? null : new StateLock(path, channel);
      } finally {
        if (!locked) {
          HELD.remove(path);
        }
      }
    }
  }

  @SuppressWarnings("resource") // Closed with the lock.
  private static @Nullable FileChannel lock(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("no regular file");
    }
    @Nullable FileChannel waiting = WAITING.remove(path);
    FileChannel channel =
        waiting == null
            ? FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)
            : waiting;
    boolean open = false;
    try {
      @Nullable FileLock lock = channel.tryLock();
      open = lock != null;
      return open ? channel : null;
    } catch (OverlappingFileLockException anotherClassLoader) {
      WAITING.put(path, channel);
      open = true;
      return null;
    } finally {
      if (!open) {
        channel.close();
      }
    }
  }

  @Override
  public void close() {
    if (path == null || channel == null) {
      return;
    }
    synchronized (HELD) {
      HELD.remove(path);
    }
    try {
      channel.close();
    } catch (IOException closedAllTheSame) {
      // The lock ends with the process at the latest.
      return;
    }
  }
}
