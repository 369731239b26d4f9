package dev.openaierrors.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
 * processes write: the last one wins. A file that we did not write, or that is damaged, is set
 * aside as {@code *.damaged}. Whatever goes wrong is said once; then there is just nothing to
 * restore. Does I/O, so not for logging threads; one thread at a time.
 */
public final class StateFile {

  /** The largest text that is kept, in bytes of UTF-8; the file stays below 64 KiB. */
  public static final int MAX_BYTES = 64 * 1024 - StateRecord.LONGEST_HEAD;

  /** What is older is not restored. */
  public static final Duration MAX_AGE = Duration.ofHours(24);

  private static final String SUFFIX = ".tmp";
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final Path file;
  private final Consumer<String> problems;
  private boolean complained;

  /**
   * The state in this file, which need not exist.
   *
   * @param problems the host's status channel
   */
  public StateFile(Path file, Consumer<String> problems) {
    this.file = file.toAbsolutePath();
    this.problems = problems;
  }

  /** What was saved last; null if there is nothing, or nothing that is fit to be restored. */
  public synchronized @Nullable String load(Instant now) {
    byte[] bytes;
    try {
      removeAbandoned(now);
      bytes = read();
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

  /** A byte more than any file of ours has, if there are so many. */
  private byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(StateRecord.MAX_BYTES + 1);
    }
  }

  private void setAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    String what = "is damaged or not ours, so nothing is restored from it";
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      tell(what + "; it is kept as " + aside.getFileName());
    } catch (IOException | SecurityException failure) {
      tell(what + ", and cannot be renamed: " + explain(failure));
    }
  }

  /**
   * Replaces what is kept.
   *
   * @return whether that could be done
   */
  public synchronized boolean save(String text, Instant now) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      complain("is not written, since the state is larger than 64 KiB");
      return false;
    }
    try {
      replace(new StateRecord(now, text).bytes());
      complained = false;
      return true;
    } catch (IOException | SecurityException failure) {
      complain("cannot be written, so alerts do not survive a restart: " + explain(failure));
      return false;
    }
  }

  private void replace(byte[] bytes) throws IOException {
    // A link stays one: what it leads to is replaced.
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
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

  private static Path parent(Path target) throws IOException {
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
  private void removeAbandoned(Instant now) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
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

  /** Of one that another process may be done with right now. */
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
    String shown = file.toString().replaceAll("\\p{Cntrl}", "?");
    problems.accept("openai-errors: stateFile: '%s' %s.".formatted(shown, what));
  }

  /** The message of a file system's exception is often just the name of the file. */
  private String explain(Exception failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.equals(file.toString())
        ? kind
        : kind + ", " + message.replaceAll("\\p{Cntrl}", "?");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
