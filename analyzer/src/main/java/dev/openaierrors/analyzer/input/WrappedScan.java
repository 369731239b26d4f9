package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineReader;
import dev.openaierrors.formats.LogTime;
import dev.openaierrors.formats.ParsedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the events that carry an error where each line is wrapped. For one thread. */
final class WrappedScan {

  private final EventClassifier classifier;
  private final LineReader lines;
  private List<UntimedEvent> errors = new ArrayList<>();

  WrappedScan(FormatSet formats, EventClassifier classifier) {
    this.classifier = classifier;
    lines = new LineReader(formats, this::classify);
  }

  private void classify(ParsedEvent event, long offset) {
    UntimedEvent error = classifier.classify(event, offset, 0);
    if (error != null) {
      errors.add(error);
    }
  }

  /**
   * What is complete with the lines of this window.
   *
   * @param first time of its first event; null if it has none, or if one before it has
   */
  WindowScan.Result scan(Window window, @Nullable LogTime first) {
    lines.lines(window.bytes.array(), 0, window.bytes.length(), window.offset);
    return result(first, null);
  }

  /** What was not complete so far, at the end of the file. */
  WindowScan.Result end() {
    lines.end();
    return result(null, lines.last());
  }

  private WindowScan.Result result(@Nullable LogTime first, @Nullable LogTime last) {
    List<UntimedEvent> found = errors;
    errors = new ArrayList<>();
    return new WindowScan.Result(found, new DayCount(), first, last);
  }
}
