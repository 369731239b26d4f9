package dev.openaierrors.formats;

/** How the events of a log look: where one begins, and what its parts are. Stateless. */
abstract class LogFormat {

  private final String id;
  private final String title;

  LogFormat(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name by which a user asks for it. */
  final String id() {
    return id;
  }

  /** What it is, in a few words. */
  final String title() {
    return title;
  }

  /** Whether an event begins with this line; if it does, its parts are in {@code head}. */
  abstract boolean begins(Cursor line, Head head);

  /** Whether the times of its events have no date. */
  boolean hasTimeOnly() {
    return false;
  }

  /** Whether the time of an event is known by its head; if not, by all of its first line. */
  boolean isTimedByHead() {
    return true;
  }

  /** Whether a message may look the same by accident, so that most lines have to. */
  boolean isLoose() {
    return false;
  }

  /** The event that begins with this head. */
  abstract void parse(EventBytes event, Head head, ParsedEvent target);
}
