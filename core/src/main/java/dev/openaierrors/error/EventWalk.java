package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Goes through everything of an event that may carry an error: message, arguments, key-value pairs,
 * markers, throwables with causes and suppressed ones.
 *
 * <p>The work is bounded: {@link ErrorAnalyzer#MAX_TEXT} characters in all, of which no single
 * piece takes more than half of what is left. A throwable counts for at least {@link
 * #THROWABLE_COST} of them, so chains without end, and cyclic ones, come to an end.
 */
final class EventWalk {

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

    /** The value of a key-value pair. */
    boolean pair(String key, CharSequence value, int limit, boolean routine);

    /** A throwable. */
    <E, T> boolean thrown(LogEventView<E, T> view, T thrown, int limit);
  }

  /** Visits the pieces in order; true if the visitor ended the walk. */
  static <E, T> boolean walk(LogEventView<E, T> view, E event, Visitor visitor) {
    T thrown = view.thrown(event);
    boolean routine = isRoutine(view, event);
    int left = text(view.message(event), visitor, routine, ErrorAnalyzer.MAX_TEXT);
    if (left != DONE && thrown != null) {
      left = thrown(view, thrown, visitor, left, 0);
    }
    int arguments = left <= PIECE_COST ? 0 : view.argumentCount(event);
    for (int i = 0; i < arguments && left > PIECE_COST; i++) {
      left = object(view, null, view.argument(event, i), visitor, routine, left);
    }
    int pairs = left <= PIECE_COST ? 0 : view.keyValueCount(event);
    for (int i = 0; i < pairs && left > PIECE_COST; i++) {
      left = object(view, view.key(event, i), view.value(event, i), visitor, routine, left);
    }
    int markers = left <= PIECE_COST ? 0 : view.markerCount(event);
    for (int i = 0; i < markers && left > PIECE_COST; i++) {
      left = text(view.marker(event, i), visitor, routine, left);
    }
    return left == DONE;
  }

  /** What is thrown did happen, at whatever level it is logged. */
  static <E, T> boolean isRoutine(LogEventView<E, T> view, E event) {
    return view.thrown(event) == null && view.isRoutine(event);
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
      Visitor visitor,
      boolean routine,
      int left) {
    if (value instanceof Throwable throwable) {
      T thrown = view.thrownArgument(throwable);
      return thrown == null ? left - PIECE_COST : thrown(view, thrown, visitor, left, 0);
    }
    CharSequence text =
        value instanceof CharSequence chars
            ? chars
            : value != null && JsonText.isTree(value) ? JsonText.of(value, left / 2) : null;
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
    for (T thrown = first; thrown != null && left > THROWABLE_COST; thrown = view.cause(thrown)) {
      String message = view.thrownMessage(thrown);
      int limit = message == null ? 0 : Math.min(message.length(), left / 2);
      if (visitor.thrown(view, thrown, limit)) {
        return DONE;
      }
      left -= Math.max(limit, THROWABLE_COST);
      int suppressed = depth < MAX_SUPPRESSED_DEPTH ? view.suppressedCount(thrown) : 0;
      for (int i = 0; i < suppressed && left > THROWABLE_COST; i++) {
        T one = view.suppressed(thrown, i);
        left = one == null ? left : thrown(view, one, visitor, left, depth + 1);
        if (left == DONE) {
          return DONE;
        }
      }
    }
    return left;
  }
}
