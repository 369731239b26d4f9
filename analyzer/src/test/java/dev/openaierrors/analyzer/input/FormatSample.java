package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A log in one of the formats, as the module of the formats keeps it: an ordinary event, one that
 * carries an error far down its stack trace, and an ordinary one.
 */
public record FormatSample(String name, Map<String, String> expected, String text) {

  private static final Path FOLDER =
      Path.of("..", "formats", "src", "test", "resources", "samples");

  private static final String DASHES = "\n---\n";

  /** Of every format that is promised. */
  public static List<FormatSample> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(FormatSample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormatSample of(Path file) {
    try {
      String all = Files.readString(file);
      int dashes = all.indexOf(DASHES);
      Map<String, String> expected = new HashMap<>();
      for (String line : all.substring(0, dashes).split("\n", -1)) {
        int colon = line.indexOf(':');
        expected.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
      String name = file.getFileName().toString().replace(".txt", "");
      return new FormatSample(name, Map.copyOf(expected), all.substring(dashes + DASHES.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String title() {
    return expected("title");
  }

  String expected(String field) {
    return Objects.requireNonNull(expected.get(field), () -> name + " lacks " + field);
  }

  @Override
  public String toString() {
    return name;
  }
}
