package dev.openaierrors.delivery;

import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A process of its own that saves states until it is killed. */
final class StateWriter {

  private StateWriter() {}

  static Process start(Path file, String author) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPathOf(StateFile.class) + File.pathSeparator + classPathOf(StateWriter.class),
            StateWriter.class.getName(),
            file.toString(),
            author)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String classPathOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  /** Arguments: the file, and what its states begin with. */
  public static void main(String[] arguments) {
    StateFile file = new StateFile(Path.of(arguments[0]), problem -> System.exit(1));
    if (arguments[1].equals("locks") && !file.isOurs()) {
      System.exit(2);
    }
    for (int i = 0; ; i++) {
      file.save(state(arguments[1], i), Instant.now());
    }
  }

  /** Of very different lengths, so that half of one over the other would be seen. */
  private static String state(String author, int number) {
    int length = (number * 7_919) % 60_000;
    return author + ":" + length + ":" + "x".repeat(length);
  }

  static boolean isWhole(@Nullable String state) {
    if (state == null) {
      return false;
    }
    String[] parts = state.split(":", -1);
    return parts.length == 3 && parts[2].length() == Integer.parseInt(parts[1]);
  }
}
