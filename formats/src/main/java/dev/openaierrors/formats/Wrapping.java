package dev.openaierrors.formats;

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

  /** Takes it off; false if the line has none. */
  abstract boolean unwrap(Cursor line, Unwrapped target);
}
