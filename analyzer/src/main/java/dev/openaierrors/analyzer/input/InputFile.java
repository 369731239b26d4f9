package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Something to read: a file, or standard input. */
final class InputFile {

  private final String name;
  private final @Nullable Path path;
  private final @Nullable InputStream stream;
  private final @Nullable BooleanSupplier followUntil;

  private InputFile(
      String name,
      @Nullable Path path,
      @Nullable InputStream stream,
      @Nullable BooleanSupplier followUntil) {
    this.name = name;
    this.path = path;
    this.stream = stream;
    this.followUntil = followUntil;
  }

  static InputFile of(String name, Path path) {
    return new InputFile(name, path, null, null);
  }

  static InputFile of(InputStream stdin) {
    return new InputFile("-", null, stdin, null);
  }

  /** The same file, read on when it grows until it is said to stop. */
  InputFile followed(BooleanSupplier until) {
    return new InputFile(name, path, stream, until);
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
    return path != null && followUntil == null && isRegular() && Sources.isPlain(path)
        ? path
        : null;
  }

  /** Whether it can be read more than once. */
  boolean isRegular() {
    return path != null && Files.isRegularFile(path);
  }

  ByteSource open() throws IOException {
    if (path != null && isRegular()) {
      return followUntil != null && Sources.isPlain(path)
          ? new FollowSource(path, followUntil)
          : Sources.open(path);
    }
    InputStream once = stream != null ? stream : Opening.once(Objects.requireNonNull(path));
    return followUntil != null ? new FollowedStream(once) : Sources.open(once);
  }

  /** As it lies on the disk; -1 if not known. */
  long size() {
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
    Instant written = Files.getLastModifiedTime(path).toInstant();
    return TimeResolver.isPossible(written) ? written : now;
  }
}
