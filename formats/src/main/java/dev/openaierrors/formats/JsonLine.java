package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines that are a JSON object. */
final class JsonLine {

  // What a log's objects begin with, as against the bodies of requests and answers.
  private static final FieldNames FIRST = first();
  private static final FieldNames NEVER_FIRST =
      new FieldNames("error", "choices", "object", "detail", "errors", "id", "type");
  private static final FieldNames OWN =
      new FieldNames(
          "timestamp", "@timestamp", "time", "ts", "datetime", "level", "severity", "log.level");
  private static final String[] TELLING = {
    "timestamp\"",
    "\"time\"",
    "\"ts\"",
    "\"instant\"",
    "\"level\"",
    "\"severity\"",
    "log.level\"",
    "\"loggerName\"",
    "\"logger\"",
    "__REALTIME_TIMESTAMP",
    "\"datetime\""
  };
  private static final String[] TIMES = {
    "timestamp\"", "\"timestampSeconds\"", "\"time\"", "\"ts\"", "\"instant\"", "_TIMESTAMP\""
  };
  private static final String BODY = "error\":{";
  private static final String BODY_APART = "error\": {";
  private static final String LEVEL = "level\":";
  private static final String DEBUG = "\"DEBUG\"";
  private static final String TRACE = "\"TRACE\"";
  private static final String INFO = "\"INFO\"";
  private static final int LONGEST_KEY = 40;

  private JsonLine() {}

  private static FieldNames first() {
    // Those of the journal, each of whose lines may have an object inside.
    Set<String> names =
        new LinkedHashSet<>(Set.of("__cursor", "__realtime_timestamp", "_hostname"));
    for (JsonDialect dialect : JsonDialects.ALL) {
      names.addAll(dialect.names(JsonDialect.Part.FIRST));
    }
    return new FieldNames(names.toArray(String[]::new));
  }

  /**
   * Whether the line begins an event: an object whose first fields are those of a log. The bodies
   * of answers are objects, too, and stand at the begin of a line where they are part of a message.
   */
  static boolean begins(Cursor c) {
    while (c.skip(' ')) {
      // Of an object that is indented by tabs, all lines are.
    }
    if (!c.skip('{')) {
      return false;
    }
    c.skipBlanks();
    if (!c.skip('"')) {
      return false;
    }
    int begin = c.at();
    if (!c.find('"') || c.at() - begin > LONGEST_KEY) {
      return false;
    }
    return FIRST.has(c.bytes(), begin, c.at())
        || (!NEVER_FIRST.has(c.bytes(), begin, c.at()) && hasTellingKey(c));
  }

  /**
   * As {@link #begins}, but the first field must be a log's, and a time must be among the first.
   */
  static boolean beginsWithTime(Cursor c) {
    int begin = c.at();
    if (!begins(c)) {
      return false;
    }
    c.to(begin);
    c.find('"');
    int key = c.at() + 1;
    c.to(key);
    c.find('"');
    return FIRST.has(c.bytes(), key, c.at()) && hasAny(c, begin, TIMES);
  }

  /**
   * Whether the line is an object, by its begin: in a file of such lines it need not be known. The
   * body of a refusal is none, nor what is written over several lines.
   */
  static boolean beginsObject(Cursor c) {
    int begin = c.at();
    while (c.skip(' ')) {
      // As in begins.
    }
    if (!c.skip('{')) {
      return false;
    }
    int first = c.at();
    c.skipBlanks();
    boolean body = c.skip('"') && (c.startsWith(BODY) || c.startsWith(BODY_APART));
    return c.at() > first
        && c.bytes()[c.at() - 1] == '"'
        && (!body || saysWhenOrHowBad(c.bytes(), first, c.end(), c.end() - begin));
  }

  /**
   * Whether the object has a time or a level of its own, as where the names of an event are sorted;
   * of one whose begin is all that there is, it may be.
   */
  private static boolean saysWhenOrHowBad(byte[] bytes, int from, int to, int length) {
    int depth = 1;
    for (int at = from; at < to && depth > 0; at++) {
      byte b = bytes[at];
      if (b == '"') {
        int end = textEnd(bytes, at + 1, to);
        boolean name = depth == 1 && isColonAt(bytes, end + 1, to);
        if (name && OWN.has(bytes, at + 1, end)) {
          return true;
        }
        at = end;
      } else {
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
      }
    }
    return depth > 0 && length >= Head.BYTES;
  }

  private static int textEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, to);
  }

  private static boolean isColonAt(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    return at < to && bytes[at] == ':';
  }

  private static boolean hasAny(Cursor c, int from, String[] keys) {
    for (int at = from; at < c.end(); at++) {
      c.to(at);
      for (String key : keys) {
        if (c.startsWith(key)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasTellingKey(Cursor c) {
    return hasAny(c, c.at(), TELLING);
  }

  /**
   * Whether the object's own {@code level}, or {@code log.level}, has such a value. In an object
   * inside, the word is somebody else's, and so is a second one.
   */
  static boolean saysBelowInfo(byte[] bytes, int from, int to) {
    int first = -1;
    for (int colon = from + LEVEL.length() - 1; colon + 7 < to; colon++) {
      if (bytes[colon] == ':' && bytes[colon - 1] == '"') {
        int key = colon + 1 - LEVEL.length();
        if (is(LEVEL, bytes, key, to) && isWhole(bytes, from, key)) {
          int value = value(bytes, colon, to);
          if (is(DEBUG, bytes, value, to) || is(TRACE, bytes, value, to)) {
            return isAtTop(bytes, from, key) && (first < 0 || !isAtTop(bytes, from, first));
          }
          first = first < 0 ? key : first;
        }
      }
    }
    return false;
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

  /** Null if it is no JSON object, as where the log was cut. */
  static @Nullable JsonNode parse(byte[] bytes, int from, int to) {
    try {
      return JsonTree.read(bytes, from, to);
    } catch (IOException notJson) {
      return latin(bytes, from, to);
    }
  }

  /** Jackson refuses what is not UTF-8. */
  private static @Nullable JsonNode latin(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        try {
          return JsonTree.read(EventBytes.decode(bytes, from, to));
        } catch (IOException notJsonEither) {
          return null;
        }
      }
    }
    return null;
  }
}
