package dev.openaierrors.formats;

/** What a line that is a JSON object says of its level, as far as a glance tells for certain. */
final class JsonLevelGlance {

  private static final String LEVEL = "level\":";
  private static final String LOG = "\"log\":{\"";
  private static final String TIME = "{\"@timestamp\":";
  private static final String DEBUG = "\"DEBUG\"";
  private static final String TRACE = "\"TRACE\"";
  private static final String INFO = "\"INFO\"";

  private JsonLevelGlance() {}

  /**
   * Whether the object's own {@code level}, or {@code log.level}, has such a value. In another
   * object inside, the word is somebody else's, and so is a second one.
   */
  static boolean saysBelowInfo(byte[] bytes, int from, int to) {
    int first = -1;
    for (int colon = from + LEVEL.length() - 1; colon + 7 < to; colon++) {
      if (bytes[colon] == ':' && bytes[colon - 1] == '"') {
        int key = colon + 1 - LEVEL.length();
        if (is(LEVEL, bytes, key, to) && isWhole(bytes, from, key)) {
          int value = value(bytes, colon, to);
          if (is(DEBUG, bytes, value, to) || is(TRACE, bytes, value, to)) {
            boolean own = isAtTop(bytes, from, key) || isOfLog(bytes, from, key, to);
            return own && (first < 0 || !isAtTop(bytes, from, first));
          }
          first = first < 0 ? key : first;
        }
      }
    }
    return false;
  }

  /**
   * Whether it is the first name in the object {@code log} of a whole line of ECS, which has no
   * other level.
   */
  private static boolean isOfLog(byte[] bytes, int from, int key, int to) {
    int log = key - LOG.length();
    if (log <= from
        || bytes[to - 1] != '}'
        || !is(LOG, bytes, log, key)
        || !is(TIME, bytes, from, log)
        || !isAtTop(bytes, from, log + 1)) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (at != key + 2 && (bytes[at] | 0x20) == 'v' && isOfLevel(bytes, at, from, to)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name of the level has its v there. */
  private static boolean isOfLevel(byte[] bytes, int at, int from, int to) {
    return isAround("level", 2, bytes, at, from, to)
        || isAround("severity", 2, bytes, at, from, to)
        || isAround("lvl", 1, bytes, at, from, to);
  }

  /** Whether nothing but {@code log.} stands before the word in the name. */
  private static boolean isWhole(byte[] bytes, int from, int word) {
    int begin = word - 4 >= from && is("log.", bytes, word - 4, word) ? word - 4 : word;
    return begin > from && bytes[begin - 1] == '"';
  }

  /** Whether a name, or a text, of the outermost object stands there. */
  private static boolean isAtTop(byte[] bytes, int from, int to) {
    int depth = 0;
    boolean text = false;
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (b == '"') {
        text = !text;
      } else if (b == '\\') {
        at++;
      } else if (!text) {
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
      }
    }
    return text && depth == 1;
  }

  private static int value(byte[] bytes, int colon, int to) {
    return colon + 1 < to && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
  }

  /**
   * Whether the one level that it has is INFO, and no field may be a throwable's. Of a line in
   * which anything is escaped that is not certain.
   */
  static boolean saysOnlyInfo(LogBytes log, int from, int to) {
    byte[] bytes = log.array();
    int levels = 0;
    int at = log.either(':', '\\', from, to);
    while (at < to) {
      if (bytes[at] == '\\') {
        return false;
      }
      int quote = lastQuote(bytes, from, at);
      if (quote >= 0) {
        int key = quote - 1;
        while (key >= from && bytes[key] != '"') {
          key--;
        }
        int level = quote - LEVEL.indexOf('"');
        if (level >= from && is(LEVEL, bytes, level, to)) {
          int value = value(bytes, at, to);
          if (++levels > 1 || !is(INFO, bytes, value, to)) {
            return false;
          }
        } else if (isNotRoutine(bytes, key + 1, quote)) {
          return false;
        }
      }
      at = log.either(':', '\\', at + 1, to);
    }
    return levels == 1;
  }

  /** Of the key before a colon; -1 if it is one in a text. */
  private static int lastQuote(byte[] bytes, int from, int colon) {
    int at = colon - 1;
    while (at >= from && bytes[at] == ' ') {
      at--;
    }
    return at >= from && bytes[at] == '"' ? at : -1;
  }

  private static boolean isNotRoutine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isNotRoutine(bytes, i, from, to)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What names of fields hold that are a throwable's, or another name of the level: by a letter of
   * each.
   */
  private static boolean isNotRoutine(byte[] bytes, int at, int from, int to) {
    return switch (bytes[at] | 0x20) {
      case 'o' -> isAround("error", 3, bytes, at, from, to);
      case 'x' -> isAround("exception", 1, bytes, at, from, to);
      case 'k' -> isAround("stack", 4, bytes, at, from, to);
      case 'w' -> isAround("throw", 4, bytes, at, from, to);
      case 'v' ->
          isAround("severity", 2, bytes, at, from, to)
              || isAround("lvl", 1, bytes, at, from, to)
              || isAround("levelname", 2, bytes, at, from, to);
      default -> false;
    };
  }

  /** Whether this word stands there, in any case, with so many of its letters before the place. */
  private static boolean isAround(String word, int before, byte[] bytes, int at, int from, int to) {
    int begin = at - before;
    int length = word.length();
    if (begin < from || begin + length > to) {
      return false;
    }
    int i = 0;
    while (i < length && (bytes[begin + i] | 0x20) == word.charAt(i)) {
      i++;
    }
    return i == length;
  }

  private static boolean is(String ascii, byte[] bytes, int at, int to) {
    if (at + ascii.length() > to) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
