package dev.openaierrors.formats;

/** Takes the events of a log whose lines are wrapped. */
@FunctionalInterface
public interface WrappedEvents {

  /**
   * An event that may carry an OpenAI error.
   *
   * @param place of its first line
   * @param end place of the line by which it was known to be complete: events are complete in this
   *     order
   */
  void event(ParsedEvent event, long place, long end);
}
