package dev.openaierrors.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this process, in memory where there is such a file system. */
public final class Scratch {

  private static final Path MEMORY = Path.of("/dev/shm");

  private Scratch() {}

  /** A new folder of this name, which is removed when the process ends. */
  public static Path folder(String name) {
    try {
      Path folder =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, name)
              : Files.createTempDirectory(name);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try {
      clear(folder);
      Files.deleteIfExists(folder);
    } catch (IOException leftBehind) {
      // There is nobody left to tell.
      return;
    }
  }

  /** Removes all files in it. */
  public static void clear(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.list(folder)) {
      all = found.toList();
    }
    for (Path one : all) {
      if (Files.isDirectory(one)) {
        clear(one);
      }
      Files.delete(one);
    }
  }
}
