package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.ParsedEvent;
import dev.openaierrors.formats.WrappedJoiner;
import java.util.ArrayList;
import java.util.List;

/** Completes the results of windows whose lines are wrapped, in the order of the file. */
final class Joining {

  private final EventClassifier classifier;
  private final WrappedJoiner joiner = new WrappedJoiner(this::classify);
  private final List<UntimedEvent> errors = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();

  // In the windows before the one that is joined.
  private long lines;

  Joining(EventClassifier classifier) {
    this.classifier = classifier;
  }

  private void classify(ParsedEvent event, long offset, long end) {
    UntimedEvent error = classifier.classify(event, offset, event.line() - lines, 0);
    if (error != null) {
      int at = ends.size();
      // Events of several containers are complete in another order than they are asked for.
      while (at > 0 && ends.get(at - 1) > end) {
        at--;
      }
      errors.add(at, error);
      ends.add(at, end);
    }
  }

  /** The result with the events that end in its window. */
  ScanResult join(ScanResult result) {
    ScanResult.Wrapped wrapped = result.wrapped();
    if (wrapped == null) {
      return result;
    }
    errors.clear();
    ends.clear();
    joiner.join(wrapped.formats(), wrapped.part(), lines);
    lines += result.lines();
    return new ScanResult(
        merged(result, wrapped.ends()), result.days(), result.first(), null, result.lines(), null);
  }

  private List<UntimedEvent> merged(ScanResult result, List<Long> itsEnds) {
    if (errors.isEmpty()) {
      return result.found();
    }
    List<UntimedEvent> merged = new ArrayList<>();
    int own = 0;
    for (int i = 0; i < itsEnds.size(); i++) {
      while (own < ends.size() && ends.get(own) < itsEnds.get(i)) {
        merged.add(errors.get(own++));
      }
      merged.add(result.found().get(i));
    }
    merged.addAll(errors.subList(own, errors.size()));
    return merged;
  }

  /** What was not complete at the end of the file. */
  ScanResult end() {
    errors.clear();
    ends.clear();
    joiner.end();
    return new ScanResult(List.copyOf(errors), new DayCount(), null, joiner.last(), 0, null);
  }
}
