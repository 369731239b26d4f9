package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines that are a JSON object. */
final class JsonLine {

  // What a log's objects begin with, as against the bodies of requests and answers.
  private static final Set<String> FIRST =
      Set.of(
          "@timestamp",
          "timestamp",
          "time",
          "ts",
          "timestampseconds",
          "instant",
          "mdc",
          "level",
          "severity",
          "sequencenumber",
          "log",
          "version",
          "@version",
          "host",
          "logger",
          "loggername",
          "logger_name",
          "thread",
          "threadname",
          "thread_name",
          "log.level",
          "short_message",
          "exception",
          "__cursor",
          "__realtime_timestamp",
          "_hostname",
          "source_host",
          "service",
          "datetime",
          "date",
          "asctime",
          "msg",
          "eventtime",
          "lvl");
  private static final Set<String> NEVER_FIRST =
      Set.of("error", "choices", "object", "detail", "errors", "id", "type");
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
  private static final String LEVEL = "level\":";
  private static final String DEBUG = "\"DEBUG\"";
  private static final String TRACE = "\"TRACE\"";
  private static final String INFO = "\"INFO\"";
  private static final int LONGEST_KEY = 40;

  private JsonLine() {}

  /**
   * Whether the line begins an event: an object whose first fields are those of a log. The bodies
   * of answers are objects, too, and stand at the begin of a line where they are part of a message.
   */
  static boolean begins(Cursor c) {
    c.skipBlanks();
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
    String key = c.text(begin, c.at()).toLowerCase(Locale.ROOT);
    return FIRST.contains(key) || (!NEVER_FIRST.contains(key) && hasTellingKey(c));
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
    return FIRST.contains(c.text(key, c.at()).toLowerCase(Locale.ROOT)) && hasAny(c, begin, TIMES);
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

  /** Whether {@code level} has such a value; in a message, the quotes would be escaped. */
  static boolean saysBelowInfo(byte[] bytes, int end) {
    for (int colon = LEVEL.length() - 1; colon + 7 < end; colon++) {
      if (bytes[colon] == ':' && bytes[colon - 1] == '"') {
        int quote = bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
        if (is(bytes, colon + 1 - LEVEL.length(), LEVEL)
            && (is(bytes, quote, DEBUG, end) || is(bytes, quote, TRACE, end))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the one level that it has is INFO, and nothing in it may be a throwable's. Of a line in
   * which anything is escaped that is not certain.
   */
  static boolean saysOnlyInfo(byte[] bytes, int end) {
    int levels = 0;
    for (int i = 0; i < end; i++) {
      byte b = bytes[i];
      if (b == '\\' || isNotRoutine(bytes, i, end)) {
        return false;
      }
      if (b == ':' && i >= LEVEL.length() && is(bytes, i + 1 - LEVEL.length(), LEVEL)) {
        int quote = i + 1 < end && bytes[i + 1] == ' ' ? i + 2 : i + 1;
        if (++levels > 1 || !is(bytes, quote, INFO, end)) {
          return false;
        }
      }
    }
    return levels == 1;
  }

  /** What names of fields hold that are a throwable's, or another name of the level. */
  private static boolean isNotRoutine(byte[] bytes, int at, int end) {
    // By a letter of each that is seen seldom.
    return switch (bytes[at] | 0x20) {
      case 'o' -> isIgnoringCase("error", bytes, at - 3, end);
      case 'x' -> isIgnoringCase("exception", bytes, at - 1, end);
      case 'k' -> isIgnoringCase("stack", bytes, at - 4, end);
      case 'w' -> isIgnoringCase("throw", bytes, at - 4, end);
      case 'v' ->
          isIgnoringCase("severity", bytes, at - 2, end)
              || isIgnoringCase("lvl", bytes, at - 1, end)
              || isIgnoringCase("levelname", bytes, at - 2, end);
      default -> false;
    };
  }

  private static boolean isIgnoringCase(String word, byte[] bytes, int at, int end) {
    int length = word.length();
    if (at < 0 || at + length > end) {
      return false;
    }
    int i = 0;
    while (i < length && (bytes[at + i] | 0x20) == word.charAt(i)) {
      i++;
    }
    return i == length;
  }

  private static boolean is(byte[] bytes, int at, String ascii, int end) {
    return at + ascii.length() <= end && is(bytes, at, ascii);
  }

  private static boolean is(byte[] bytes, int at, String ascii) {
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
          return JsonTree.read(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (IOException notJsonEither) {
          return null;
        }
      }
    }
    return null;
  }
}
