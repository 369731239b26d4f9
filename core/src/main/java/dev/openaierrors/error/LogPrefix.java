package dev.openaierrors.error;

/** The beginning of a log line, where a text is one: its level. */
final class LogPrefix {

  private static final int MAX_EXTENT = 160;
  private static final String[] ROUTINE = {"DEBUG", "INFO", "TRACE"};
  private static final String[] SERIOUS = {"WARN", "WARNING", "ERROR", "FATAL", "SEVERE"};

  private LogPrefix() {}

  /**
   * Whether the text from {@code start} on begins like a line that was logged at INFO or below:
   * people log there what others wrote, and what they are about to do.
   */
  static boolean isRoutine(Text text, int start) {
    boolean line = start < text.length() && beginsLine(text, start);
    int limit = Math.min(text.length(), start + MAX_EXTENT);
    char[] chars = text.chars();
    for (int i = start; i < limit; i++) {
      if (chars[i] == '\n' || chars[i] == Text.PIECE_END) {
        return false;
      }
      line |= chars[i] == ':' && isTime(text, i, limit);
      if (chars[i] >= 'D' && chars[i] <= 'W' && (i == start || !text.isWord(i - 1))) {
        if (isAny(SERIOUS, text, i)) {
          return false;
        }
        if (isAny(ROUTINE, text, i)) {
          return line;
        }
      }
    }
    return false;
  }

  /** Whether a line begins with a level, in brackets or not, as log lines do. */
  static boolean isLevel(Text text, int start) {
    int at = text.is(start, '[') ? start + 1 : start;
    return at < text.length()
        && text.at(at) >= 'D'
        && text.at(at) <= 'W'
        && (isAny(SERIOUS, text, at) || isAny(ROUTINE, text, at));
  }

  private static boolean isTime(Text text, int colon, int limit) {
    return colon > 0 && colon + 1 < limit && text.isDigit(colon - 1) && text.isDigit(colon + 1);
  }

  /** Lines begin with a time, a brace, or the level itself; messages with a word. */
  private static boolean beginsLine(Text text, int start) {
    int at = text.at(start) == '[' ? start + 1 : start;
    char first = text.at(at < text.length() ? at : start);
    return Chars.isDigit(first)
        || first == '{'
        || (at == start && isAny(ROUTINE, text, at))
        || text.startsWith(at, "info]")
        || text.startsWith(at, "debug]")
        || text.startsWith(at, "trace]");
  }

  private static boolean isAny(String[] words, Text text, int at) {
    for (String word : words) {
      int end = at + word.length();
      if (text.is(at, word) && (end == text.length() || !Character.isLetter(text.at(end)))) {
        return true;
      }
    }
    return false;
  }
}
