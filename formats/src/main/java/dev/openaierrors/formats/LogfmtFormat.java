package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pairs of key and value: {@code time=2026-05-04T09:15:02Z level=error msg="no answer"}. */
final class LogfmtFormat extends TextFormat {

  private static final int MAX_PAIRS = 64;
  private static final int LONGEST_KEY = 40;
  private static final int LEAST = 3;

  /** So many may stand before the time or the level. */
  private static final int MOST_BEFORE = 10;

  LogfmtFormat() {
    super("logfmt", "logfmt");
  }

  @Override
  boolean begins(Cursor c, Head h) {
    int begin = c.at();
    boolean known = false;
    int pairs = 0;
    while ((pairs < LEAST || (!known && pairs < MOST_BEFORE)) && key(c)) {
      int equals = c.at();
      String key = c.text(begin, equals);
      c.to(equals + 1);
      int from = c.at();
      value(c);
      known |= pair(c, h, key, from);
      c.blanks();
      begin = c.at();
      pairs++;
    }
    h.messageFrom = 0;
    return known && (pairs >= LEAST || c.isAtEnd()) && pairs > 1;
  }

  /** Takes the time or the level, if it is one. */
  private static boolean pair(Cursor c, Head h, String key, int from) {
    int end = c.at();
    boolean quoted = from < end && c.bytes()[from] == '"';
    if (!h.timed && KnownKeys.TIME.has(key)) {
      c.to(quoted ? from + 1 : from);
      boolean timed = TimeShape.here(c, h) != null;
      c.to(end);
      return timed;
    }
    if (isLevel(key)) {
      String level = LevelNames.of(c, quoted ? from + 1 : from, quoted ? end - 1 : end, true);
      h.level = h.level == null ? level : h.level;
      return level != null;
    }
    return false;
  }

  /** A status or a type is, beside a level, what an error is known by. */
  private static boolean isLevel(String key) {
    return KnownKeys.LEVEL.has(key) && !KnownKeys.LEVEL.isVague(key);
  }

  /** Goes to the equals sign behind a key; false if none stands here. */
  private static boolean key(Cursor c) {
    int begin = c.at();
    while (!c.isAtEnd() && isOfKey(c.peek()) && c.at() - begin < LONGEST_KEY) {
      c.to(c.at() + 1);
    }
    return c.at() > begin && c.peek() == '=';
  }

  private static boolean isOfKey(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || Cursor.isDigit(b)
        || b == '_'
        || b == '.'
        || b == '-'
        || b == '@';
  }

  /** Goes behind a value. */
  private static void value(Cursor c) {
    if (!c.skip('"')) {
      c.word();
      return;
    }
    while (!c.isAtEnd() && c.peek() != '"') {
      c.to(c.at() + (c.peek() == '\\' ? 2 : 1));
    }
    c.to(Math.min(c.at() + 1, c.end()));
  }

  @Override
  void parse(EventBytes event, Head head, ParsedEvent target) {
    target.time = head.time();
    List<Map.Entry<String, String>> pairs = pairs(event);
    target.level =
        LevelNames.ofName(KnownKeys.LEVEL.first(pairs, one -> LevelNames.ofName(one) != null));
    target.level = target.level == null ? head.level : target.level;
    target.logger = KnownKeys.LOGGER.first(pairs, any -> true);
    target.thread = KnownKeys.THREAD.first(pairs, any -> true);
    target.service = KnownKeys.SERVICE.first(pairs, any -> true);
    String message = KnownKeys.MESSAGE.first(pairs, any -> true);
    int end = event.firstLineEnd();
    String below = end < event.end() ? event.decode(end, event.end()) : "";
    target.messageAndTrace((message == null ? "" : message) + below);
    for (Map.Entry<String, String> pair : pairs) {
      boolean own =
          KnownKeys.TIME.has(pair.getKey())
              || isLevel(pair.getKey())
              || (KnownKeys.MESSAGE.has(pair.getKey()) && pair.getValue().equals(message));
      if (!own) {
        target.pairs.add(pair);
      }
    }
  }

  private static List<Map.Entry<String, String>> pairs(EventBytes event) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    Cursor c = new Cursor().on(event.bytes(), 0, event.firstLineEnd());
    while (pairs.size() < MAX_PAIRS && !c.isAtEnd()) {
      int begin = c.at();
      if (!key(c)) {
        c.to(begin).word();
        c.blanks();
        continue;
      }
      String key = c.text(begin, c.at());
      int from = c.to(c.at() + 1).at();
      value(c);
      pairs.add(Map.entry(key, unquoted(event.bytes(), from, c.at())));
      c.blanks();
    }
    return pairs;
  }

  private static String unquoted(byte[] bytes, int from, int to) {
    boolean quoted = from < to && bytes[from] == '"';
    int begin = quoted ? from + 1 : from;
    // A line may be cut before the quote that closes a value.
    int end = quoted && to > begin && bytes[to - 1] == '"' ? to - 1 : to;
    String text = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    return quoted && text.indexOf('\\') >= 0 ? unescaped(text) : text;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '\\' || at == text.length()) {
        plain.append(c);
        continue;
      }
      char next = text.charAt(at++);
      int digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
      int code = digits == 0 ? -1 : hexadecimal(text, at, at + digits);
      if (code >= 0) {
        plain.append((char) code);
        at += digits;
      } else {
        plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next);
      }
    }
    return plain.toString();
  }

  /** -1 if these are no digits. */
  private static int hexadecimal(String text, int from, int to) {
    int code = to <= text.length() ? 0 : -1;
    for (int at = from; at < to && code >= 0; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      code = digit < 0 ? -1 : 16 * code + digit;
    }
    return code;
  }
}
