package dev.openaierrors.formats;

import java.util.List;

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

  /** Whether lines of which most have it are to be read as what is inside. */
  boolean fits(List<byte[]> lines) {
    return true;
  }

  /**
   * Takes it off; false if the line has none. The line itself stays as it is: it may be asked about
   * again.
   */
  abstract boolean unwrap(Cursor line, Unwrapped target);

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
