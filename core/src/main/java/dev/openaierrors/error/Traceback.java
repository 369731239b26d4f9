package dev.openaierrors.error;

/**
 * Stack traces of Python: below each place stands the line of the program that was run there.
 *
 * <pre>
 *   File "/srv/app.py", line 8, in ask
 *     except openai.RateLimitError:
 * </pre>
 *
 * <p>Which classes such a line names says nothing of what was thrown.
 */
final class Traceback {

  private static final String PLACE = "file \"";
  private static final String LINE = "\", line ";
  // Paths and lines of programs that are longer are taken for no trace.
  private static final int MAX_LINE = 400;

  private Traceback() {}

  /** Whether there may be one in the text. */
  static boolean isIn(Text text) {
    return holdsLine(text, 0, text.length());
  }

  /** Whether what stands at {@code at} is in a line of the program. */
  static boolean isSource(Text text, int at) {
    int start = lineStart(text, at);
    if (start == 0 || at - start > MAX_LINE) {
      return false;
    }
    int above = lineStart(text, start - 1);
    if (start - above > MAX_LINE) {
      return false;
    }
    int place = place(text, above, start - 1);
    int indent = start + (place - above);
    return place >= above
        && indent + 1 < at
        && text.at(indent) == ' '
        && text.at(indent + 1) == ' '
        && !text.startsWith(indent + 2, at, PLACE);
  }

  /** Where the line names a place in a program; -1 if it does not. */
  private static int place(Text text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.startsWith(at, to, PLACE)) {
        return holdsLine(text, at, to) ? at : -1;
      }
    }
    return -1;
  }

  private static boolean holdsLine(Text text, int from, int to) {
    char[] chars = text.chars();
    for (int at = from; at < to; at++) {
      if (chars[at] == '"' && text.startsWith(at, to, LINE)) {
        return true;
      }
    }
    return false;
  }

  private static int lineStart(Text text, int at) {
    int limit = Math.max(0, at - MAX_LINE - 1);
    int start = at;
    while (start > limit && !text.isLineEnd(start - 1)) {
      start--;
    }
    return start;
  }
}
