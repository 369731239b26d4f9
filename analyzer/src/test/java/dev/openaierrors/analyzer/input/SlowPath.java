package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.ParsedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a log as one would without caring for speed: every line, every event, each as if it were
 * the first, all in memory.
 */
final class SlowPath {

  private SlowPath() {}

  static List<UntimedEvent> read(Path file) {
    try (ByteSource source = Sources.open(file)) {
      FileFormat format = FileFormat.of(source, file, null);
      byte[] all = Files.readAllBytes(file);

      EventReader reader = new EventReader(format.formats());
      ErrorAnalyzer analyzer = ErrorAnalyzer.create();
      List<UntimedEvent> found = new ArrayList<>();
      int event = 0;
      int line = 0;
      long number = 1;
      long first = 1;
      while (line < all.length) {
        int next = line;
        while (next < all.length && all[next] != '\n') {
          next++;
        }
        next++;
        number++;
        if (next >= all.length || reader.begins(all, next, all.length)) {
          int end = Math.min(next, all.length);
          int size = Math.min(end - event, EventReader.LONGEST_EVENT);
          ParsedEvent parsed = reader.parse(all, event, size);
          // Each with a memory of its own: nothing is known of before.
          UntimedEvent one =
              parsed == null
                  ? null
                  : new EventClassifier(analyzer, "x", List.of()).classify(parsed, event, first, 0);
          if (one != null) {
            found.add(one);
          }
          event = end;
          first = number;
        }
        line = next;
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
