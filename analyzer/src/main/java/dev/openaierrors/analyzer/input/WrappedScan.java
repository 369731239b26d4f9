package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LogTime;
import dev.openaierrors.formats.ParsedEvent;
import dev.openaierrors.formats.WrappedPart;
import dev.openaierrors.formats.WrappedReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the events that carry an error where each line is wrapped. Keeps state: for one thread. */
final class WrappedScan implements Scan {

  private final EventClassifier classifier;
  private final @Nullable LogTime first;
  private @Nullable WrappedReader reader;
  private List<UntimedEvent> errors = new ArrayList<>();
  private List<Long> ends = new ArrayList<>();

  /**
   * A scan for one of the threads.
   *
   * @param first time in the file; null if it has none
   */
  WrappedScan(EventClassifier classifier, @Nullable LogTime first) {
    this.classifier = classifier;
    this.first = first;
  }

  /** What was found in a window, and the ends of events that are in others, too. */
  @Override
  public ScanResult scan(Window window) {
    WrappedReader lines = reader;
    if (lines == null || lines.formats() != window.formats()) {
      lines = new WrappedReader(window.formats(), this::classify);
      reader = lines;
    }
    errors = new ArrayList<>();
    ends = new ArrayList<>();
    WrappedPart part =
        lines.read(
            window.bytes.aligned(),
            window.offset,
            window.linesLeftOut,
            EventCount.isCounted(window),
            window.lineEnds);
    LogTime begin = window.index == 0 ? first : null;
    return new ScanResult(
        errors,
        new DayCount(),
        begin,
        null,
        part.lines(),
        new ScanResult.Wrapped(window.formats(), ends, part));
  }

  private void classify(ParsedEvent event, long offset, long end) {
    UntimedEvent error = classifier.classify(event, offset, 0);
    if (error != null) {
      errors.add(error);
      ends.add(end);
    }
  }
}
