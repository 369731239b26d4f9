package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** A word of a head: where it ends, and what it is. Reused. */
final class HeadWord {

  /** Letters of a level that is cut to be as long as all others are. */
  private static final int SHORT = 4;

  int end;

  /** Whether it is a pair of the context, or a name and its pairs in braces. */
  boolean pair;

  /** Reads the one that begins here. */
  void word(Cursor c, int limit) {
    byte[] bytes = c.bytes();
    int begin = c.at();
    end = begin;
    pair = false;
    boolean name = true;
    int depth = 0;
    while (end < limit && bytes[end] != ' ' && (depth > 0 || !isEnd(c, end, limit))) {
      byte b = bytes[end];
      if (b == '[' && end - begin == SHORT && LevelNames.of(c, begin, end, false) != null) {
        // As in {@code ERRO[0003]}.
        return;
      }
      if (b == '{' && end > begin && name) {
        pair = true;
        end = braceEnd(bytes, end, limit);
        return;
      }
      pair |= name && end > begin && b == '=';
      name &= isOfName(b);
      depth += b == '<' ? 1 : b == '>' ? -1 : 0;
      end++;
    }
  }

  private static boolean isEnd(Cursor c, int at, int limit) {
    byte b = c.bytes()[at];
    return b == '\t'
        || b == '|'
        || b == ']'
        || b == ')'
        || b == '>'
        || b == ','
        || b == ';'
        || (b == ':' && HeadBytes.blankAt(c, at + 1, limit));
  }

  private static boolean isOfName(byte b) {
    return b < 0 || Character.isLetterOrDigit(b) || b == '_' || b == '.' || b == '-';
  }

  /** Behind what stands in the braces that open here, as the fields of a span do. */
  private static int braceEnd(byte[] bytes, int open, int limit) {
    int at = open;
    while (at < limit && bytes[at] != '}') {
      at++;
    }
    return Math.min(at + 1, limit);
  }

  static boolean isIn(byte[] bytes, int begin, int end) {
    return end - begin == 2 && bytes[begin] == 'i' && bytes[begin + 1] == 'n';
  }

  /** Where the slash stands behind a level that begins a word: {@code INFO/}, {@code I/}; or 0. */
  static int levelTo(Cursor c, int begin, int end) {
    int slash = begin;
    while (slash < end && c.bytes()[slash] != '/') {
      slash++;
    }
    boolean level =
        slash < end
            && (LevelNames.of(c, begin, slash, false) != null
                || levelOfLetter(c, begin, slash) != null);
    return level ? slash : 0;
  }

  /** What a single letter before a slash and a tag means; null if it is none. */
  static @Nullable String levelOfLetter(Cursor c, int begin, int end) {
    boolean letter = end - begin == 1 && end < c.end() && c.bytes()[end] == '/';
    return letter && isTag(c, end + 1) ? Levels.ofLetter(c.bytes()[begin]) : null;
  }

  /** As in {@code I/Chat:}, {@code I/Chat ( 471):}; but {@code I/O error} is words. */
  private static boolean isTag(Cursor c, int from) {
    int at = from;
    while (at < c.end() && isOfName(c.bytes()[at])) {
      at++;
    }
    boolean name = at > from + 1;
    while (at < c.end() && c.bytes()[at] == ' ') {
      at++;
    }
    return name && at < c.end() && (c.bytes()[at] == ':' || c.bytes()[at] == '(');
  }
}
