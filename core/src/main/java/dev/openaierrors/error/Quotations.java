package dev.openaierrors.error;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

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
  private static final Set<String> QUOTING_KEYS = quotingKeys();

  private final Text text;
  private final boolean hasTraceback;
  // Most texts have none.
  private int[] bounds = {};
  private int count;

  private Quotations(Text text) {
    this.text = text;
    this.hasTraceback = Traceback.isIn(text);
  }

  // In a loop: a stream would cost the start of every service some milliseconds.
  private static Set<String> quotingKeys() {
    Set<String> keys = new HashSet<>();
    for (Phrase phrase : Phrases.all()) {
      if (phrase.role() == Role.QUOTING_KEY) {
        keys.add(phrase.text());
      }
    }
    return keys;
  }

  /** The quotations of a text in which these phrases stand. */
  static Quotations in(Text text, PhraseMatch[] matches) {
    Quotations quotations = new Quotations(text);
    for (PhraseMatch match : matches) {
      if (match.role() == Role.QUOTING_KEY
          && quotations.count < MAX
          && !quotations.contains(match.start())) {
        quotations.add(match);
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

  /** Those phrases that stand in none of them. */
  PhraseMatch[] outside(PhraseMatch[] matches) {
    if (count == 0 && !hasTraceback) {
      return matches;
    }
    PhraseMatch[] outside = new PhraseMatch[matches.length];
    int kept = 0;
    for (PhraseMatch match : matches) {
      if (!contains(match.start())) {
        outside[kept++] = match;
      }
    }
    return Arrays.copyOf(outside, kept);
  }

  /** Whether the value of a pair with this key is what somebody said, as a whole. */
  static boolean isSpeech(String key) {
    String word = key.toLowerCase(Locale.ROOT);
    return alwaysSpeaks(word) && QUOTING_KEYS.contains(word);
  }

  private void add(PhraseMatch match) {
    String key = match.text();
    if (text.isWord(match.start() - 1)) {
      return;
    }
    int sign = text.firstFromQuotes(match.end());
    if (!text.is(sign, ':') && !text.is(sign, '=')) {
      return;
    }
    int open = text.firstFrom(sign + 1);
    while (text.is(open, '\\')) {
      open++;
    }
    if (!text.is(open, '"') && !text.is(open, '\'')) {
      if (text.is(sign, '=') && isOftenBare(key) && open < text.length() && !isPayload(open)) {
        addSpan(open, bareEnd(open));
      }
      return;
    }
    if (isPayload(open + 1) && !alwaysSpeaks(key)) {
      return;
    }
    int close = close(open);
    if (!isLoguru(key, close)) {
      addSpan(open, close);
    }
  }

  private void addSpan(int from, int to) {
    if (bounds.length == 2 * count) {
      bounds = Arrays.copyOf(bounds, Math.max(8, 4 * count));
    }
    bounds[2 * count] = from;
    bounds[2 * count + 1] = to;
    count++;
  }

  /** {@code {"text": "…", "record": {…}}}: a whole line of a log, as Loguru writes it. */
  private boolean isLoguru(String key, int close) {
    return key.equals("text") && text.startsWith(close, "\", \"record\": {");
  }

  /** Fields that are printed without quotes, with a whole text as their value. */
  private static boolean isOftenBare(String key) {
    return key.equals("content") || key.equals("summary");
  }

  /** Where a value without quotes ends: at a bracket, the next field, or with the line. */
  private int bareEnd(int from) {
    int word = from;
    for (int end = from; end < text.length(); end++) {
      char c = text.at(end);
      if (text.isLineEnd(end) || c == ']' || c == '}' || c == ';') {
        return end;
      }
      if (c == '=') {
        return word;
      }
      word = Chars.isWord(c) ? word : end + 1;
    }
    return text.length();
  }

  /** Whoever speaks in these fields, it is not the API. */
  private static boolean alwaysSpeaks(String key) {
    return switch (key) {
      case "body", "text", "output", "document", "description", "args", "arguments" -> false;
      default -> true;
    };
  }

  private boolean isPayload(int from) {
    int at = from;
    while (at < text.length()
        && (text.at(at) <= ' ' || text.at(at) == '\\' || text.at(at) == '"')) {
      at++;
    }
    return text.is(at, '{') || text.is(at, '[') || text.is(at, '<');
  }

  /**
   * The quote that is escaped as often as the opening one and ends a value. Where it was cut off,
   * the value ends with the line; it never reaches into another piece of the event.
   */
  private int close(int open) {
    char quote = text.at(open);
    int escapes = escapes(open);
    int line = text.length();
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.at(i);
      if (c == quote && escapes(i) == escapes && endsValue(i + 1)) {
        return i;
      }
      line = text.isLineEnd(i) ? Math.min(line, i) : line;
      if (c == Text.PIECE_END) {
        return line;
      }
    }
    return line;
  }

  private int escapes(int quote) {
    int count = 0;
    while (text.is(quote - count - 1, '\\')) {
      count++;
    }
    return count;
  }

  private boolean endsValue(int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.at(at));
  }
}
