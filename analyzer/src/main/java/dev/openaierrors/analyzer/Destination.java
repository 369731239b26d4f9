package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the report goes: standard output, or a file that has all of it or is as it was before.
 * Never a file that is read for it.
 */
final class Destination {

  /** Writes a report. */
  interface Body {
    void write(Output out) throws IOException;
  }

  private static final Path STDOUT = Path.of("/dev/stdout");
  private static final Path STDIN = Path.of("/dev/stdin");

  private final Environment environment;
  private final @Nullable Path file;
  private final boolean exists;

  /**
   * A destination to which nothing is written yet.
   *
   * @param file null or {@code -} for standard output
   * @throws UsageError if it is a folder, or in none
   */
  Destination(Environment environment, @Nullable Path file) {
    this.environment = environment;
    boolean standard = file == null || file.toString().equals("-") || isSame(file, STDOUT);
    this.file = standard ? null : file;
    if (this.file == null) {
      exists = Files.isRegularFile(STDOUT);
      return;
    }
    exists = Files.isRegularFile(this.file);
    if (Files.isDirectory(this.file)) {
      throw new UsageError("cannot write " + file + ": it is a folder");
    }
    Path folder = this.file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UsageError("cannot write " + file + ": there is no such folder");
    }
  }

  /**
   * Makes sure that this file, which is read, is not written to, by whatever name or link.
   *
   * @param read null for standard input
   * @throws UsageError if it would be
   */
  void spare(@Nullable Path read) {
    Path target = file == null ? STDOUT : file;
    if (exists && isSame(target, read == null ? STDIN : read)) {
      Path written = file == null && read != null ? read : file;
      throw new UsageError(
          "the report would be written into "
              + (written == null ? "standard input" : written)
              + ", which is read for it; "
              + (file == null ? "send it elsewhere" : "name another file with -o"));
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException oneIsNotThere) {
      return false;
    }
  }

  /**
   * Writes the report.
   *
   * @param charset of standard output; files are UTF-8
   * @throws UsageError if it cannot be written to the file; of standard output, its stream can tell
   */
  void write(Charset charset, Body body) throws IOException {
    if (file == null) {
      try (Output out = new Output(environment.out(), charset)) {
        body.write(out);
      }
      return;
    }
    try {
      if (exists || !Files.exists(file)) {
        replace(exists ? file.toRealPath() : file, body);
      } else {
        // A pipe or a device, of which nothing can take the place.
        write(Files.newOutputStream(file), body);
      }
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + Failures.reason(e));
    }
  }

  private static void replace(Path target, Body body) throws IOException {
    Path part = target.resolveSibling(".openai-errors-" + UUID.randomUUID() + ".part");
    OutputStream out;
    try {
      out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException noOtherFileInThisFolder) {
      write(Files.newOutputStream(target), body);
      return;
    }
    try {
      write(out, body);
      if (Files.exists(target)) {
        likeBefore(target, part);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Who may read a report that is replaced, may read the new one. */
  private static void likeBefore(Path before, Path now) {
    try {
      PosixFileAttributes attributes =
          Files.readAttributes(before, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      PosixFileAttributeView view =
          Files.getFileAttributeView(now, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      view.setPermissions(attributes.permissions());
      view.setGroup(attributes.group());
      view.setOwner(attributes.owner());
    } catch (IOException | UnsupportedOperationException notOursToSay) {
      // Then it is like any new file of the user.
      return;
    }
  }

  private static void write(OutputStream target, Body body) throws IOException {
    try (StandardOutput stream = StandardOutput.on(target, StandardCharsets.UTF_8);
        Output out = new Output(stream, StandardCharsets.UTF_8)) {
      body.write(out);
      out.flush();
      IOException failure = stream.failure();
      if (failure != null) {
        throw failure;
      }
    }
  }
}
