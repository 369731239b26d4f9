package dev.openaierrors.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text out of {@code kinds/<id>.txt} and what is to be found in it.
 *
 * <p>Such a file is a list of samples:
 *
 * <pre>
 * === yes: in whose words it comes
 * status: 429
 * ---
 * the text, of any number of lines
 * === no: what only looks like it
 * ---
 * the text
 * </pre>
 *
 * <p>{@code yes} is an error of the file's kind; {@code no} is a near miss, which carries no error
 * at all. Above the dashes stand fields that are expected, by the names of {@link ErrorField},
 * {@code delay} in milliseconds, and a part of the {@code fix}.
 */
record KindSample(
    ErrorKind kind, boolean isError, String title, Map<String, String> expected, String text) {

  private static final String BEGIN = "=== ";
  private static final String DASHES = "---\n";

  /** The samples of every kind. */
  static List<KindSample> all() {
    return Stream.of(ErrorKind.values()).flatMap(kind -> of(kind).stream()).toList();
  }

  /** Those that are errors. */
  static List<KindSample> errors() {
    return all().stream().filter(KindSample::isError).toList();
  }

  /** The samples of a kind; none if it has no file. */
  static List<KindSample> of(ErrorKind kind) {
    List<KindSample> samples = new ArrayList<>();
    for (String part : ("\n" + read(kind)).split("\n" + BEGIN, -1)) {
      if (!part.isBlank()) {
        samples.add(parse(kind, part));
      }
    }
    return samples;
  }

  private static KindSample parse(ErrorKind kind, String part) {
    int dashes = part.indexOf(DASHES);
    if (dashes < 0) {
      throw new IllegalArgumentException(kind.id() + ": no --- in sample " + part);
    }
    String[] head = part.substring(0, dashes).split("\n", -1);
    boolean isError = head[0].startsWith("yes: ");
    if (!isError && !head[0].startsWith("no: ")) {
      throw new IllegalArgumentException(kind.id() + ": neither yes nor no: " + head[0]);
    }
    Map<String, String> expected = new LinkedHashMap<>();
    for (int i = 1; i < head.length - 1; i++) {
      int colon = head[i].indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException(kind.id() + ": no expectation: " + head[i]);
      }
      expected.put(head[i].substring(0, colon), head[i].substring(colon + 2));
    }
    String text = part.substring(dashes + DASHES.length()).strip();
    return new KindSample(kind, isError, head[0], expected, text);
  }

  private static String read(ErrorKind kind) {
    String name = "/kinds/" + kind.id() + ".txt";
    try (InputStream file = KindSample.class.getResourceAsStream(name)) {
      return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return kind.id() + ", " + title;
  }
}
