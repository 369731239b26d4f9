package dev.openaierrors.analyzer.input;

import java.util.List;

/**
 * Lines of a log around the first one of an event, as the log has them, not redacted.
 *
 * @param lines one behind the other; empty if they cannot be read
 * @param before how many of them stand before the event's own
 */
public record NearLines(List<String> lines, int before) {

  /** Where they cannot be read. */
  static final NearLines NONE = new NearLines(List.of(), 0);

  /** Copies the lines. */
  public NearLines {
    lines = List.copyOf(lines);
  }
}
