package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;

/** Secrets in sentences: what an error repeats of a wrong key, what is called a password. */
final class SecretSentences {

  private static final int MAX_SCHEME = 40;
  private static final Set<String> SCHEMES =
      WordList.set(
          "bearer basic digest token apikey api-key key negotiate ntlm sharedkey "
              + "sharedaccesssignature aws4-hmac-sha256 oauth hmac dpop mac sso-key "
              + "genie-key splunk bot");
  private static final int MAX_KEY_IN_SENTENCE = 600;

  /** How OpenAI goes on behind a key that it repeats. */
  private static final String OWN = " You can find your API key";

  /** How OpenAI and others go on behind a key that they repeat. */
  private static final Set<String> GOES_ON =
      Set.of(
          "You", "Please", "Find", "Check", "See", "Visit", "Make", "If", "For", "Read", "Get",
          "Your", "The", "This", "Use", "Contact", "Request", "Status", "To", "More", "Go");

  /** Words that stand behind the names of secrets in sentences, and before the secret itself. */
  private static final Set<String> LINKS =
      Set.of("is", "was", "of", "are", "named", "called", "to");

  /** What is spoken of where these follow "bearer". */
  private static final Set<String> SPOKEN_OF =
      WordList.set(
          "auth authentication token tokens scheme header realm error "
              + "authorization or and is was");

  /** What begins brackets behind a key: what the client knows of the call. */
  private static final String[] IN_BRACKETS = {
    "request", "status", "http", "code", "type", "trace", "param"
  };

  private final SecretText text;
  private final char[] s;
  private final int n;

  SecretSentences(SecretText text) {
    this.text = text;
    this.s = text.chars();
    this.n = text.length();
  }

  /** {@code API key X is invalid}, {@code the password is X}, {@code key 'X' not found}. */
  int inSentence(int from, SecretName says, int end) {
    int at = from;
    boolean linked = false;
    for (int words = 0; words < 3 && at < n; words++) {
      int to = text.identEnd(at);
      if (to == at || to - at > 10) {
        break;
      }
      String word = new String(s, at, to - at).toLowerCase(Locale.ROOT);
      boolean handed = SecretName.HANDED_OVER.contains(word);
      if (!handed && !LINKS.contains(word)) {
        break;
      }
      linked = true;
      int next = text.blanksEnd(to);
      if (next < n && (s[next] == ':' || s[next] == '=')) {
        return says == SecretName.COUNT ? end : sentence(text.blanksEnd(next + 1));
      }
      at = next;
    }
    if (at >= n || says == SecretName.COUNT) {
      return end;
    }
    if (Chars.isAsciiQuote(s[at])) {
      int close = text.quoteEnd(at);
      boolean harmless =
          ValueShape.isHarmless(s, at + 1, close, SecretName.WEAK)
              || (says == SecretName.WEAK && isPath(at + 1, close));
      return harmless ? end : text.continued(text.mark(at + 1, close));
    }
    int groups = says == SecretName.STRONG && isOfAnApp(from) ? text.groupsEnd(at) : at;
    if (groups > at) {
      return text.mark(at, groups);
    }
    int to = text.unquotedEnd(at);
    return ValueShape.isNoWord(s, at, to, says == SecretName.STRONG || linked)
        ? text.mark(at, to)
        : end;
  }

  /** {@code app password}: mail services make such passwords, of four groups of letters. */
  private boolean isOfAnApp(int end) {
    for (int i = Math.max(0, end - 25); i < end; i++) {
      if (Chars.startsWith(s, i, end, "app") && (i == 0 || !Chars.isIdent(s[i - 1]))) {
        return true;
      }
    }
    return false;
  }

