package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Something to read: a file, or standard input. */
final class InputFile {

  private final String name;
  private final @Nullable Path path;
  private final @Nullable ZipEntry entry;
  private final @Nullable InputStream stream;
  private final @Nullable BooleanSupplier followUntil;
  // Of a regular file that was opened; null if none was.
  private @Nullable Boolean plain;
  private boolean temporary;
  private Runnable idle = () -> {};

  private InputFile(
      String name,
      @Nullable Path path,
      @Nullable ZipEntry entry,
      @Nullable InputStream stream,
      @Nullable BooleanSupplier followUntil) {
    this.name = name;
    this.path = path;
    this.entry = entry;
    this.stream = stream;
    this.followUntil = followUntil;
  }

  static InputFile of(String name, Path path) {
    return new InputFile(name, path, null, null, null);
  }

  /** One of the logs in a zip file. */
  static InputFile of(String name, Path zip, ZipEntry entry) {
    return new InputFile(name + "!" + entry.getName(), zip, entry, null, null);
  }

  static InputFile of(InputStream stdin) {
    return new InputFile("-", null, null, stdin, null);
  }

  /**
   * The same file, read on when it grows until it is said to stop.
   *
   * @param idle told when all was read that is there
   */
  InputFile followed(BooleanSupplier until, Runnable idle) {
    InputFile followed = new InputFile(name, path, entry, stream, until);
    followed.idle = idle;
    return followed;
  }

  /** The same, readable again and again; itself where it is, or where it cannot be made so. */
  InputFile kept() {
    if (isRegular()) {
      return this;
    }
    Path copy = null;
    try (InputStream once = stream != null ? stream : Opening.once(Objects.requireNonNull(path))) {
      copy = Files.createTempFile("openai-errors", ".log");
      Files.copy(once, copy, StandardCopyOption.REPLACE_EXISTING);
      InputFile kept = new InputFile(name, copy, null, null, null);
      kept.temporary = true;
      return kept;
    } catch (IOException broken) {
      delete(copy);
      return new InputFile(name, null, null, new BrokenInput(broken), null);
    }
  }

  /** Deletes what was kept of a stream. */
  void forget() {
    if (temporary) {
      delete(path);
    }
  }

  private static void delete(@Nullable Path copy) {
    try {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException stays) {
      copy.toFile().deleteOnExit();
    }
  }

  /** Of which nothing can be read, for a reason that is known. */
  private static final class BrokenInput extends InputStream {

    private final IOException reason;

    BrokenInput(IOException reason) {
      super();
      this.reason = reason;
    }

    @Override
    public int read() throws IOException {
      throw reason;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw reason;
    }
  }

  String name() {
    return name;
  }

  /** Null for standard input. */
  @Nullable Path path() {
    return path;
  }

  /** The file, if it can be read anywhere; null if not. */
  @Nullable Path plain() throws IOException {
    boolean file = path != null && entry == null && followUntil == null && isRegular();
    boolean known = file && plain != null;
    return file && path != null && (known ? Boolean.TRUE.equals(plain) : Sources.isPlain(path))
        ? path
        : null;
  }

  /** Whether it is a file of less than this, and nothing says that it is packed. */
  boolean isPlainBelow(long limit) {
    long size = entry == null && isRegular() ? size() : -1;
    return size >= 0 && size < limit && Packing.NAMES.stream().noneMatch(name::endsWith);
  }

  /** Whether it can be read more than once. */
  boolean isRegular() {
    return path != null && Files.isRegularFile(path);
  }

  ByteSource open() throws IOException {
    if (path != null && entry != null) {
      return Sources.open(ZipLogs.open(path, entry.getName()));
    }
    if (path != null && isRegular()) {
      if (followUntil != null && Sources.isPlain(path)) {
        return new FollowSource(path, followUntil, idle);
      }
      ByteSource source = Sources.open(path);
      plain = source instanceof ChannelSource;
      return source;
    }
    InputStream once = stream != null ? stream : Opening.once(Objects.requireNonNull(path));
    return followUntil != null ? new FollowedStream(once, idle) : Sources.open(once);
  }

  /** As it lies on the disk, or unpacked in a zip file; -1 if not known. */
  long size() {
    if (entry != null) {
      return entry.getSize();
    }
    try {
      return path == null || followUntil != null || !isRegular() ? -1 : Files.size(path);
    } catch (IOException unreadable) {
      return -1;
    }
  }

  /** When it was last written; now if that is not known, or cannot be. */
  Instant written() throws IOException {
    Instant now = Instant.now();
    if (path == null || followUntil != null) {
      return now;
    }
    FileTime time = entry == null ? Files.getLastModifiedTime(path) : entry.getLastModifiedTime();
    Instant written = time == null ? now : time.toInstant();
    return TimeResolver.isPossible(written) ? written : now;
  }
}
