package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineReader;
import dev.openaierrors.formats.LogTime;
import dev.openaierrors.formats.ParsedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events that carry an error where the newest line is first: each begins with the last of
 * its lines, so that all windows are looked at in turn. Keeps state: for the only thread.
 */
final class BackwardScan implements Scan {

  private final EventClassifier classifier;
  private final @Nullable LogTime first;
  private final LineReader lines;
  private List<UntimedEvent> errors = new ArrayList<>();

  /**
   * A scan.
   *
   * @param first time in the file; null if it has none
   */
  BackwardScan(FormatSet formats, EventClassifier classifier, @Nullable LogTime first) {
    this.classifier = classifier;
    this.first = first;
    lines = new LineReader(formats, this::classify);
  }

  private void classify(ParsedEvent event, long offset) {
    UntimedEvent error = classifier.classify(event, offset, 0);
    if (error != null) {
      errors.add(error);
    }
  }

  @Override
  public ScanResult scan(Window window) {
    byte[] bytes = window.bytes.array();
    long[] ends = window.lineEnds;
    if (ends == null) {
      lines.lines(bytes, 0, window.bytes.length(), window.offset);
    } else {
      lines.lines(bytes, 0, window.bytes.length(), window.offset, ends);
    }
    return result(window.index == 0 ? first : null, null);
  }

  @Override
  public ScanResult end() {
    lines.end();
    return result(null, lines.last());
  }

  private ScanResult result(@Nullable LogTime begin, @Nullable LogTime end) {
    List<UntimedEvent> found = errors;
    errors = new ArrayList<>();
    return new ScanResult(found, new DayCount(), begin, end, 0, null);
  }
}
