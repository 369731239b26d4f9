package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;

/**
 * Leaves out of an error's sentence what its user said to the model: prompts, questions, documents.
 * What is quoted stays where it is a name or an id; what a field of a telling name holds goes.
 */
final class UserText {

  private static final char LEFT_OUT = '\u2026';
  private static final int MAX_NAME = 100;

  /** Fields that hold what the provider says. */
  private static final Set<String> PROVIDERS =
      WordList.set(
          "message error msg detail details reason errormessage description "
              + "errors cause exception error_message errmsg");

  private final String string;
  private final Text text;
  private final Speech speech;
  private final StringBuilder kept = new StringBuilder(0);
  private int copied;

  /** Of each character, whether it is a quote that ends what the provider says. */
  private final boolean[] ends;

  private UserText(String string) {
    this.string = string;
    this.text = Text.of(string);
    this.speech = new Speech(text);
    this.ends = new boolean[text.length() + 1];
  }

  /** The text without it. */
  static String without(String text) {
    return new UserText(text).without();
  }

  private String without() {
    int at = 0;
    while (at < text.length()) {
      at = Math.max(next(at), at + 1);
    }
    return copied == 0
        ? string
        : kept.append(string, Math.min(copied, text.length()), text.length()).toString();
  }

  private int next(int at) {
    char c = text.at(at);
    if (Character.isLetter(c)) {
      return behindName(at);
    }
    if (c == '=' || c == '/') {
      int end = encodedEnd(at + 1);
      return isEncodedProse(at + 1, end, c == '=') ? leaveOut(at + 1, end, at + 1) : at + 1;
    }
    return Chars.isQuote(c) && !ends[at] && opens(at) ? behindQuote(at) : at + 1;
  }

  private int behindName(int at) {
    int end = text.wordEnd(at);
    int from = speech.valueOf(at, end);
    if (from < 0) {
      return end;
    }
    int to = Math.max(from, speechEnd(from));
    if (text.isQuote(from) && to - 1 > from && text.isQuote(to - 1)) {
      ends[to - 1] = true;
      return leaveOut(from + 1, to - 1, end);
    }
    return leaveOut(from, to, end);
  }

  private int behindQuote(int at) {
    int close = close(at);
    if (isSpoken(at, close)) {
      ends[close] = true;
      return leaveOut(at + 1, close, at + 1);
    }
    if (isName(at + 1, close)) {
      return leafOfPath(at + 1, close);
    }
    ends[close] = true;
    return at + 1;
  }

  /** Where to go on: behind what was left out, or where nothing was, at {@code next}. */
  private int leaveOut(int from, int to, int next) {
    if (to <= from) {
      return next;
    }
    kept.append(string, copied, from).append(LEFT_OUT);
    copied = to;
    return to;
  }

