package dev.openaierrors.delivery;

import dev.openaierrors.error.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a text over a restart, however the process ends.
 *
 * <p>It is replaced as a whole, so a reader finds the old text or the new one, also where several
 * processes write: the last one wins, so ask {@link #isOurs} before. A file that we did not write,
 * or that is damaged, is set aside as {@code *.damaged}; what is no regular file (a directory, a
 * device, a pipe, a socket, or a link to one) is neither opened nor touched. Whatever goes wrong is
 * said once; then there is just nothing to restore. Does I/O, so not for logging threads; one
 * thread at a time.
 */
public final class StateFile implements AutoCloseable {

  /** The largest text that is kept, in bytes of UTF-8; the file stays below 64 KiB. */
  public static final int MAX_BYTES = 64 * 1024 - StateRecord.LONGEST_HEAD;

  /** What is older is not restored. */
  public static final Duration MAX_AGE = Duration.ofHours(24);

  private static final String SUFFIX = ".tmp";
  private static final int LONGEST_SHOWN = 200;
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final Path file;
  private final Consumer<String> problems;
  private boolean complained;
  private boolean refused;
  private boolean othersTold;
  private boolean kept = true;
  private @Nullable StateLock lock;

  /**
   * The state in this file, which need not exist.
   *
   * @param problems the host's status channel
   */
  public StateFile(Path file, Consumer<String> problems) {
    this.file = file.toAbsolutePath();
    this.problems = problems;
  }

  /**
   * Whether we are the ones who may read and write it: the first that asked in any process, until
   * {@link #close} or the end of that process. Says it once if others are. Where files cannot be
   * locked, everybody may.
   */
  public synchronized boolean isOurs() {
    if (lock != null) {
      return true;
    }
    try {
      Path target = target();
      lock = target == null ? StateLock.NONE : StateLock.tryLock(target);
    } catch (IOException | SecurityException | UnsupportedOperationException noLocksHere) {
      // Whatever is wrong with the place is said when the file is read or written.
      lock = StateLock.NONE;
    }
    if (lock == null && !othersTold) {
      othersTold = true;
      tell(
          "is in use by another process or logger context, so alerts of this one do not survive a"
              + " restart until that ends; give each its own file");
    }
    return lock != null;
  }

  /** Lets others have it. */
  @Override
  public synchronized void close() {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  /** What was saved last; null if there is nothing, or nothing that is fit to be restored. */
  public synchronized @Nullable String load(Instant now) {
    byte[] bytes;
    try {
      Path target = target();
      if (target == null) {
        return null;
      }
      removeAbandoned(target, now);
      bytes = read(target);
    } catch (NoSuchFileException firstStart) {
      return null;
    } catch (IOException | SecurityException unreadable) {
      tell("cannot be read, so nothing is restored: " + explain(unreadable));
      return null;
    }
    StateRecord saved = StateRecord.parse(bytes);
    if (saved == null) {
      setAside();
      return null;
    }
    return saved.age(now).compareTo(MAX_AGE) < 0 ? saved.text() : null;
  }

  /**
   * Where it is: a link stays one, and what it leads to is read and replaced. Null, which is said
   * once, for what is no regular file: to open a pipe may block for ever, to rename a device breaks
   * the machine.
   */
  private @Nullable Path target() throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return target;
    }
    if (!refused) {
      refused = true;
      tell(
          "is no regular file, so it is left alone and alerts do not survive a restart; name a file"
              + " that holds nothing else");
    }
    return null;
  }

  /** Reads one byte past the maximum, to detect an oversized file. */
  private static byte[] read(Path target) throws IOException {
    try (InputStream in = Files.newInputStream(target)) {
      return in.readNBytes(StateRecord.MAX_BYTES + 1);
    }
  }

  /** Keeps what is there under another name, since nothing can be restored from it. */
  public synchronized void setAside() {
    String what = "is damaged or not ours, so nothing is restored from it";
    try {
      Path target = target();
      if (target == null) {
        return;
      }
      Path aside = target.resolveSibling(target.getFileName() + ".damaged");
      Files.move(target, aside, StandardCopyOption.REPLACE_EXISTING);
      tell(what + "; it is kept as " + aside.getFileName());
    } catch (IOException | SecurityException failure) {
      // Then it is not replaced either: it may be somebody's.
      kept = false;
      tell(
          what
              + ", and cannot be renamed, so alerts do not survive a restart: "
              + explain(failure));
    }
  }

  /**
   * Replaces what is kept.
   *
   * @return whether that could be done
   */
  public synchronized boolean save(String text, Instant now) {
    if (!kept) {
      return false;
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      complain("is not written, since the state is larger than 64 KiB");
      return false;
    }
    try {
      Path target = target();
      if (target == null) {
        return false;
      }
      replace(target, new StateRecord(now, text).bytes());
      complained = false;
      return true;
    } catch (IOException | SecurityException failure) {
      complain("cannot be written, so alerts do not survive a restart: " + explain(failure));
      return false;
    }
  }

  private static void replace(Path target, byte[] bytes) throws IOException {
    Path directory = parent(target);
    Files.createDirectories(directory);
    Path next = Files.createTempFile(directory, prefix(target), SUFFIX);
    try {
      write(next, bytes);
      move(next, target);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }

  static Path parent(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException("it is no file");
    }
    return parent;
  }

  private static void write(Path next, byte[] bytes) throws IOException {
    try (FileChannel out = FileChannel.open(next, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  private static void move(Path next, Path target) throws IOException {
    try {
      Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException oddFileSystem) {
      // A reader that finds half a file sets it aside.
      Files.move(next, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Half-written ones of processes that were killed. */
  private static void removeAbandoned(Path target, Instant now) throws IOException {
    Path directory = parent(target);
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(directory, name -> isOurs(name, prefix(target)))) {
      for (Path old : found) {
        if (lastChange(old).isBefore(now.minus(ABANDONED))) {
          Files.deleteIfExists(old);
        }
      }
    }
  }

  /** Last-modified time; another process may have removed the file. */
  private static Instant lastChange(Path path) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (NoSuchFileException renamed) {
      return Instant.MAX;
    }
  }

  private static boolean isOurs(Path path, String prefix) {
    String name = path.getFileName().toString();
    return name.startsWith(prefix) && name.endsWith(SUFFIX);
  }

  /** Of a writing that fails again and again. */
  private void complain(String what) {
    if (!complained) {
      complained = true;
      tell(what);
    }
  }

  private void tell(String what) {
    String shown = Printable.beginning(file.toString(), LONGEST_SHOWN);
    problems.accept("openai-errors: stateFile: '%s' %s.".formatted(shown, what));
  }

  /** The message of a file system's exception is often just the name of the file. */
  private String explain(Exception failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.equals(file.toString())
        ? kind
        : kind + ", " + Printable.beginning(message, LONGEST_SHOWN);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
