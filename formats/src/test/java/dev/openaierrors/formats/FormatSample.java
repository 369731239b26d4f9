package dev.openaierrors.formats;

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
 * A log in one of the formats, out of a file of {@code src/test/resources/samples}: an ordinary
 * event, one that carries an error far down its stack trace, and an ordinary one.
 *
 * <p>Above the dashes stands what is to be read:
 *
 * <ul>
 *   <li>{@code title}: what the format is called, behind what is wrapped around it
 *   <li>{@code zone}: of the times; the second event was logged at 10:03:21.5 on 4 May 2026, UTC.
 *       {@code UTC}, or {@code local}, two hours later; {@code second} where there is no fraction,
 *       {@code none} where there is no time
 *   <li>{@code level}, {@code logger} and {@code thread} of the second event; empty if the format
 *       does not say
 * </ul>
 */
record FormatSample(String name, Map<String, String> expected, String text) {

  static final Path FOLDER = Path.of("src", "test", "resources", "samples");

  private static final String DASHES = "\n---\n";

  /** Of every format that is promised. */
  static List<FormatSample> all() {
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
