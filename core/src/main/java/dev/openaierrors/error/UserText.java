package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;

/**
 * Leaves out of an error's sentence what its user said to the model: prompts, questions, documents.
 * What is quoted stays where it is a name or an id; what a field of a telling name holds goes.
 */
final class UserText {

  private static final char LEFT_OUT = '\u2026';
  private static final int LONGEST_NAME = 100;

  /** Fields that hold what somebody said. */
  private static final Set<String> SPEECH =
      Set.of(
          "prompt",
          "prompts",
          "input",
          "inputs",
          "content",
          "contents",
          "question",
          "query",
          "text",
          "completion",
          "instruction",
          "instructions",
          "messages",
          "history",
          "conversation",
          "document",
          "documents",
          "answer",
          "output",
          "transcript",
          "utterance",
          "ticket",
          "usermessage",
          "userinput",
          "userprompt",
          "inputtext",
          "systemprompt",
          "body",
          "requestbody",
          "payload",
          "said",
          "asked",
          "wrote");

  /** Of those, the ones whose text has no other meaning where it stands without quotes. */
  private static final Set<String> ALWAYS =
      Set.of(
          "prompt",
          "prompts",
          "question",
          "query",
          "utterance",
          "transcript",
          "usermessage",
          "userinput",
          "userprompt",
          "systemprompt",
          "instructions",
          "said",
          "asked",
          "wrote");

  private static final Set<String> OWNERS =
      Set.of("your", "user", "users", "original", "full", "s");

  /** Fields that hold what the provider says. */
  private static final Set<String> PROVIDERS =
      Set.of(
          "message",
          "error",
          "msg",
          "detail",
          "details",
          "reason",
          "errormessage",
          "description",
          "errors",
          "cause",
          "exception",
          "error_message",
          "errmsg");

  private final String text;
  private final int length;
  private final StringBuilder kept = new StringBuilder(0);

  /** Of each character, whether it is a quote that ends what the provider says. */
  private final boolean[] ends;

  private UserText(String text) {
    this.text = text;
    this.length = text.length();
    this.ends = new boolean[length + 1];
  }

  /** The text without it. */
  static String without(String text) {
    return new UserText(text).without();
  }

  private String without() {
    int at = 0;
    int copied = 0;
    while (at < length) {
      char c = text.charAt(at);
      int from = -1;
      int to = -1;
      int next = at + 1;
      if (Character.isLetter(c)) {
        next = wordEnd(at);
        int value = valueOfSpeech(at, next);
        if (value >= 0) {
          from = value;
          to = Math.max(value, speechEnd(value));
        }
      } else if (isQuote(c) && !ends[at] && opens(at)) {
        int close = close(at);
        if (isSpoken(at, close)) {
          from = at + 1;
          to = close;
          ends[close] = true;
        } else if (isName(at + 1, close)) {
          next = close + 1;
        } else {
          ends[close] = true;
        }
      }
      if (from >= 0 && to > from) {
        kept.append(text, copied, from).append(LEFT_OUT);
        copied = to;
        next = to;
      }
      at = Math.max(next, at + 1);
    }
    return copied == 0 ? text : kept.append(text, Math.min(copied, length), length).toString();
  }

