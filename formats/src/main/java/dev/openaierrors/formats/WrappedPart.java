package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a part of a log when its own events are told: the ends that belong to others. */
public final class WrappedPart {

  /**
   * The lines of one container or process.
   *
   * @param begins whether an event begins with the first of them, as far as this part tells
   * @param end place of the line that begins the next event; -1 if none does
   * @param last the event that is open at the end, if that is another one
   */
  record Ends(long key, OpenEvent first, boolean begins, long end, @Nullable OpenEvent last) {}

  final List<Ends> ends = new ArrayList<>();
  @Nullable LogTime last;
  long lines;
  long begun;

  WrappedPart() {}

  /** How many lines there are, with those that were left out before them. */
  public long lines() {
    return lines;
  }

  /** How many events begin in it, also those that carry nothing; 0 if they were not counted. */
  public long begun() {
    return begun;
  }

  /** How many ends there are. */
  public int size() {
    return ends.size();
  }
}
