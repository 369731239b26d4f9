package dev.openaierrors.formats;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a container runtime or a system log puts around each line of text. Stateless. */
abstract class Wrapping {

  private final String id;
  private final String title;

  Wrapping(String id, String title) {
    this.id = id;
    this.title = title;
  }

  final String id() {
    return id;
  }

  final String title() {
    return title;
  }

  /**
   * How lines of which most have it are read; null if not as what is inside of them.
   *
   * @param given how times are written, as a user says; null if none does
   * @param areText tells of what is inside whether it is lines of text
   */
  @Nullable Wrapping of(
      List<byte[]> lines, @Nullable TimePattern given, Predicate<List<byte[]>> areText) {
    return this;
  }

  /** Whether of the lines of an event the last one comes first. */
  boolean isNewestFirst() {
    return false;
  }

  /**
   * Takes it off; false if the line has none. The line itself stays as it is: it may be asked about
   * again.
   */
  abstract boolean unwrap(Cursor line, Unwrapped target);

  /**
   * As {@link #unwrap}, where only the head of the line and its key are asked for: cheaper, where
   * that is possible.
   */
  boolean glance(Cursor line, Unwrapped target) {
    return unwrap(line, target);
  }

  /**
   * Whether words that are in the text may not be seen in the wrapped line, as they are written in
   * another way.
   */
  boolean hidesWords() {
    return true;
  }

  /** Whether lines that begin with the same bytes are of the same container or process. */
  boolean isConstant() {
    return false;
  }

  /** Whether a line that is not wrapped belongs to the one before it. */
  boolean keepsTogether() {
    return false;
  }
}
