package dev.openaierrors.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How to read a framework's log event: what the analyzer may see of it.
 *
 * <p>One stateless object per framework answers for every event, so looking at an event that
 * carries no OpenAI error allocates nothing. Methods may return text that came from anywhere; the
 * analyzer bounds what it reads. A method that throws costs the event that piece of its analysis,
 * never its delivery.
 *
 * <p>What runs the application's code (a throwable's message, the text of a marker) may be slow, so
 * the analyzer asks for it once per event: an object for a throwable that is asked again has to
 * know what it answered.
 *
 * @param <E> the framework's event
 * @param <T> how the framework represents a throwable
 */
public interface LogEventView<E, T> {

  /** Name of the logger; null if the event has none. */
  @Nullable String loggerName(E event);

  /**
   * Whether the event was logged at INFO or below. People log there what others wrote and what they
   * are about to do, so an error that is only mentioned counts for less.
   */
  default boolean isRoutine(E event) {
    return false;
  }

  /** When the event was logged; null if it does not tell. Asked for only where it has an error. */
  default @Nullable Instant time(E event) {
    return null;
  }

  /** Name of the thread that logged it; null if unknown. Asked for only where it has an error. */
  default @Nullable String threadName(E event) {
    return null;
  }

  /** Name of its level; null if unknown. Asked for only where it has an error. */
  default @Nullable String level(E event) {
    return null;
  }

  /** The rendered message; null if there is none. */
  @Nullable CharSequence message(E event);

  /** Number of arguments that the message does not render, or might not. */
  default int argumentCount(E event) {
    return 0;
  }

  /** Argument at {@code index}; the analyzer looks at text and throwables only. */
  default @Nullable Object argument(E event, int index) {
    return null;
  }

  /** Number of key-value pairs of the event (SLF4J fluent API, context data). */
  default int keyValueCount(E event) {
    return 0;
  }

  /** Key at {@code index}; null is passed over. */
  default @Nullable String key(E event, int index) {
    return null;
  }

  /** Value at {@code index}, of any type. */
  default @Nullable Object value(E event, int index) {
    return null;
  }

  /**
   * Value of this key in the context of the event (MDC, context data), of any type; null if it has
   * none. Asked for only where it has an error.
   */
  default @Nullable Object context(E event, String key) {
    return null;
  }

  /** Number of markers. */
  default int markerCount(E event) {
    return 0;
  }

  /** Text of the marker at {@code index}, as the framework renders it. */
  default @Nullable String marker(E event, int index) {
    return null;
  }

  /** What was thrown; null if nothing. */
  @Nullable T thrown(E event);

  /** The view of a plain throwable that came as an argument; null if it cannot be represented. */
  default @Nullable T thrownArgument(Throwable throwable) {
    return null;
  }

  /** Fully qualified class name; null if unknown. */
  @Nullable String className(T thrown);

  /** Message of the throwable. */
  @Nullable String thrownMessage(T thrown);

  /** Cause; null if none. */
  @Nullable T cause(T thrown);

  /** Number of suppressed throwables. */
  int suppressedCount(T thrown);

  /** Suppressed throwable at {@code index}. */
  @Nullable T suppressed(T thrown, int index);

  /** Number of stack frames. */
  int frameCount(T thrown);

  /** Class name of the frame at {@code index}. */
  @Nullable String frameClass(T thrown, int index);

  /** The throwable itself, for typed data; null if it is not at hand (e.g. after a socket). */
  @Nullable Throwable throwable(T thrown);
}
