package dev.openaierrors.error;

/** The beginning of a log line, where a text is one: its level. */
final class LogPrefix {

  private static final int EXTENT = 160;
  private static final String[] ROUTINE = {"DEBUG", "INFO", "TRACE"};
  private static final String[] SERIOUS = {"WARN", "WARNING", "ERROR", "FATAL", "SEVERE"};

  private LogPrefix() {}

  /**
   * Whether the text from {@code start} on begins like a line that was logged at INFO or below:
   * people log there what others wrote, and what they are about to do.
   */
  static boolean isRoutine(char[] text, int start, int length) {
    boolean line = start < length && beginsLine(text, start, length);
    int limit = Math.min(length, start + EXTENT);
    for (int i = start; i < limit; i++) {
      if (text[i] == '\n' || text[i] == Chars.PIECE_END) {
        return false;
      }
      line |= text[i] == ':' && isTime(text, i, limit);
      if (text[i] >= 'D' && text[i] <= 'W' && (i == start || !Chars.isWord(text[i - 1]))) {
        if (isAny(SERIOUS, text, i, length)) {
          return false;
        }
        if (isAny(ROUTINE, text, i, length)) {
          return line;
        }
      }
    }
    return false;
  }

  /** Whether a line begins with a level, in brackets or not, as log lines do. */
  static boolean isLevel(char[] text, int start, int length) {
    int at = start < length && text[start] == '[' ? start + 1 : start;
    return at < length
        && text[at] >= 'D'
        && text[at] <= 'W'
        && (isAny(SERIOUS, text, at, length) || isAny(ROUTINE, text, at, length));
  }

  private static boolean isTime(char[] text, int colon, int limit) {
    return colon > 0
        && colon + 1 < limit
        && Chars.isDigit(text[colon - 1])
        && Chars.isDigit(text[colon + 1]);
  }

  /** Lines begin with a time, a brace, or the level itself; messages with a word. */
  private static boolean beginsLine(char[] text, int start, int length) {
    int at = text[start] == '[' ? start + 1 : start;
    char first = text[at < length ? at : start];
    return Chars.isDigit(first)
        || first == '{'
        || (at == start && isAny(ROUTINE, text, at, length))
        || Chars.startsWith(text, at, length, "info]")
        || Chars.startsWith(text, at, length, "debug]")
        || Chars.startsWith(text, at, length, "trace]");
  }

  private static boolean isAny(String[] words, char[] text, int at, int length) {
    for (String word : words) {
      if (isWord(word, text, at, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String word, char[] text, int at, int length) {
    int end = at + word.length();
    if (end > length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return end == length || !Character.isLetter(text[end]);
  }
}
