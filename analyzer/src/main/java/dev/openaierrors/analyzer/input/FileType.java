package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What lies behind a name: not everything that can be opened is a file that has an end. */
enum FileType {
  /** A file that can be read anywhere, and again. */
  REGULAR,
  /** A folder. */
  FOLDER,
  /** What can be read once, to the end that its writer gives it: a pipe, a terminal. */
  STREAM,
  /** Nothing, always. */
  NOTHING,
  /** A device, most of which have no end. */
  DEVICE,
  /** A socket, which cannot be opened. */
  SOCKET;

  private static final int FORMAT = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int SOCKET_FILE = 0140000;
  private static final Path NULL = Path.of("/dev/null");

  /**
   * The type of the file that links lead to.
   *
   * @throws IOException if there is none, or nobody may know
   */
  static FileType of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isRegularFile()) {
      return REGULAR;
    }
    return attributes.isDirectory() ? FOLDER : special(file);
  }

  private static FileType special(Path file) throws IOException {
    return switch (mode(file) & FORMAT) {
      case SOCKET_FILE -> SOCKET;
      case BLOCK_DEVICE -> DEVICE;
      case CHARACTER_DEVICE -> isNull(file) ? NOTHING : isTerminal(file) ? STREAM : DEVICE;
      default -> STREAM;
    };
  }

  /** As Unix has it; 0 elsewhere. */
  private static int mode(Path file) throws IOException {
    try {
      return Files.getAttribute(file, "unix:mode") instanceof Integer mode ? mode : 0;
    } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
      return 0;
    }
  }

  private static boolean isNull(Path file) throws IOException {
    return Files.exists(NULL) && Files.isSameFile(file, NULL);
  }

  private static boolean isTerminal(Path file) throws IOException {
    String real = file.toRealPath().toString();
    return real.startsWith("/dev/pts/")
        || real.startsWith("/dev/tty")
        || real.equals("/dev/console");
  }
}
