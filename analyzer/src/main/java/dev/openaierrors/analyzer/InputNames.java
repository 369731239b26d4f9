package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Failures;
import dev.openaierrors.analyzer.input.Opening;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read: the names of the command line and those of a list.
 *
 * @param listed the list, {@code -} for standard input; null if there is none
 */
record InputNames(Environment environment, List<String> given, @Nullable String listed) {

  /**
   * All names.
   *
   * @param destination what is made sure not to be written to what is read
   * @throws UsageError if there is a list and it cannot be read
   */
  List<String> read(Destination destination) throws IOException {
    if (listed == null) {
      return given;
    }
    List<String> names = new ArrayList<>(given);
    names.addAll(listed.equals("-") ? namesOfInput() : names(destination, listed));
    if (names.isEmpty()) {
      throw new UsageError("--files-from: " + listed + " names no file");
    }
    return names;
  }

  private List<String> namesOfInput() throws IOException {
    List<String> names = NameList.read(environment.in(), "--files-from: standard input");
    if (names.contains("-") || given.contains("-")) {
      throw new UsageError(
          "--files-from: standard input is the list already and cannot be a log, too");
    }
    return names;
  }

  private static List<String> names(Destination destination, String listed) {
    try {
      Path file = Path.of(listed);
      destination.spare(file);
      try (InputStream in = Opening.once(file)) {
        return NameList.read(in, "--files-from: " + listed);
      }
    } catch (InvalidPathException e) {
      throw new UsageError("--files-from: cannot read " + listed + ": " + e.getReason());
    } catch (IOException e) {
      throw new UsageError("--files-from: cannot read " + listed + ": " + Failures.reason(e));
    }
  }
}
