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

  /** Fields that hold what somebody said. */
  private static final Set<String> SPEECH =
      WordList.set(
          "prompt prompts input inputs content contents question query text "
              + "completion instruction instructions messages history conversation "
              + "document documents answer output outputs transcript utterance ticket "
              + "usermessage userinput userprompt inputtext systemprompt body "
              + "requestbody payload said asked wrote");

  /** Of those, the ones whose text has no other meaning where it stands without quotes. */
  private static final Set<String> ALWAYS =
      WordList.set(
          "prompt prompts question query utterance transcript usermessage "
              + "userinput userprompt systemprompt instructions said asked wrote");

  private static final Set<String> OWNERS =
      Set.of("your", "user", "users", "original", "full", "s");

  /** Who says or answers something that is neither the provider's nor the client's. */
  private static final Set<String> OTHERS =
      WordList.set(
          "user tool function assistant human customer developer system chunk " + "document");

  /** Speech only where somebody said it: user message, tool result. */
  private static final Set<String> OWNED =
      Set.of("message", "msg", "result", "results", "reply", "response", "returned", "answered");

  /** How a provider begins to say what is wrong with a field. */
  private static final Set<String> COMPLAINTS =
      WordList.set(
          "string array object integer number expected value values empty missing "
              + "invalid unsupported unknown must should cannot may is are was too "
              + "maximum minimum at the not no only required field input length content "
              + "text data");

  /** Who speaks in a transcript. */
  private static final Set<String> SPEAKERS = Set.of("user", "assistant", "human", "customer");

  /** Before "text" or "content" in one name, these say that it is no speech. */
  private static final Set<String> ANSWERS =
      Set.of("status", "error", "reason", "response", "exception", "fault", "help", "alt", "title");

  /** Fields that hold what the provider says. */
  private static final Set<String> PROVIDERS =
      WordList.set(
          "message error msg detail details reason errormessage description "
              + "errors cause exception error_message errmsg");

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
          if (Chars.isQuote(text.charAt(value))
              && to - 1 > value
              && Chars.isQuote(text.charAt(to - 1))) {
            from++;
            to--;
            ends[to] = true;
          }
        }
      } else if (c == '=' || c == '/') {
        int end = encodedEnd(at + 1);
        if (isEncodedProse(at + 1, end, c == '=')) {
          from = at + 1;
          to = end;
        }
      } else if (Chars.isQuote(c) && !ends[at] && opens(at)) {
        int close = close(at);
        if (isSpoken(at, close)) {
          from = at + 1;
          to = close;
          ends[close] = true;
        } else if (isName(at + 1, close)) {
          next = leafOfPath(at + 1, close);
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
    while (at < length
        && at < end + 4
        && (Chars.isQuote(text.charAt(at)) || text.charAt(at) == '\\')) {
      at++;
    }
    at = blanksEnd(at);
    int verb = wordEnd(at);
    boolean follows = verb > at && isVerb(at, verb);
    at = follows ? blanksEnd(verb) : at;
    at += text.startsWith("->", at) || text.startsWith("=>", at) ? 1 : 0;
    if (at >= length || ":=[>".indexOf(text.charAt(at)) < 0) {
      return -1;
    }
    String word = speechWord(start, end);
    if (!SPEECH.contains(word)) {
      return isSaid(word, start, at) ? blanksEnd(at + 1) : -1;
    }
    if (text.charAt(at) == '[') {
      return areWords(at + 1, ALWAYS.contains(word) ? 2 : 3) ? at : -1;
    }
    boolean assigned = text.charAt(at) == '=';
    int value = blanksEnd(at + 1);
    if (value >= length) {
      return -1;
    }
    char first = text.charAt(value);
    boolean opened = Chars.isQuote(first) || first == '\\' || first == '[' || first == '{';
    if (opened) {
      boolean carriesError =
          word.equals("body")
              || word.equals("text")
              || word.equals("output")
              || word.equals("content")
              || word.equals("payload");
      return carriesError && isPayload(value) ? -1 : value;
    }
    boolean said =
        ((follows || ALWAYS.contains(word)) && !isWrong(start))
            || isOwned(start, OWNERS)
            || isOwned(start, OTHERS);
    boolean heads =
        Character.isUpperCase(text.charAt(start))
            || (start > 0 && ".]'_".indexOf(text.charAt(start - 1)) >= 0);
    boolean quoted = end < length && Chars.isQuote(text.charAt(end)) && !isComplaint(value);
    boolean begins = quoted || Character.isUpperCase(first) || first >= 128;
    return assigned || said || (heads && begins) ? value : -1;
  }

  /** The name without underscores; of {@code rawContent} and {@code text_content} its end. */
  private String speechWord(int start, int end) {
    String word = text.substring(start, end);
    int hump = word.length() - 1;
    while (hump > 0 && !Character.isUpperCase(word.charAt(hump)) && word.charAt(hump) != '_') {
      hump--;
    }
    String whole = word.toLowerCase(Locale.ROOT).replace("_", "");
    if (hump == 0 || SPEECH.contains(whole)) {
      return whole;
    }
    String last = word.substring(hump).toLowerCase(Locale.ROOT).replace("_", "");
    boolean content = last.equals("content") || last.equals("text") || last.equals("prompt");
    String first = word.substring(0, hump).toLowerCase(Locale.ROOT);
    return content && !ANSWERS.contains(first) ? last : whole;
  }

  /** {@code tool result: ...}, and {@code user: ...} in a transcript. */
  private boolean isSaid(String word, int start, int sign) {
    if (OWNED.contains(word)) {
      return isOwned(start, OTHERS);
    }
    if (!SPEAKERS.contains(word) || text.charAt(sign) != ':') {
      return false;
    }
    return areWords(blanksEnd(sign + 1), 3);
  }

  private boolean areWords(int from, int most) {
    int words = 0;
    int at = from;
    while (words < most && at < length && Character.isLetter(text.charAt(at))) {
      words++;
      at = blanksEnd(wordEnd(at));
    }
    return words == most;
  }

  /** {@code The prompt was: ...}, {@code prompt follows: ...}. */
  private boolean isVerb(int from, int to) {
    String word = text.substring(from, Math.min(to, from + 8));
    return word.equals("was") || word.equals("is") || word.equals("follows");
  }

  private boolean isComplaint(int from) {
    int end = wordEnd(from);
    return end - from < 16
        && COMPLAINTS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
  }

  /** Behind a part of a path, or a value in a query. */
  private int encodedEnd(int from) {
    int at = from;
    while (at < length
        && text.charAt(at) > ' '
        && !Chars.isQuote(text.charAt(at))
        && "/?&=#;,<>()[]{}|".indexOf(text.charAt(at)) < 0) {
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
      char c = text.charAt(i);
      boolean inWords = i > from && Character.isLetter(text.charAt(i - 1));
      if (c == '+') {
        pluses += inWords && Character.isLetter(text.charAt(i + 1)) ? 1 : 0;
      } else if (c == '%') {
        boolean twice = text.startsWith("25", i + 1) && i + 4 < to;
        int first = Character.digit(text.charAt(i + (twice ? 3 : 1)), 16);
        boolean blank = first == 2 && text.charAt(i + (twice ? 4 : 2)) == '0';
        blanks += blank ? 1 : 0;
        letters += first >= 8 ? 1 : 0;
      }
    }
    return blanks > 0 || letters > 2 || (value && pluses > 1);
  }

  /** {@code Invalid prompt: your prompt was flagged}: what follows is OpenAI's own. */
  private boolean isWrong(int start) {
    return start >= 8 && text.startsWith("nvalid ", start - 7);
  }

  private boolean isOwned(int start, Set<String> owners) {
    int end = start;
    while (end > 0 && " '_-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int begin = end;
    while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
      begin--;
    }
    return owners.contains(text.substring(begin, end).toLowerCase(Locale.ROOT));
  }

  private boolean isPayload(int from) {
    int at = from;
    while (at < length
        && (text.charAt(at) == '\\' || Chars.isQuote(text.charAt(at)) || text.charAt(at) == ' ')) {
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
    if (Chars.isQuote(first)) {
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

  /** The last name of a path, which says what its value is; behind a quotation that is no path. */
  private int leafOfPath(int from, int close) {
    int leaf = close;
    while (leaf > from && Character.isLetter(text.charAt(leaf - 1))) {
      leaf--;
    }
    boolean named = leaf < close && (leaf == from || text.charAt(leaf - 1) == '.');
    boolean valued = close + 1 < length && ":=".indexOf(text.charAt(close + 1)) >= 0;
    return named && valued ? leaf : close + 1;
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
          && (Chars.isQuote(text.charAt(end - 1))
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
      if (Chars.isQuote(text.charAt(sign - 1))
          && begin > 0
          && ".]".indexOf(text.charAt(begin - 1)) >= 0) {
        return true;
      }
    }
    return !isName(from, close);
  }

  private boolean isName(int from, int to) {
    if (to - from > MAX_NAME || to >= length) {
      return false;
    }
    boolean pair = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      // A name and its value: 'OpenAI-Beta: realtime=v1'.
      if (c == ' ' && !pair && i > from && text.charAt(i - 1) == ':') {
        pair = true;
      } else if (!Chars.isWord(c)
          && "-.:/[]$@#<>=+".indexOf(c) < 0
          && !(pair && Chars.isQuote(c))) {
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
}
