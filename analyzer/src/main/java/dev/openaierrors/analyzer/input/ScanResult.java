package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LogTime;
import dev.openaierrors.formats.WrappedPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a window.
 *
 * @param first time of its first event; null if it has none, or if one before it has
 * @param last time of its last event; null if it has none, or is one of those that are not asked
 * @param lines that end in it, or in what was left out before it
 * @param wrapped what else there is if its lines are wrapped; otherwise null
 */
record ScanResult(
    List<UntimedEvent> found,
    DayCount days,
    @Nullable LogTime first,
    @Nullable LogTime last,
    long lines,
    @Nullable Wrapped wrapped) {

  /**
   * What else is in a window whose lines are wrapped.
   *
   * @param ends where each event that was found was known to be complete
   * @param part what belongs to other windows
   */
  record Wrapped(FormatSet formats, List<Long> ends, WrappedPart part) {}
}