  /** A parameter of a request, or a name of something. */
  private boolean isPath(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.isIdent(s[i]) && "-.[]$/".indexOf(s[i]) < 0) {
        return false;
      }
    }
    return to - from <= 40 && !RandomWord.is(s, from, to);
  }

  /** Whether the word ends a phrase like "the following was provided". */
  boolean handsOver(int from, int to) {
    return to < n
        && s[to] == ':'
        && (text.isWord(from, to, "provided") || text.isWord(from, to, "supplied"))
        && isAboutAKey(from);
  }

  /** Arguments and parameters are supplied, too. */
  private boolean isAboutAKey(int end) {
    int from = Math.max(0, end - 60);
    for (int i = from; i < end; i++) {
      if (Chars.startsWith(s, i, end, "argument") || Chars.startsWith(s, i, end, "param")) {
        return false;
      }
    }
    return true;
  }

  int afterHandingOver(int end) {
    return sentence(text.blanksAndLines(end + 1));
  }

  /** A key that may hold anything, until the text goes on as texts do behind a key. */
  int sentence(int from) {
    if (from >= n || text.is(from, SecretText.REDACTED)) {
      return from;
    }
    int limit = text.indexOf('\n', from, Math.min(n, from + MAX_KEY_IN_SENTENCE));
    limit = limit < 0 ? Math.min(n, from + MAX_KEY_IN_SENTENCE) : limit;
    // The last one: a password may hold the words itself, or other ones that go on so.
    int own = text.lastIndexOf(OWN, from, limit);
    own = own < 0 ? text.lastIndexOf(". You can ", from, limit) : own;
    if (own >= 0) {
      return markKey(from, own);
    }
    for (int i = from; i < limit; i++) {
      char c = s[i];
      if ((c == '.' || c == ',' || c == ';') && i + 2 < n && s[i + 1] == ' ' && goesOn(i + 2)) {
        return markKey(from, i);
      }
      if (c == ' '
          && i + 2 < n
          && (s[i + 1] == '(' || s[i + 1] == '[')
          && beginsWordThatNames(i + 2)) {
        return markKey(from, i);
      }
      if (Chars.isAsciiQuote(c) && i > from && closesString(i)) {
        return markKey(from, i);
      }
    }
    return markKey(from, limit);
  }

  private int markKey(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && (Chars.isAsciiQuote(s[start]) || s[start] == ' ')) {
      start++;
    }
    while (end > start
        && (Chars.isAsciiQuote(s[end - 1]) || s[end - 1] == ' ' || s[end - 1] == '.')) {
      end--;
    }
    // Even "<...>" and "your ..." may be a password: somebody used it as a key.
    if (start < end && !ValueShape.saysNothing(s, start, end)) {
      text.mark(start, end);
    }
    return Math.max(to, from);
  }

  private boolean goesOn(int at) {
    int end = text.identEnd(at);
    if (end >= n || s[end] == '=' || s[end] == ':') {
      return end > at && end < n && text.beginsName(at);
    }
    return s[end] == ' ' && end - at < 10 && GOES_ON.contains(new String(s, at, end - at));
  }

  private boolean beginsWordThatNames(int at) {
    for (String word : IN_BRACKETS) {
      if (Chars.startsWith(s, at, n, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean closesString(int at) {
    int next = text.blanksEnd(at + 1);
    return next >= n || "}],)\n".indexOf(s[next]) >= 0;
  }

  boolean announcesSecret(int from, int to) {
    boolean bearer = text.isWord(from, to, "bearer");
    if (!bearer && !text.isWord(from, to, "basic")) {
      return false;
    }
    int at = firstOfSecret(to + 1);
    if (to >= n
        || (s[to] != ' ' && s[to] != '=' && s[to] != ':' && s[to] != '+')
        || at >= n
        || s[at] == '\n'
        || text.is(at, SecretText.REDACTED)) {
      return false;
    }
    int end = text.runEnd(at);
    if (end == at || ValueShape.isPlaceholder(s, at, end) || text.isWord(at, end, "bearer")) {
      return false;
    }
    String next = new String(s, at, Math.min(end - at, 20)).toLowerCase(Locale.ROOT);
    return bearer
        ? !SPOKEN_OF.contains(next)
        : end - at >= 6 && ValueShape.isNoWord(s, at, end, true);
  }

  int firstOfSecret(int from) {
    int at = from;
    while (at < n && at < from + 4 && (s[at] == ' ' || Chars.isAsciiQuote(s[at]))) {
      at++;
    }
    return at;
  }

  /**
   * {@code api_key: Bearer x}: where what is secret ends with the word for how it is handed over.
   */
  int schemeEnd(int from, int to) {
    int end = to;
    while (isScheme(from, end) && end < n && s[end] == ' ') {
      int next = text.blanksEnd(end);
      int nextEnd = text.runEnd(next);
      // What is behind "bearer" is marked with it, whatever it looks like.
      boolean secret =
          Chars.endsWith(s, end, "basic") || ValueShape.isNoWord(s, next, nextEnd, true);
      if (nextEnd == next || !secret) {
        return end;
      }
      end = nextEnd;
    }
    return end;
  }

  /** Whether the last word before {@code to} is the name of a scheme. */
  boolean isScheme(int from, int to) {
    int start = to;
    while (start > from && (Chars.isIdent(s[start - 1]) || s[start - 1] == '-')) {
      start--;
    }
    return to - start <= MAX_SCHEME
        && SCHEMES.contains(new String(s, start, to - start).toLowerCase(Locale.ROOT));
  }
}