  private int wordEnd(int from) {
    int at = from;
    while (at < length && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  /** Where the value begins that is somebody's speech; -1 if this is no such name. */
  private int valueOfSpeech(int start, int end) {
    if (end - start > 20) {
      return -1;
    }
    int at = end;
    while (at < length && at < end + 4 && (isQuote(text.charAt(at)) || text.charAt(at) == '\\')) {
      at++;
    }
    at = blanksEnd(at);
    if (at < length && wordEnd(at) - at == 3 && text.startsWith("was", at)) {
      at = blanksEnd(at + 3);
    }
    if (at >= length || ":=[".indexOf(text.charAt(at)) < 0) {
      return -1;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT).replace("_", "");
    if (!SPEECH.contains(word)) {
      return -1;
    }
    if (text.charAt(at) == '[' && ALWAYS.contains(word)) {
      return at + 1 < length && wordEnd(at + 1) < length && text.charAt(wordEnd(at + 1)) == ' '
          ? at
          : -1;
    }
    if (text.charAt(at) == '[') {
      return -1;
    }
    boolean assigned = text.charAt(at) == '=';
    int value = blanksEnd(at + 1);
    if (value >= length) {
      return -1;
    }
    char first = text.charAt(value);
    boolean opened = isQuote(first) || first == '\\' || first == '[' || first == '{';
    if (opened) {
      boolean carriesError =
          word.equals("body")
              || word.equals("text")
              || word.equals("output")
              || word.equals("content")
              || word.equals("payload");
      return carriesError && isPayload(value) ? -1 : value;
    }
    boolean said = (ALWAYS.contains(word) && !isWrong(start)) || isOwned(start);
    boolean heads =
        Character.isUpperCase(text.charAt(start))
            || (start > 0 && ".]'_".indexOf(text.charAt(start - 1)) >= 0);
    boolean begins = Character.isUpperCase(first) || first >= 128;
    return assigned || said || (heads && begins) ? value : -1;
  }

  /** {@code Invalid prompt: your prompt was flagged}: what follows is OpenAI's own. */
  private boolean isWrong(int start) {
    return start >= 8 && text.startsWith("nvalid ", start - 7);
  }

  private boolean isOwned(int start) {
    int end = start;
    while (end > 0 && " '_-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int begin = end;
    while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
      begin--;
    }
    return OWNERS.contains(text.substring(begin, end).toLowerCase(Locale.ROOT));
  }

  private boolean isPayload(int from) {
    int at = from;
    while (at < length
        && (text.charAt(at) == '\\' || isQuote(text.charAt(at)) || text.charAt(at) == ' ')) {
      at++;
    }
    return at < length && (text.charAt(at) == '{' || text.charAt(at) == '<');
  }

  /** Where speech ends: with its quote or bracket, at the next pair, or nowhere. */
  private int speechEnd(int from) {
    int open = from;
    while (open < length && text.charAt(open) == '\\') {
      open++;
    }
    if (open >= length) {
      return length;
    }
    char first = text.charAt(open);
    if (isQuote(first)) {
      return Math.min(length, close(open) + 1);
    }
    if (first == '[' || first == '{') {
      return bracketEnd(open);
    }
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (ends[i] || c == '}' || c == ']' || (c == ',' && isPair(i + 1))) {
        return i;
      }
    }
    return length;
  }

  private boolean isPair(int from) {
    int at = blanksEnd(from);
    int end = wordEnd(at);
    return end > at && end < length && text.charAt(end) == '=';
  }

  private int bracketEnd(int open) {
    char opening = text.charAt(open);
    char closing = opening == '[' ? ']' : '}';
    int depth = 0;
    for (int i = open; i < length; i++) {
      char c = text.charAt(i);
      depth += c == opening ? 1 : c == closing ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return length;
  }

  private boolean opens(int at) {
    boolean apart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    return apart && at > 0 && at + 1 < length && text.charAt(at + 1) > ' ';
  }

  /** The quote that closes; the end of the text if none does. */
  private int close(int open) {
    char quote = text.charAt(open) == '\u201c' ? '\u201d' : text.charAt(open);
    int escapes = escapes(open);
    for (int i = open + 1; i < length; i++) {
      if (text.charAt(i) == quote
          && escapes(i) == escapes
          && (i + 1 >= length || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
        return i;
      }
    }
    return length;
  }

  private int escapes(int quote) {
    int count = 0;
    while (quote - count > 0 && text.charAt(quote - count - 1) == '\\') {
      count++;
    }
    return count;
  }

  /** Whether the quotation is neither a name nor what the provider says. */
  private boolean isSpoken(int open, int close) {
    int from = open + 1;
    if (close - from < 1 || isPayload(open)) {
      return false;
    }
    int sign = open - 1;
    while (sign >= 0 && (text.charAt(sign) == ' ' || text.charAt(sign) == '\\')) {
      sign--;
    }
    boolean value = sign > 0 && (text.charAt(sign) == ':' || text.charAt(sign) == '=');
    if (value) {
      int end = sign;
      while (end > 0
          && (isQuote(text.charAt(end - 1))
              || text.charAt(end - 1) == '\\'
              || text.charAt(end - 1) == ' ')) {
        end--;
      }
      int begin = end;
      while (begin > 0
          && (Character.isLetter(text.charAt(begin - 1)) || text.charAt(begin - 1) == '_')) {
        begin--;
      }
      String name = text.substring(begin, end).toLowerCase(Locale.ROOT);
      if (PROVIDERS.contains(name)) {
        return false;
      }
      // Invalid 'messages[0].content': '…'
      if (isQuote(text.charAt(sign - 1))
          && begin > 0
          && ".]".indexOf(text.charAt(begin - 1)) >= 0) {
        return true;
      }
    }
    return !isName(from, close);
  }

  private boolean isName(int from, int to) {
    if (to - from > LONGEST_NAME || to >= length) {
      return false;
    }
    boolean pair = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      // A name and its value: 'OpenAI-Beta: realtime=v1'.
      if (c == ' ' && !pair && i > from && text.charAt(i - 1) == ':') {
        pair = true;
      } else if (!Chars.isWord(c) && "-.:/[]$@#<>=+".indexOf(c) < 0 && !(pair && isQuote(c))) {
        return false;
      }
    }
    return true;
  }

  private int blanksEnd(int from) {
    int at = from;
    while (at < length && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static boolean isQuote(char c) {
    return Chars.isQuote(c);
  }
}
