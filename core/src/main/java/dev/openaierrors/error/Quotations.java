package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a text that somebody said: prompts, tickets, completions, search results, and the
 * lines of a program that its stack trace shows. An error in them is talked about; it did not
 * happen.
 *
 * <p>A quotation is the string value of a field with a telling name. Where that value is a payload
 * as a whole, fields such as {@code body} only carry what a server answered.
 */
final class Quotations {

  private static final int MAX = 32;
  private static final Set<String> QUOTING_KEYS =
      Phrases.all().stream()
          .filter(phrase -> phrase.role() == Role.QUOTING_KEY)
          .map(Phrase::text)
          .collect(Collectors.toUnmodifiableSet());

  private final char[] text;
  private final boolean hasTraceback;
  private final int[] bounds = new int[2 * MAX];
  private int count;

  private Quotations(char[] text, boolean hasTraceback) {
    this.text = text;
    this.hasTraceback = hasTraceback;
  }

  static Quotations in(char[] text, int length, PhraseMatches hits) {
    Quotations quotations = new Quotations(text, Traceback.isIn(text, length));
    for (int hit = 0; hit < hits.count() && quotations.count < MAX; hit++) {
      Phrase phrase = hits.phrase(hit);
      if (phrase.role() == Role.QUOTING_KEY && !quotations.contains(hits.start(hit))) {
        quotations.add(text, length, hits.start(hit), hits.end(hit), phrase.text());
      }
    }
    return quotations;
  }

  boolean contains(int at) {
    for (int i = 0; i < count; i++) {
      if (bounds[2 * i] <= at && at < bounds[2 * i + 1]) {
        return true;
      }
    }
    return hasTraceback && Traceback.isSource(text, at);
  }

  /** Whether the value of a pair with this key is what somebody said, as a whole. */
  static boolean isSpeech(String key) {
    String word = key.toLowerCase(Locale.ROOT);
    return alwaysSpeaks(word) && QUOTING_KEYS.contains(word);
  }

  private void add(char[] text, int length, int start, int end, String key) {
    if (start > 0 && Chars.isWord(text[start - 1])) {
      return;
    }
    int sign = Chars.firstFromQuotes(text, end, length);
    if (sign >= length || (text[sign] != ':' && text[sign] != '=')) {
      return;
    }
    int open = Chars.firstFrom(text, sign + 1, length);
    while (open < length && text[open] == '\\') {
      open++;
    }
    if (open >= length) {
      return;
    }
    if (text[open] != '"' && text[open] != '\'') {
      if (text[sign] == '=' && isOftenBare(key) && !isPayload(text, open, length)) {
        addSpan(open, bareEnd(text, open, length));
      }
      return;
    }
    if (isPayload(text, open + 1, length) && !alwaysSpeaks(key)) {
      return;
    }
    int close = close(text, open, length);
    if (!isLoguru(text, length, key, close)) {
      addSpan(open, close);
    }
  }

  private void addSpan(int from, int to) {
    bounds[2 * count] = from;
    bounds[2 * count + 1] = to;
    count++;
  }

  /** {@code {"text": "…", "record": {…}}}: a whole line of a log, as Loguru writes it. */
  private static boolean isLoguru(char[] text, int length, String key, int close) {
    return key.equals("text") && Chars.startsWith(text, close, length, "\", \"record\": {");
  }

  /** Fields that are printed without quotes, with a whole text as their value. */
  private static boolean isOftenBare(String key) {
    return key.equals("content") || key.equals("summary");
  }

  /** Where a value without quotes ends: at a bracket, the next field, or with the line. */
  private static int bareEnd(char[] text, int from, int length) {
    int word = from;
    for (int end = from; end < length; end++) {
      char c = text[end];
      if (endsLine(c) || c == ']' || c == '}' || c == ';') {
        return end;
      }
      if (c == '=') {
        return word;
      }
      word = Chars.isWord(c) ? word : end + 1;
    }
    return length;
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == Chars.PIECE_END;
  }

  /** Whoever speaks in these fields, it is not the API. */
  private static boolean alwaysSpeaks(String key) {
    return switch (key) {
      case "body", "text", "output", "document", "description", "args", "arguments" -> false;
      default -> true;
    };
  }

  private static boolean isPayload(char[] text, int from, int length) {
    int at = from;
    while (at < length && (text[at] <= ' ' || text[at] == '\\' || text[at] == '"')) {
      at++;
    }
    return at < length && (text[at] == '{' || text[at] == '[' || text[at] == '<');
  }

  /**
   * The quote that is escaped as often as the opening one and ends a value. Where it was cut off,
   * the value ends with the line; it never reaches into another piece of the event.
   */
  private static int close(char[] text, int open, int length) {
    int escapes = escapes(text, open);
    int line = length;
    for (int i = open + 1; i < length; i++) {
      char c = text[i];
      if (c == text[open] && escapes(text, i) == escapes && endsValue(text, i + 1, length)) {
        return i;
      }
      line = endsLine(c) ? Math.min(line, i) : line;
      if (c == Chars.PIECE_END) {
        return line;
      }
    }
    return line;
  }

  private static int escapes(char[] text, int quote) {
    int count = 0;
    while (quote - count > 0 && text[quote - count - 1] == '\\') {
      count++;
    }
    return count;
  }

  private static boolean endsValue(char[] text, int at, int length) {
    return at >= length || !Character.isLetterOrDigit(text[at]);
  }
}
