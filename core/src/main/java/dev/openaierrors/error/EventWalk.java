package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Goes through everything of an event that may carry an error: message, arguments, key-value pairs,
 * markers, throwables with causes and suppressed ones.
 *
 * <p>The work is bounded: {@link ErrorAnalyzer#MAX_TEXT} characters in all, of which no single
 * piece takes more than half of what is left. A throwable counts for at least {@link
 * #THROWABLE_COST} of them, so chains without end, and cyclic ones, come to an end.
 *
 * <p>Much of it is code of the application's, which may be slow and throw whatever it likes. So it
 * is asked once: message and throwable are asked for before the first walk, the rest is {@link
 * Asked}. What fails is left out, and the rest is looked at.
 */
final class EventWalk {

  /** Characters of an event that are looked at, in all. */
  static final int MAX_TEXT = 65_536;

  /** What a throwable costs at least, in characters. */
  static final int THROWABLE_COST = 512;

  /** What any other piece costs at least. */
  static final int PIECE_COST = 64;

  private static final int MAX_SUPPRESSED_DEPTH = 3;
  private static final int DONE = Integer.MIN_VALUE;

  private EventWalk() {}

  /** What is done with the pieces; each method returns whether the walk is over. */
  interface Visitor {
    /**
     * A piece of text.
     *
     * @param limit characters to look at, at both ends of a longer text
     */
    boolean text(CharSequence text, int limit, boolean routine);

    /** Whether it is of use by which key a text stands; else every pair is a {@link #text}. */
    boolean readsKeys();

    /** The value of a key-value pair. */
    boolean pair(String key, CharSequence value, int limit, boolean routine);

    /** A throwable. */
    <E, T> boolean thrown(LogEventView<E, T> view, T thrown, @Nullable String message, int limit);
  }

  /**
   * Visits the pieces in order.
   *
   * @param message what {@link #message} gave
   * @param thrown what {@link #thrown} gave
   * @param before what the event was asked for before
   * @return what it was asked for in all, if the visitor ended the walk; null if it did not
   */
  static <E, T> @Nullable Asked walk(
      LogEventView<E, T> view,
      E event,
      @Nullable CharSequence message,
      @Nullable T thrown,
      Asked before,
      Visitor visitor) {
    Asked asked = before;
    asked.rewind();
    boolean routine = isRoutine(view, event, thrown);
    int left = text(message, visitor, routine, MAX_TEXT);
    if (left != DONE && thrown != null) {
      left = thrown(view, thrown, visitor, left, 0);
    }
    int arguments = left <= PIECE_COST ? 0 : argumentCount(view, event);
    for (int i = 0; i < arguments && left > PIECE_COST; i++) {
      Object value = argument(view, event, i);
      asked = isPlain(value) ? asked : begun(asked);
      left = object(view, null, value, asked, visitor, routine, left);
    }
    int pairs = left <= PIECE_COST ? 0 : keyValueCount(view, event);
    for (int i = 0; i < pairs && left > PIECE_COST; i++) {
      Object value = value(view, event, i);
      asked = isPlain(value) ? asked : begun(asked);
      String key = visitor.readsKeys() ? key(view, event, i) : null;
      left = object(view, key, value, asked, visitor, routine, left);
    }
    int markers = left <= PIECE_COST ? 0 : markerCount(view, event);
    for (int i = 0; i < markers && left > PIECE_COST; i++) {
      asked = begun(asked);
      left = text(marker(view, event, i, asked), visitor, routine, left);
    }
    return left == DONE ? asked : null;
  }

  /** Whether looking at a value runs no code but the JDK's. */
  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String
        || !(value instanceof CharSequence || value instanceof Throwable || JsonText.isTree(value));
  }

  private static Asked begun(Asked asked) {
    return asked == Asked.NOTHING ? new Asked() : asked;
  }

  /** What is thrown did happen, at whatever level it is logged. */
  static <E, T> boolean isRoutine(LogEventView<E, T> view, E event, @Nullable T thrown) {
    try {
      return thrown == null && view.isRoutine(event);
    } catch (Throwable itsOwnFault) {
      return false;
    }
  }

  private static int text(@Nullable CharSequence text, Visitor visitor, boolean routine, int left) {
    if (text == null || text.length() == 0) {
      return left - PIECE_COST;
    }
    int limit = Math.min(text.length(), left / 2);
    return visitor.text(text, limit, routine) ? DONE : left - Math.max(limit, PIECE_COST);
  }

  /**
   * Only what is text, a throwable or a JSON tree: rendering anything else would run the user's
   * code.
   */
  private static <E, T> int object(
      LogEventView<E, T> view,
      @Nullable String key,
      @Nullable Object value,
      Asked asked,
      Visitor visitor,
      boolean routine,
      int left) {
    if (value instanceof Throwable throwable) {
      T thrown = thrownArgument(view, throwable, asked);
      return thrown == null ? left - PIECE_COST : thrown(view, thrown, visitor, left, 0);
    }
    CharSequence text = value instanceof String string ? string : rendered(value, asked, left);
    if (text == null || text.length() == 0) {
      return left - PIECE_COST;
    }
    if (key == null) {
      return text(text, visitor, routine, left);
    }
    int limit = Math.min(text.length(), left / 2);
    return visitor.pair(key, text, limit, routine) ? DONE : left - Math.max(limit, PIECE_COST);
  }

  private static <E, T> int thrown(
      LogEventView<E, T> view, T first, Visitor visitor, int budget, int depth) {
    int left = budget;
    for (T thrown = first; thrown != null && left > THROWABLE_COST; thrown = cause(view, thrown)) {
      String message = thrownMessage(view, thrown);
      int limit = message == null ? 0 : Math.min(message.length(), left / 2);
      if (visitor.thrown(view, thrown, message, limit)) {
        return DONE;
      }
      left -= Math.max(limit, THROWABLE_COST);
      int suppressed = depth < MAX_SUPPRESSED_DEPTH ? suppressedCount(view, thrown) : 0;
      for (int i = 0; i < suppressed && left > THROWABLE_COST; i++) {
        T one = suppressed(view, thrown, i);
        left = one == null ? left : thrown(view, one, visitor, left, depth + 1);
        if (left == DONE) {
          return DONE;
        }
      }
    }
    return left;
  }

  // From here on: what may fail, and what stands in for it.

  /** The message of the event, to be asked for once. */
  static <E, T> @Nullable CharSequence message(LogEventView<E, T> view, E event) {
    try {
      CharSequence text = view.message(event);
      return text instanceof StringBuilder ? text : bounded(text, MAX_TEXT);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  /** What was thrown, to be asked for once. */
  static <E, T> @Nullable T thrown(LogEventView<E, T> view, E event) {
    try {
      return view.thrown(event);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  private static <E, T> int argumentCount(LogEventView<E, T> view, E event) {
    try {
      return view.argumentCount(event);
    } catch (Throwable itsOwnFault) {
      return 0;
    }
  }

  private static <E, T> @Nullable Object argument(LogEventView<E, T> view, E event, int index) {
    try {
      return view.argument(event, index);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  private static <E, T> int keyValueCount(LogEventView<E, T> view, E event) {
    try {
      return view.keyValueCount(event);
    } catch (Throwable itsOwnFault) {
      return 0;
    }
  }

  private static <E, T> @Nullable String key(LogEventView<E, T> view, E event, int index) {
    try {
      return view.key(event, index);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  private static <E, T> @Nullable Object value(LogEventView<E, T> view, E event, int index) {
    try {
      return view.value(event, index);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  private static <E, T> int markerCount(LogEventView<E, T> view, E event) {
    try {
      return view.markerCount(event);
    } catch (Throwable itsOwnFault) {
      return 0;
    }
  }

  private static <E, T> @Nullable CharSequence marker(
      LogEventView<E, T> view, E event, int index, Asked asked) {
    if (asked.knows()) {
      return (CharSequence) asked.answer();
    }
    String text;
    try {
      text = view.marker(event, index);
    } catch (Throwable itsOwnFault) {
      text = null;
    }
    asked.keep(text);
    return text;
  }

  @SuppressWarnings("unchecked") // What was kept at this place is what the same view gave.
  private static <E, T> @Nullable T thrownArgument(
      LogEventView<E, T> view, Throwable throwable, Asked asked) {
    if (asked.knows()) {
      return (T) asked.answer();
    }
    T thrown;
    try {
      thrown = view.thrownArgument(throwable);
    } catch (Throwable itsOwnFault) {
      thrown = null;
    }
    asked.keep(thrown);
    return thrown;
  }

  /** The text of what is text, if not a String; null for anything else. */
  private static @Nullable CharSequence rendered(@Nullable Object value, Asked asked, int left) {
    if (isPlain(value)) {
      return null;
    }
    if (asked.knows()) {
      return (CharSequence) asked.answer();
    }
    String text;
    try {
      text =
          value instanceof CharSequence chars
              ? bounded(chars, left / 2)
              : value == null ? null : JsonText.of(value, left / 2);
    } catch (Throwable itsOwnFault) {
      text = null;
    }
    asked.keep(text);
    return text;
  }

  /** What is looked at of a text: all of it, or its two ends. */
  private static @Nullable String bounded(@Nullable CharSequence text, int limit) {
    if (text == null || text instanceof String) {
      return (String) text;
    }
    int length = text.length();
    if (length <= limit) {
      return text.toString();
    }
    int half = limit / 2;
    return text.subSequence(0, half) + "\n" + text.subSequence(length - half, length);
  }

  /** Asked for in each walk: views of throwables know what they gave. */
  private static <E, T> @Nullable String thrownMessage(LogEventView<E, T> view, T thrown) {
    try {
      return view.thrownMessage(thrown);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  private static <E, T> @Nullable T cause(LogEventView<E, T> view, T thrown) {
    try {
      return view.cause(thrown);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }

  private static <E, T> int suppressedCount(LogEventView<E, T> view, T thrown) {
    try {
      return view.suppressedCount(thrown);
    } catch (Throwable itsOwnFault) {
      return 0;
    }
  }

  private static <E, T> @Nullable T suppressed(LogEventView<E, T> view, T thrown, int index) {
    try {
      return view.suppressed(thrown, index);
    } catch (Throwable itsOwnFault) {
      return null;
    }
  }
}
