package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;

/** By which names a text introduces what somebody said: prompts, questions, documents. */
final class Speech {

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
              + "maximum minimum at the not no only required field input text.length() content "
              + "text data");

  /** Who speaks in a transcript. */
  private static final Set<String> SPEAKERS = Set.of("user", "assistant", "human", "customer");

  /** Before "text" or "content" in one name, these say that it is no speech. */
  private static final Set<String> ANSWERS =
      Set.of("status", "error", "reason", "response", "exception", "fault", "help", "alt", "title");

  /** Of {@link #SPEECH}, what an error object may be the value of. */
  private static final Set<String> CARRIERS =
      Set.of("body", "text", "output", "content", "payload");

  private static final int MAX_NAME = 20;

  private final Text text;

  Speech(Text text) {
    this.text = text;
  }

  /**
   * Where the value begins of the field of this name, if that holds somebody's speech.
   *
   * @return -1 if this is no such name
   */
  int valueOf(int start, int end) {
    if (end - start > MAX_NAME) {
      return -1;
    }
    int behind = behindQuotes(end);
    int verb = text.wordEnd(behind);
    boolean follows = verb > behind && isVerb(behind, verb);
    int sign = follows ? text.blanksEnd(verb) : behind;
    sign += text.is(sign, "->") || text.is(sign, "=>") ? 1 : 0;
    if (sign >= text.length() || ":=[>".indexOf(text.at(sign)) < 0) {
      return -1;
    }
    String word = speechWord(start, end);
    if (!SPEECH.contains(word)) {
      return isSaid(word, start, sign) ? text.blanksEnd(sign + 1) : -1;
    }
    if (text.at(sign) == '[') {
      return areWords(sign + 1, ALWAYS.contains(word) ? 2 : 3) ? sign : -1;
    }
    int value = text.blanksEnd(sign + 1);
    if (value >= text.length()) {
      return -1;
    }
    if (text.isQuote(value) || "\\[{".indexOf(text.at(value)) >= 0) {
      return CARRIERS.contains(word) && isPayload(text, value) ? -1 : value;
    }
    boolean said = (follows || ALWAYS.contains(word)) && !isWrong(start);
    return said
            || text.at(sign) == '='
            || isOwned(start, OWNERS)
            || isOwned(start, OTHERS)
            || (isHead(start) && begins(end, value))
        ? value
        : -1;
  }

  private int behindQuotes(int end) {
    int at = end;
    while (at < text.length() && at < end + 4 && (text.isQuote(at) || text.at(at) == '\\')) {
      at++;
    }
    return text.blanksEnd(at);
  }

  private boolean isHead(int start) {
    return Character.isUpperCase(text.at(start))
        || (start > 0 && ".]'_".indexOf(text.at(start - 1)) >= 0);
  }

  private boolean begins(int end, int value) {
    char first = text.at(value);
    return (text.isQuote(end) && !isComplaint(value))
        || Character.isUpperCase(first)
        || first >= 128;
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
    if (!SPEAKERS.contains(word) || text.at(sign) != ':') {
      return false;
    }
    return areWords(text.blanksEnd(sign + 1), 3);
  }

  private boolean areWords(int from, int most) {
    int words = 0;
    int at = from;
    while (words < most && at < text.length() && Character.isLetter(text.at(at))) {
      words++;
      at = text.blanksEnd(text.wordEnd(at));
    }
    return words == most;
  }

  /** {@code The prompt was: ...}, {@code prompt follows: ...}. */
  private boolean isVerb(int from, int to) {
    String word = text.substring(from, Math.min(to, from + 8));
    return word.equals("was") || word.equals("is") || word.equals("follows");
  }

  private boolean isComplaint(int from) {
    int end = text.wordEnd(from);
    return end - from < 16
        && COMPLAINTS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
  }

  /** {@code Invalid prompt: your prompt was flagged}: what follows is OpenAI's own. */
  private boolean isWrong(int start) {
    return start >= 8 && text.is(start - 7, "nvalid ");
  }

  private boolean isOwned(int start, Set<String> owners) {
    int end = start;
    while (end > 0 && " '_-".indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    int begin = end;
    while (begin > 0 && Character.isLetter(text.at(begin - 1))) {
      begin--;
    }
    return owners.contains(text.substring(begin, end).toLowerCase(Locale.ROOT));
  }

  /** Whether an error object, or a page, begins there, quoted or not. */
  static boolean isPayload(Text text, int from) {
    int at = from;
    while (at < text.length() && (text.at(at) == '\\' || text.isQuote(at) || text.at(at) == ' ')) {
      at++;
    }
    return at < text.length() && (text.at(at) == '{' || text.at(at) == '<');
  }
}