  /** Behind a part of a path, or a value in a query. */
  private int encodedEnd(int from) {
    int at = from;
    while (at < text.length()
        && text.at(at) > ' '
        && !text.isQuote(at)
        && "/?&=#;,<>()[]{}|".indexOf(text.at(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Words that were encoded to stand in a URL: with blanks, or in letters that URLs have not. */
  private boolean isEncodedProse(int from, int to, boolean value) {
    int blanks = 0;
    int pluses = 0;
    int letters = 0;
    for (int i = from; i + 2 < to; i++) {
      char c = text.at(i);
      boolean inWords = i > from && Character.isLetter(text.at(i - 1));
      if (c == '+') {
        pluses += inWords && Character.isLetter(text.at(i + 1)) ? 1 : 0;
      } else if (c == '%') {
        boolean twice = text.is(i + 1, "25") && i + 4 < to;
        int first = Character.digit(text.at(i + (twice ? 3 : 1)), 16);
        boolean blank = first == 2 && text.at(i + (twice ? 4 : 2)) == '0';
        blanks += blank ? 1 : 0;
        letters += first >= 8 ? 1 : 0;
      }
    }
    return blanks > 0 || letters > 2 || (value && pluses > 1);
  }

  /** Where speech ends: with its quote or bracket, at the next pair, or nowhere. */
  private int speechEnd(int from) {
    int open = from;
    while (text.is(open, '\\')) {
      open++;
    }
    if (open >= text.length()) {
      return text.length();
    }
    char first = text.at(open);
    if (Chars.isQuote(first)) {
      return Math.min(text.length(), close(open) + 1);
    }
    if (first == '[' || first == '{') {
      return bracketEnd(open);
    }
    for (int i = from; i < text.length(); i++) {
      char c = text.at(i);
      if (ends[i] || c == '}' || c == ']' || (c == ',' && isPair(i + 1))) {
        return i;
      }
    }
    return text.length();
  }

  private boolean isPair(int from) {
    int at = text.blanksEnd(from);
    int end = text.wordEnd(at);
    return end > at && text.is(end, '=');
  }

  private int bracketEnd(int open) {
    char opening = text.at(open);
    char closing = opening == '[' ? ']' : '}';
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.at(i);
      depth += c == opening ? 1 : c == closing ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private boolean opens(int at) {
    boolean apart = at == 0 || !Character.isLetterOrDigit(text.at(at - 1));
    return apart && at > 0 && at + 1 < text.length() && text.at(at + 1) > ' ';
  }

  /** The last name of a path, which says what its value is; behind a quotation that is no path. */
  private int leafOfPath(int from, int close) {
    int leaf = close;
    while (leaf > from && Character.isLetter(text.at(leaf - 1))) {
      leaf--;
    }
    boolean named = leaf < close && (leaf == from || text.at(leaf - 1) == '.');
    boolean valued = close + 1 < text.length() && ":=".indexOf(text.at(close + 1)) >= 0;
    return named && valued ? leaf : close + 1;
  }

  /** The quote that closes; the end of the text if none does. */
  private int close(int open) {
    char quote = text.at(open) == '\u201c' ? '\u201d' : text.at(open);
    int escapes = escapes(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.at(i) == quote
          && escapes(i) == escapes
          && (i + 1 >= text.length() || !Character.isLetterOrDigit(text.at(i + 1)))) {
        return i;
      }
    }
    return text.length();
  }

  private int escapes(int quote) {
    int count = 0;
    while (quote - count > 0 && text.at(quote - count - 1) == '\\') {
      count++;
    }
    return count;
  }

  /** Whether the quotation is neither a name nor what the provider says. */
  private boolean isSpoken(int open, int close) {
    int from = open + 1;
    if (close - from < 1 || Speech.isPayload(text, open)) {
      return false;
    }
    int sign = open - 1;
    while (sign >= 0 && (text.at(sign) == ' ' || text.at(sign) == '\\')) {
      sign--;
    }
    boolean value = sign > 0 && (text.at(sign) == ':' || text.at(sign) == '=');
    if (value) {
      int end = sign;
      while (end > 0
          && (text.isQuote(end - 1) || text.at(end - 1) == '\\' || text.at(end - 1) == ' ')) {
        end--;
      }
      int begin = end;
      while (begin > 0 && (Character.isLetter(text.at(begin - 1)) || text.at(begin - 1) == '_')) {
        begin--;
      }
      String name = text.substring(begin, end).toLowerCase(Locale.ROOT);
      if (PROVIDERS.contains(name)) {
        return false;
      }
      // Invalid 'messages[0].content': '…'
      if (text.isQuote(sign - 1) && begin > 0 && ".]".indexOf(text.at(begin - 1)) >= 0) {
        return true;
      }
    }
    return !isName(from, close);
  }

  private boolean isName(int from, int to) {
    if (to - from > MAX_NAME || to >= text.length()) {
      return false;
    }
    boolean pair = false;
    for (int i = from; i < to; i++) {
      char c = text.at(i);
      // A name and its value: 'OpenAI-Beta: realtime=v1'.
      if (c == ' ' && !pair && i > from && text.at(i - 1) == ':') {
        pair = true;
      } else if (!Chars.isWord(c)
          && "-.:/[]$@#<>=+".indexOf(c) < 0
          && !(pair && Chars.isQuote(c))) {
        return false;
      }
    }
    return true;
  }
}
