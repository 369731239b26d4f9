package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of strangers fit to be written: no secrets, no control characters, no more than fits.
 *
 * <p>What a text says of itself comes first: the value behind a name that says key, token, password
 * or the like, in whatever notation; what stands before the host of a URL, and in its query; what
 * an error repeats of a wrong key. Words that look random come second, prefixes of well-known keys
 * last. All of it, e-mail addresses and the ids of organizations, projects and users give way to
 * {@value #REDACTED}.
 *
 * <p>The work is linear in the length of the text, of which no more than a fixed multiple of what
 * fits is read.
 */
public final class Redactor {

  static final String REDACTED = "[redacted]";

  /** Redacting makes text shorter, but hardly four times. */
  private static final int CONSIDERED = 4;

  private static final int LONGEST_LEAST = 512;
  private static final int LONGEST_VALUE = 4096;
  private static final int LONGEST_PART = 256;
  private static final int LONGEST_KEY_IN_SENTENCE = 600;
  private static final int SHORT_PART = 3;
  private static final int SHORTEST_RANDOM = 14;
  private static final String PEM = "-----BEGIN";
  private static final String CDATA = "<![CDATA[";
  private static final String PEM_END = "-----END";

  /** What begins ids of objects at OpenAI, which are useful and open nothing. */
  private static final String[] IDS = {
    "req_",
    "resp_",
    "msg_",
    "run_",
    "thread_",
    "batch_",
    "call_",
    "chatcmpl-",
    "cmpl-",
    "file-",
    "asst_",
    "ftjob-",
    "rs_",
    "vs_",
    "step_",
    "gen-"
  };

  /** How OpenAI and others go on behind a key that they repeat. */
  private static final Set<String> GOES_ON =
      Set.of(
          "You", "Please", "Find", "Check", "See", "Visit", "Make", "If", "For", "Read", "Get",
          "Your", "The", "This", "Use", "Contact", "Request", "Status", "To", "More", "Go");

  private static final Set<String> SCHEMES =
      Set.of(
          "bearer",
          "basic",
          "digest",
          "token",
          "apikey",
          "api-key",
          "key",
          "negotiate",
          "ntlm",
          "sharedkey",
          "sharedaccesssignature",
          "aws4-hmac-sha256",
          "oauth",
          "hmac",
          "dpop",
          "mac",
          "sso-key",
          "genie-key",
          "splunk",
          "bot");

  private static final Set<String> NO_VALUES =
      Set.of("null", "none", "nil", "true", "false", "undefined", "yes", "no", "unset", "empty");

  /** Words that stand behind the names of secrets in sentences, and before the secret itself. */
  private static final Set<String> LINKS =
      Set.of("is", "was", "of", "are", "named", "called", "to");

  /** What is spoken of where these follow "bearer". */
  private static final Set<String> SPOKEN_OF =
      Set.of(
          "auth",
          "authentication",
          "token",
          "tokens",
          "scheme",
          "header",
          "realm",
          "error",
          "authorization",
          "or",
          "and",
          "is",
          "was");

  /** In the query of a URL, these are secrets, too. */
  private static final Set<String> QUERY_NAMES =
      Set.of("k", "p", "code", "ticket", "state", "policy", "x", "st", "skoid", "sktid", "u");

  private static final Set<String> HOOKS =
      Set.of(
          "webhook",
          "webhooks",
          "webhookb2",
          "hooks",
          "services",
          "incoming",
          "triggers",
          "workflows");

  private final String text;
  private final FoldedText folded;
  private final char[] s;
  private final int n;
  private boolean @Nullable [] secret;

  /** Behind this, ids of traces and requests may stand. */
  private int exempt;

  private Redactor(String text) {
    this.text = text;
    this.folded = FoldedText.of(text);
    this.s = folded.chars();
    this.n = folded.length();
  }

  /**
   * The text, redacted, on one line, at most {@code max} characters long.
   *
   * @param text text of a stranger; null gives null
   * @param max the most characters of the result, which ends with an ellipsis if it was longer
   * @return null if nothing is left
   */
  public static @Nullable String clean(@Nullable String text, int max) {
    return text == null ? null : shortened(redacted(text, 0, max), max);
  }

  /**
   * As {@link #clean}, without what users said: a prompt, a question, a document.
   *
   * @param text text of a stranger; null gives null
   * @param max the most characters of the result
   * @return null if nothing is left
   */
  public static @Nullable String sample(@Nullable String text, int max) {
    return text == null ? null : withoutUserText(text, 0, max);
  }

  /**
   * As {@link #sample}, of the end of a text. What identifies something stays, quoted or not.
   *
   * @param text text of a stranger
   * @param from what stands before is only there to be understood, and does not show
   */
  static @Nullable String withoutUserText(String text, int from, int max) {
    return shortened(UserText.without(redacted(text, from, max)), max);
  }

  private static String redacted(String text, int from, int max) {
    int most = from + Math.max(CONSIDERED * max, max + LONGEST_LEAST);
    boolean cut = text.length() > most;
    String considered = cut ? text.substring(0, whole(text, most)) : text;
    return new Redactor(considered).redacted(from);
  }

  /** Not in the middle of a word: nobody could say what it is. */
  private static int whole(String text, int most) {
    int end = most;
    while (end > most - LONGEST_PART && text.charAt(end - 1) > ' ') {
      end--;
    }
    return end;
  }

  private static @Nullable String shortened(String text, int max) {
    String done = text.strip();
    if (done.isEmpty()) {
      return null;
    }
    return done.length() <= max ? done : done.substring(0, max - 1) + "\u2026";
  }

  /** The text from there on; itself where it is clean, as nearly always. */
  private String redacted(int from) {
    scan();
    boolean[] marked = secret;
    if (marked == null && from == 0 && isPlain()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() - from);
    int at = from;
    int index = 0;
    while (index < n && folded.origin(index + 1) <= from) {
      index++;
    }
    while (at < text.length()) {
      while (index < n && folded.origin(index + 1) <= at) {
        index++;
      }
      if (marked != null
          && index < n
          && marked[index]
          && folded.origin(index) <= Math.max(at, from)) {
        while (index < n && marked[index]) {
          index++;
        }
        clean.append(REDACTED);
        at = folded.origin(index);
      } else {
        show(clean, at);
        at++;
      }
    }
    return clean.toString();
  }

  private boolean isPlain() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 127 && (FoldedText.isHidden(c) || !isShown(i)))) {
        return false;
      }
    }
    return true;
  }

  private void show(StringBuilder clean, int at) {
    char c = text.charAt(at);
    if (c < 127 ? c < ' ' : !isShown(at)) {
      clean.append(' ');
    } else if (c < 127 || !FoldedText.isHidden(c)) {
      clean.append(c);
    }
  }

  private boolean isShown(int at) {
    char c = text.charAt(at);
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SURROGATE -> isPaired(at);
      default -> true;
    };
  }

  private boolean isPaired(int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private int mark(int from, int to) {
    if (from >= to || is(from, REDACTED) || is(from - 1, REDACTED)) {
      return Math.max(from, to);
    }
    if (secret == null) {
      secret = new boolean[n + 1];
    }
    for (int i = from; i < to; i++) {
      secret[i] = true;
    }
    return to;
  }

  // --- The way through the text: names, URLs, keys.

  private void scan() {
    int at = 0;
    int before = -1;
    while (at < n) {
      char c = s[at];
      if (isIdent(c)) {
        int end = identEnd(at);
        int start = before >= 0 && before < at && isOneBlank(before, at) ? before : at;
        int next = word(start, at, end);
        before = at;
        at = Math.max(next, at + 1);
      } else if (c == '-' && is(at, PEM)) {
        at = pem(at);
        before = -1;
      } else if (c == '-' && is(at, PEM_END)) {
        at = endOfCutPem(at);
      } else if (c == '@') {
        at = Math.max(at + 1, atSign(at));
      } else if ((c == '*' || c == '\u2022') && at + 1 < n && s[at + 1] == c) {
        at = masked(at);
      } else {
        at++;
      }
    }
  }

  private boolean isOneBlank(int start, int at) {
    int end = identEnd(start);
    return end == at - 1 && s[end] == ' ';
  }

  /** A name, a URL, a key, or a word of a sentence; where to go on. */
  private int word(int phrase, int at, int end) {
    if (end + 2 < n && s[end] == ':' && s[end + 1] == '/' && s[end + 2] == '/') {
      return url(end + 3);
    }
    if (end - at == 2 && end < n && s[end] == ':' && Chars.startsWith(s, at, n, "ft:")) {
      int model = runEnd(at);
      if (FieldGrammar.model(new String(s, at, model - at)) != null) {
        return model;
      }
    }
    int key = key(at, end);
    if (key > at) {
      return continued(key);
    }
    if (announcesSecret(at, end)) {
      return mark(firstOfSecret(end + 1), runEnd(firstOfSecret(end + 1)));
    }
    if (isIdName(at, end)) {
      exempt = valueEnd(end);
    }
    if (MayBeSecret.name(s, at, end) || (phrase < at && MayBeSecret.name(s, phrase, end))) {
      SecretName alone = SecretName.of(s, at, end);
      SecretName says = phrase < at ? stronger(alone, SecretName.of(s, phrase, end)) : alone;
      if (says != SecretName.NONE) {
        return Math.max(end, value(phrase, at, end, says));
      }
    }
    return handsOver(at, end) ? afterHandingOver(end) : end;
  }

  private static SecretName stronger(SecretName one, SecretName other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Names of what helps to find a call or a version, and opens nothing. */
  private boolean isIdName(int from, int to) {
    for (String name :
        new String[] {
          "commit", "sha", "sha1", "sha256", "md5", "digest", "revision", "etag", "ray"
        }) {
      if (Chars.endsWith(s, to, name)
          && (to - from == name.length() || s[to - name.length() - 1] == '-')) {
        return true;
      }
    }
    if (to - from < 2 || !Chars.endsWith(s, to, "id")) {
      return false;
    }
    int start = Math.max(from - 12, 0);
    for (String word : new String[] {"request", "trace", "span", "correlation"}) {
      for (int i = start; i + word.length() <= to; i++) {
        if (Chars.startsWith(s, i, to, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Behind a hexadecimal id, or a UUID, that follows. */
  private int valueEnd(int from) {
    int at = from;
    while (at < n && at < from + 6 && (" :=[(".indexOf(s[at]) >= 0 || isQuote(s[at]))) {
      at++;
    }
    int end = at;
    while (end < n && end - at < 70 && (Character.digit(s[end], 16) >= 0 || s[end] == '-')) {
      end++;
    }
    int size = end - at;
    if (size >= 17 && s[at + 16] == '-') {
      size = 16; // A data centre follows.
    } else if (end < n && isIdent(s[end])) {
      return 0;
    }
    return size == 16 || size == 32 || size == 36 || size == 40 || size == 64 ? end : 0;
  }

  // --- Values of names.

  private int value(int phrase, int name, int end, SecretName says) {
    int at = end;
    if (isNamedFunction(name)) {
      return end;
    }
    while (at < n && at < end + 3 && (isQuote(s[at]) || s[at] == ']')) {
      at++;
    }
    boolean quoted = at > end && isQuote(s[at - 1]);
    int sign = blanksEnd(at);
    if (sign >= n) {
      return end;
    }
    char c = s[sign];
    boolean sentence = phrase < name || (sign > at && !quoted);
    if (c == ':' || c == '=' || (c == '-' && sign + 1 < n && s[sign + 1] == '>')) {
      int from = sign + 1;
      while (from < n && from < sign + 3 && ":=>".indexOf(s[from]) >= 0) {
        from++;
      }
      boolean prose = c == ':' && phrase < name && from < n && s[from] == ' ';
      return assigned(name, from, says, prose);
    }
    if (c == '>' && sign == at) {
      int open = sign + 1;
      return is(open, CDATA)
          ? marked(open + CDATA.length(), indexOfCdataEnd(open), says)
          : marked(open, indexOf('<', open), says);
    }
    if (quoted && (c == ',' || isWordAt(sign, "value"))) {
      return pair(name, c == ',' ? blanksEnd(sign + 1) : sign, says);
    }
    if ((c == '(' || c == '[' || c == '{') && sign == end && says != SecretName.WEAK) {
      int close = closing(sign);
      return close - sign <= 3 ? end : marked(sign + 1, close, says);
    }
    if (name >= 2 && s[name - 1] == '-' && sign > at) {
      return marked(sign, unquotedEnd(sign), says);
    }
    return sentence ? inSentence(sign, says, end) : end;
  }

  private int indexOfCdataEnd(int open) {
    int limit = Math.min(n, open + LONGEST_VALUE);
    int end = indexOf("]]>", open, limit);
    return end < 0 ? limit : end;
  }

  /** {@code function 'get_secret'}: a name of the user's tools, which holds no value. */
  private boolean isNamedFunction(int name) {
    if (name < 3 || !isQuote(s[name - 1]) || s[name - 2] != ' ') {
      return false;
    }
    return Chars.endsWith(s, name - 2, "function") || Chars.endsWith(s, name - 2, "tool");
  }

  /** {@code ("x-api-key", "…")} and {@code "name": "API_KEY", "value": "…"}. */
  private int pair(int name, int next, SecretName says) {
    int at = next;
    while (at < n && at < next + 3 && (isQuote(s[at]) || s[at] == 'b')) {
      at++;
    }
    if (isWordAt(at, "value")) {
      int sign = at + 5;
      while (sign < n && sign < at + 9 && (isQuote(s[sign]) || s[sign] == ' ')) {
        sign++;
      }
      return sign < n && (s[sign] == ':' || s[sign] == '=')
          ? assigned(name, sign + 1, SecretName.STRONG, false)
          : at;
    }
    int before = name - 1;
    while (before > 0 && before > name - 4 && (isQuote(s[before]) || s[before] == 'b')) {
      before--;
    }
    boolean inPair = before >= 0 && (s[before] == '(' || s[before] == '[');
    if (inPair && at > next && isQuote(s[at - 1])) {
      return marked(at, quoteEnd(at - 1), SecretName.STRONG);
    }
    return next;
  }

  private boolean isWordAt(int at, String word) {
    return Chars.startsWith(s, at, n, word)
        && (at + word.length() == n || !isIdent(s[at + word.length()]));
  }

  /** Behind the sign of an assignment. */
  private int assigned(int name, int from, SecretName says, boolean prose) {
    int at = blanksEnd(from);
    if (at >= n || is(at, REDACTED)) {
      return at >= n ? n : at + REDACTED.length();
    }
    if (s[at] == '|' || (s[at] == '>' && at > from)) {
      int line = indexOf('\n', at);
      return line - at > 3
          ? at
          : marked(blanksAndLines(line), indexOf('\n', blanksAndLines(line)), says);
    }
    if (s[at] == '\n') {
      return prose && says == SecretName.STRONG ? sentence(blanksAndLines(at)) : at;
    }
    if ((s[at] == 'b' || s[at] == 'u' || s[at] == 'r' || s[at] == 'f')
        && at + 1 < n
        && isQuote(s[at + 1])) {
      at++;
    }
    if (isQuote(s[at])) {
      int open = at;
      while (at + 1 < n && s[at + 1] == s[open] && at < open + 2) {
        at++; // Three quotes, or none between two.
      }
      if (at == open + 1) {
        return at + 1;
      }
      int close = quoteEnd(at);
      return namesTheNext(close) ? at + 1 : marked(at + 1, close, says);
    }
    if (says == SecretName.HEADER) {
      int end = headerEnd(at);
      return isExample(at, end) ? end : mark(at, end);
    }
    if (s[at] == '[' || s[at] == '(' || s[at] == '{') {
      if (says == SecretName.STRONG) {
        return s[at] == '{' && hasNames(at) ? at : marked(at + 1, closing(at), says);
      }
      return at + 1 < n && !isQuote(s[at + 1]) && s[at] == '['
          ? marked(at + 1, unquotedEnd(at + 1), says)
          : at;
    }
    if (prose && says == SecretName.STRONG) {
      return sentence(at);
    }
    return marked(at, fieldEnd(name, at), says);
  }

  /** {@code Authorization: Bearer YOUR_KEY}, as OpenAI itself says it. */
  private boolean isExample(int from, int to) {
    int blank = lastIndexOf(' ', from, to);
    return blank > 0 && Chars.startsWith(s, blank + 1, to, "your");
  }

  /** {@code key="password">…} and {@code key="ApiKey" value="…"}: this value is a name. */
  private boolean namesTheNext(int close) {
    int next = blanksEnd(close + 1);
    return next < n && (s[next] == '>' || (next > close + 1 && isWordAt(next, "value")));
  }

  /** Objects have names of their own, which say what they hold. */
  private boolean hasNames(int open) {
    int at = blanksAndLines(open + 1);
    return at < n && isQuote(s[at]);
  }

  /** In a map or record that prints itself, the value goes on to the next name or the bracket. */
  private int fieldEnd(int name, int at) {
    int end = unquotedEnd(at);
    int before = name - 1;
    while (before >= 0 && name - before < 3 && s[before] == ' ') {
      before--;
    }
    boolean inside = before >= 0 && "{[(,;".indexOf(s[before]) >= 0;
    if (!inside || end >= n || s[end] != ' ') {
      return end;
    }
    int limit = Math.min(n, at + LONGEST_PART);
    for (int i = end; i < limit; i++) {
      char c = s[i];
      if (c == '\n' || c == '{' || c == '[' || c == '(' || isQuote(c)) {
        return end;
      }
      if (c == '}' || c == ']' || c == ')' || ((c == ',' || c == ';') && beginsName(i + 1))) {
        return i;
      }
    }
    return end;
  }

  private int marked(int from, int to, SecretName says) {
    return isHarmless(from, to, says) ? Math.max(from, scanOn(from)) : continued(mark(from, to));
  }

  /** What is kept is looked at like any other word. */
  private static int scanOn(int from) {
    return from;
  }

  private boolean isHarmless(int from, int to, SecretName says) {
    int size = to - from;
    if (size <= 0) {
      return true;
    }
    boolean digits = true;
    boolean plain = true;
    boolean mask = true;
    for (int i = from; i < to; i++) {
      char c = s[i];
      digits &= Chars.isDigit(c) || c == ',' || c == '.' || c == ' ';
      plain &= (c >= 'a' && c <= 'z') || c == '_' || c == '.' || c == '-';
      mask &= "*.-_<>{}()[]$,;:!?'\" \u2022\u2026".indexOf(c) >= 0;
    }
    if (mask) {
      return true;
    }
    if (size <= 9 && NO_VALUES.contains(new String(s, from, size).toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (Chars.startsWith(s, from, to, "your") || (s[from] == '<' && s[to - 1] == '>')) {
      return true;
    }
    return switch (says) {
      case COUNT -> digits || (plain && !RandomWord.is(s, from, to));
      case WEAK -> (digits && size < 5) || (plain && size <= 20 && !RandomWord.is(s, from, to));
      default -> false;
    };
  }

  /** Until blank or quote, but no further than the next pair, or the bracket around it. */
  private int unquotedEnd(int from) {
    int depth = 0;
    int limit = Math.min(n, from + LONGEST_VALUE);
    int at = from;
    while (at < limit && s[at] > ' ') {
      char c = s[at];
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
        if (depth < 0 && endsHere(at + 1)) {
          return at;
        }
      } else if (c == '<' && at + 1 < n && s[at + 1] == '/') {
        return at;
      } else if ((c == ',' || c == ';' || c == '&' || c == '|' || isQuote(c)) && endsHere(at + 1)) {
        return at;
      }
      at++;
    }
    return withoutSentence(from, at);
  }

  /** The full stop of a sentence is none of a key's. */
  private int withoutSentence(int from, int end) {
    int at = end;
    while (at > from + 1 && ".,:;".indexOf(s[at - 1]) >= 0) {
      at--;
    }
    return at;
  }

  /** Whether what follows is no part of a value any more. */
  private boolean endsHere(int at) {
    int next = at;
    while (next < n && next < at + 4 && (isQuote(s[next]) || ")]}>,;".indexOf(s[next]) >= 0)) {
      next++;
    }
    return next >= n || s[next] <= ' ' || beginsName(next) || next == at + 4;
  }

  private boolean beginsName(int from) {
    int at = from;
    while (at < n && at < from + 3 && (s[at] == ' ' || isQuote(s[at]))) {
      at++;
    }
    int end = at;
    while (end < n && end < at + 40 && (isIdent(s[end]) || s[end] == '-' || s[end] == '.')) {
      end++;
    }
    while (end < n && end > at && isQuote(s[end]) && end < at + 42) {
      end++;
    }
    return end > at && end < n && (s[end] == '=' || s[end] == ':');
  }

  /** A header's value: a scheme and its parameters, or cookies. */
  private int headerEnd(int from) {
    int at = from;
    while (at < n && (s[at] == '[' || s[at] == '(')) {
      at++;
    }
    int end = headerPart(at);
    int scheme = end;
    if (scheme < n
        && s[scheme] == ' '
        && SCHEMES.contains(
            new String(s, at, Math.min(40, scheme - at)).toLowerCase(Locale.ROOT))) {
      end = headerPart(blanksEnd(scheme));
    }
    int limit = Math.min(n, from + LONGEST_VALUE);
    while (end < limit && (s[end] == ';' || s[end] == ',')) {
      int next = blanksEnd(end + 1);
      int name = next;
      while (name < limit && (isIdent(s[name]) || s[name] == '-' || s[name] == '.')) {
        name++;
      }
      if (name == next || name >= limit || s[name] != '=') {
        return end;
      }
      end = headerPart(next);
    }
    return end;
  }

  private int headerPart(int from) {
    int at = from;
    int limit = Math.min(n, from + LONGEST_VALUE);
    while (at < limit && s[at] > ' ') {
      char c = s[at];
      if (c == '"' && at > from && s[at - 1] == '=') {
        at = Math.min(limit - 1, quoteEnd(at));
      } else if (c == '"' || c == '\'') {
        return at;
      } else if ((c == ']' || c == '}' || c == ')' || c == ';' || c == ',')
          && (at + 1 >= n
              || s[at + 1] <= ' '
              || ")]},;".indexOf(s[at + 1]) >= 0
              || isQuote(s[at + 1]))) {
        return at;
      }
      at++;
    }
    return withoutSentence(from, at);
  }

  /** The quote that ends a value; it may hold some itself. */
  private int quoteEnd(int open) {
    int limit = Math.min(n, open + LONGEST_VALUE);
    int first = -1;
    for (int i = open + 1; i < limit; i++) {
      char c = s[i];
      if (c == '\n' && first < 0 && i > open + LONGEST_PART) {
        return i;
      }
      if (c == s[open] || (c == '\'' && s[open] == '`')) {
        if (endsHere(i + 1) || ends(i + 1)) {
          return i;
        }
        first = first < 0 ? i : first;
      }
    }
    return first < 0 ? limit : first;
  }

  private boolean ends(int at) {
    return at >= n || ").]}:>/".indexOf(s[at]) >= 0;
  }

  private int closing(int open) {
    char opening = s[open];
    char close = opening == '(' ? ')' : opening == '[' ? ']' : '}';
    int depth = 0;
    int limit = Math.min(n, open + LONGEST_VALUE);
    for (int i = open; i < limit; i++) {
      if (s[i] == opening) {
        depth++;
      } else if (s[i] == close) {
        depth--;
        if (depth == 0) {
          return i;
        }
      } else if (s[i] == '\n') {
        return i;
      }
    }
    return limit;
  }

  // --- Secrets in sentences.

  /** {@code API key X is invalid}, {@code the password is X}, {@code key 'X' not found}. */
  private int inSentence(int from, SecretName says, int end) {
    int at = from;
    boolean linked = false;
    for (int words = 0; words < 3 && at < n; words++) {
      int to = identEnd(at);
      if (to == at || to - at > 10) {
        break;
      }
      String word = new String(s, at, to - at).toLowerCase(Locale.ROOT);
      boolean handed = SecretName.HANDED_OVER.contains(word);
      if (!handed && !LINKS.contains(word)) {
        break;
      }
      linked = true;
      int next = blanksEnd(to);
      if (next < n && (s[next] == ':' || s[next] == '=')) {
        return says == SecretName.COUNT ? end : sentence(blanksEnd(next + 1));
      }
      at = next;
    }
    if (at >= n || says == SecretName.COUNT) {
      return end;
    }
    if (isQuote(s[at])) {
      int close = quoteEnd(at);
      boolean harmless =
          isHarmless(at + 1, close, SecretName.WEAK)
              || (says == SecretName.WEAK && isPath(at + 1, close));
      return harmless ? end : continued(mark(at + 1, close));
    }
    int to = unquotedEnd(at);
    return isNoWord(at, to, says == SecretName.STRONG || linked) ? mark(at, to) : end;
  }

  /** A parameter of a request, or a name of something. */
  private boolean isPath(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isIdent(s[i]) && "-.[]$/".indexOf(s[i]) < 0) {
        return false;
      }
    }
    return to - from <= 40 && !RandomWord.is(s, from, to);
  }

  /** No word of a sentence, no number and no address. */
  private boolean isNoWord(int from, int to, boolean certain) {
    int letters = 0;
    int digits = 0;
    int marks = 0;
    int capitals = 0;
    for (int i = from; i < to; i++) {
      char c = s[i];
      letters += Character.isLetter(c) ? 1 : 0;
      digits += Chars.isDigit(c) ? 1 : 0;
      capitals += i > from && Character.isUpperCase(c) ? 1 : 0;
      marks += "!@#$%^&*+=~?".indexOf(c) >= 0 ? 1 : 0;
      if (c == ':' && i + 2 < to && s[i + 1] == '/' && s[i + 2] == '/') {
        return false;
      }
    }
    if (letters == 0 || to - from < 5) {
      return false;
    }
    boolean mixed = digits > 0 || marks > 0 || (capitals > 0 && capitals < letters - 1);
    return certain ? mixed : mixed && to - from >= 8 && (marks > 0 || digits > 1);
  }

  /** Whether the word ends a phrase like "the following was provided". */
  private boolean handsOver(int from, int to) {
    return to < n
        && s[to] == ':'
        && (isWord(from, to, "provided") || isWord(from, to, "supplied"))
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

  private boolean isWord(int from, int to, String word) {
    return to - from == word.length() && Chars.startsWith(s, from, to, word);
  }

  private int afterHandingOver(int end) {
    return sentence(blanksAndLines(end + 1));
  }

  /** A key that may hold anything, until the text goes on as texts do behind a key. */
  private int sentence(int from) {
    if (from >= n || is(from, REDACTED)) {
      return from;
    }
    int limit = Math.min(n, from + LONGEST_KEY_IN_SENTENCE);
    int own = indexOf(". You can ", from, limit);
    if (own >= 0) {
      return markKey(from, own);
    }
    for (int i = from; i < limit; i++) {
      char c = s[i];
      if (c == '\n') {
        return markKey(from, i);
      }
      if ((c == '.' || c == ',' || c == ';') && i + 2 < n && s[i + 1] == ' ' && goesOn(i + 2)) {
        return markKey(from, i);
      }
      if (c == ' '
          && i + 2 < n
          && (s[i + 1] == '(' || s[i + 1] == '[')
          && beginsWordThatNames(i + 2)) {
        return markKey(from, i);
      }
      if (isQuote(c) && i > from && closesString(i)) {
        return markKey(from, i);
      }
    }
    return markKey(from, limit);
  }

  private int markKey(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && (isQuote(s[start]) || s[start] == ' ')) {
      start++;
    }
    while (end > start && (isQuote(s[end - 1]) || s[end - 1] == ' ' || s[end - 1] == '.')) {
      end--;
    }
    if (start < end && !isHarmless(start, end, SecretName.STRONG)) {
      mark(start, end);
    }
    return Math.max(to, from);
  }

  private boolean goesOn(int at) {
    int end = identEnd(at);
    if (end >= n || s[end] == '=' || s[end] == ':') {
      return end > at && end < n && beginsName(at);
    }
    return s[end] == ' ' && end - at < 10 && GOES_ON.contains(new String(s, at, end - at));
  }

  private boolean beginsWordThatNames(int at) {
    for (String word :
        new String[] {"request", "status", "http", "code", "type", "trace", "param"}) {
      if (Chars.startsWith(s, at, n, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean closesString(int at) {
    int next = blanksEnd(at + 1);
    return next >= n || "}],)\n".indexOf(s[next]) >= 0;
  }

  private boolean announcesSecret(int from, int to) {
    boolean bearer = isWord(from, to, "bearer");
    if (!bearer && !isWord(from, to, "basic")) {
      return false;
    }
    int at = firstOfSecret(to + 1);
    if (to >= n
        || (s[to] != ' ' && s[to] != '=' && s[to] != ':' && s[to] != '+')
        || at >= n
        || s[at] == '\n'
        || is(at, REDACTED)) {
      return false;
    }
    int end = runEnd(at);
    if (end == at || Chars.startsWith(s, at, end, "your")) {
      return false;
    }
    String next = new String(s, at, Math.min(end - at, 20)).toLowerCase(Locale.ROOT);
    return bearer ? !SPOKEN_OF.contains(next) : end - at >= 6 && isNoWord(at, end, true);
  }

  private int firstOfSecret(int from) {
    int at = from;
    while (at < n && at < from + 4 && (s[at] == ' ' || isQuote(s[at]))) {
      at++;
    }
    return at;
  }

  private int runEnd(int from) {
    int at = from;
    while (at < n && s[at] > ' ' && !isQuote(s[at]) && ",;<>()[]{}".indexOf(s[at]) < 0) {
      at++;
    }
    return withoutSentence(from, at);
  }

  // --- Words that are keys by themselves.

  /** Where the key ends that begins or stands in this word; {@code at} if it is none. */
  private int key(int at, int end) {
    int to = keyEnd(end);
    if (isId(at, to) || at < exempt) {
      return at;
    }
    boolean begins = true;
    for (int i = at; i < to; i++) {
      boolean letter = isLetterOrDigit(s[i]);
      boolean inside = i > at && (s[i - 1] == '-' || s[i - 1] == '_');
      if (letter && begins && SecretPrefixes.begins(s, i, partEnd(i, to), inside)) {
        return mark(extended(at, inside ? partStart(at, i) : i), base64End(i, to));
      }
      begins = !letter;
    }
    if (to - at < SHORTEST_RANDOM || isUuid(at, to)) {
      return at;
    }
    return randomPart(at, to);
  }

  /** From the part of the word on that is random, and what hangs together with it. */
  private int randomPart(int at, int to) {
    int part = at;
    int run = at;
    boolean random = false;
    for (int i = at; i <= to; i++) {
      char c = i < to ? s[i] : '.';
      if (!isLetterOrDigit(c)) {
        random |= RandomWord.is(s, run, i);
        run = i + 1;
      }
      if (c == '.' || c == '/' || c == ':') {
        random |= RandomWord.is(s, part, i);
        if (random && !isId(part, i) && !isUuid(part, i)) {
          boolean base64 = base64End(at, to) == to;
          int from = base64 ? at : withFirstHalf(extended(at, part));
          return mark(from, Math.max(base64End(from, to), tail(i, to)));
        }
        random = false;
        part = i + 1;
      }
    }
    boolean joined = base64End(at, to) == to && to - at >= 24 && RandomWord.is(s, at, to);
    return joined || endsInUuid(at, to) ? mark(at, to) : at;
  }

  /** Where a part of a path ends. */
  private int partEnd(int from, int to) {
    int slash = indexOf('/', from, to);
    return slash < 0 ? to : slash;
  }

  /** Where the word ends if it is written in base 64, of which slashes are part; else its part. */
  private int base64End(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isLetterOrDigit(s[i]) && "+/=".indexOf(s[i]) < 0) {
        return partEnd(from, to);
      }
    }
    return to;
  }

  /** A UUID with something before it is no id of a call. */
  private boolean endsInUuid(int at, int to) {
    return to - at > 37 && (s[to - 37] == '-' || s[to - 37] == '_') && isUuid(to - 36, to);
  }

  /** Where the parts before begin that are no words either. */
  private int extended(int at, int found) {
    int from = found;
    int part = found;
    while (part > at) {
      int end = part - 1;
      int start = end;
      while (start > at && isLetterOrDigit(s[start - 1])) {
        start--;
      }
      boolean isShort = end - start <= SHORT_PART;
      if (!isShort && !isNoWord(start, end, true)) {
        return from;
      }
      from = isShort ? from : start;
      part = start;
    }
    return from;
  }

  /** Tokens of bots and devices are two words with a colon between them. */
  private int withFirstHalf(int from) {
    int end = from - 1;
    if (end < 4 || s[end] != ':') {
      return from;
    }
    int start = end;
    boolean digits = true;
    while (start > 0 && end - start < 40 && (isIdent(s[start - 1]) || s[start - 1] == '-')) {
      start--;
      digits &= Chars.isDigit(s[start]);
    }
    return (digits && end - start >= 6) || isNoWord(start, end, true) ? start : from;
  }

  /** Where the part of the word begins that ends here. */
  private int partStart(int at, int found) {
    int from = found;
    while (from > at && (isIdent(s[from - 1]) || s[from - 1] == '-')) {
      from--;
    }
    return from;
  }

  /** Behind the parts that are no words either. */
  private int tail(int at, int to) {
    int end = at;
    int run = at + 1;
    for (int i = at + 1; i <= to; i++) {
      if (i == to || !isLetterOrDigit(s[i])) {
        if (i > run && !isNoWord(run, i, true)) {
          return end;
        }
        end = i;
        run = i + 1;
      }
    }
    return end;
  }

  private boolean isId(int from, int to) {
    for (String id : IDS) {
      if (Chars.startsWith(s, from, to, id) && to - from <= id.length() + 60) {
        return true;
      }
    }
    return false;
  }

  private boolean isUuid(int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int i = from; i < to; i++) {
      int place = i - from;
      boolean dash = place == 8 || place == 13 || place == 18 || place == 23;
      if (dash ? s[i] != '-' : Character.digit(s[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private int keyEnd(int from) {
    int at = from;
    while (at < n && (isIdent(s[at]) || "-.+/~*%\u2022\u2026".indexOf(s[at]) >= 0)) {
      at++;
    }
    int padding = at;
    while (padding < n && padding < at + 2 && s[padding] == '=') {
      padding++;
    }
    boolean padded = padding == n || !isIdent(s[padding]);
    return padded && padding > at ? padding : withoutSentence(from, at);
  }

  /** A key that was wrapped: its rest is on the next line. */
  private int continued(int end) {
    if (end >= n || s[end] != '\n' || secret == null || end == 0 || !secret[end - 1]) {
      return end;
    }
    int at = blanksAndLines(end);
    int to = at;
    boolean digit = false;
    boolean letter = false;
    boolean upper = false;
    while (to < n && (isIdent(s[to]) || "-+/=".indexOf(s[to]) >= 0)) {
      digit |= Chars.isDigit(s[to]);
      upper |= s[to] >= 'A' && s[to] <= 'Z';
      letter |= s[to] >= 'a' && s[to] <= 'z';
      to++;
    }
    boolean random =
        to - at >= 4
            && ((digit && (letter || upper)) || (upper && letter && isNoWord(at, to, true)));
    return random ? continued(mark(at, to)) : end;
  }

  /** Stars in a key, with what is left of it on either side. */
  private int masked(int at) {
    int start = at;
    while (start > 0
        && at - start < LONGEST_PART
        && (isIdent(s[start - 1]) || s[start - 1] == '-')) {
      start--;
    }
    int end = keyEnd(at);
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += isLetterOrDigit(s[i]) ? 1 : 0;
    }
    return letters == 0 || (start == at && end - at < 4) ? end : mark(start, end);
  }

  private int pem(int at) {
    int end = indexOf(PEM_END, at, n);
    if (end < 0) {
      return mark(at, n);
    }
    int dashes = indexOf("-----", end + PEM_END.length(), n);
    return mark(at, dashes < 0 ? n : dashes + 5);
  }

  /** The lines before the end of a key whose beginning was cut off. */
  private int endOfCutPem(int at) {
    int start = at;
    while (start > 0
        && (isIdent(s[start - 1]) || "+/=\n ".indexOf(s[start - 1]) >= 0)
        && at - start < LONGEST_VALUE) {
      if (s[start - 1] == ' ' && (start < 2 || s[start - 2] != '\n') && at - start > 2) {
        break;
      }
      start--;
    }
    mark(start, at);
    return at + PEM_END.length();
  }

  // --- Addresses.

  /** Behind {@code ://}. */
  private int url(int from) {
    int end = urlEnd(from);
    int path = from;
    while (path < end && "/?#;".indexOf(s[path]) < 0) {
      path++;
    }
    int sign = lastIndexOf('@', from, path);
    boolean password = false;
    if (sign < 0) {
      int colon = indexOf(':', from, path);
      password = colon >= 0 && s[from] != '[' && colon + 1 < end && !Chars.isDigit(s[colon + 1]);
      sign = password ? lastIndexOf('@', path, end) : -1;
      if (password && sign < 0 && colon + 1 < path && "${<".indexOf(s[colon + 1]) < 0) {
        return mark(from, path);
      }
    }
    if (sign >= 0) {
      mark(from, sign);
      path = Math.max(path, sign + 1);
      while (path < end && "/?#".indexOf(s[path]) < 0) {
        path++;
      }
    }
    hook(sign + 1 > from ? sign + 1 : from, path, end);
    int query = indexOf('?', path, end);
    if (query < 0) {
      query = indexOf('#', path, end);
    }
    if (query >= 0) {
      query(query + 1, end);
    }
    return sign >= 0 ? sign + 1 : from;
  }

  private int urlEnd(int from) {
    int limit = Math.min(n, from + LONGEST_VALUE);
    int at = from;
    while (at < limit
        && s[at] > ' '
        && s[at] != '"'
        && s[at] != '<'
        && s[at] != '>'
        && s[at] != '`') {
      if (s[at] == '\'' && (at + 1 >= n || !isLetterOrDigit(s[at + 1]))) {
        break;
      }
      at++;
    }
    while (at > from && ".,;:)]}".indexOf(s[at - 1]) >= 0) {
      at--;
    }
    return at;
  }

  /** Whoever knows the path of a webhook may write there. */
  private void hook(int host, int path, int end) {
    int from = -1;
    for (int i = host; i < path && from < 0; i++) {
      boolean begins = i == host || !isLetterOrDigit(s[i - 1]);
      boolean named =
          Chars.startsWith(s, i, path, "hook") || Chars.startsWith(s, i, path, "webhook");
      from = begins && named ? path + 1 : -1;
    }
    int part = path + 1;
    for (int i = path + 1; i < end && from < 0; i++) {
      if (s[i] == '/' || s[i] == '?') {
        String word = new String(s, part, Math.min(i - part, 20)).toLowerCase(Locale.ROOT);
        from = HOOKS.contains(word) ? i + 1 : -1;
        part = i + 1;
      }
    }
    if (from >= 0 && from < end) {
      mark(from, end);
    }
  }

  private void query(int from, int end) {
    int name = from;
    while (name < end) {
      int next = name;
      int sign = -1;
      while (next < end && s[next] != '&' && s[next] != ';') {
        sign = sign < 0 && s[next] == '=' ? next : sign;
        next++;
      }
      if (sign > name) {
        queryValue(name, sign, next);
      }
      name = next + 1;
    }
  }

  private void queryValue(int name, int sign, int end) {
    boolean named =
        (sign - name <= 8
                && QUERY_NAMES.contains(new String(s, name, sign - name).toLowerCase(Locale.ROOT)))
            || SecretName.of(s, name, sign) != SecretName.NONE;
    if (named ? !isHarmless(sign + 1, end, SecretName.STRONG) : holdsRandomRun(sign + 1, end)) {
      mark(sign + 1, end);
    }
  }

  private boolean holdsRandomRun(int from, int to) {
    int run = from;
    for (int i = from; i <= to; i++) {
      if (i == to || !isLetterOrDigit(s[i])) {
        if (i - run >= 8 && isNoWord(run, i, true)) {
          return true;
        }
        run = i + 1;
      }
    }
    return false;
  }

  /** An e-mail address, or a password before a host. */
  private int atSign(int at) {
    if (at + 1 >= n || !(isIdent(s[at + 1]) || s[at + 1] == '[' || s[at + 1] == '/')) {
      return at + 1;
    }
    int start = at;
    int colon = -1;
    while (start > 0
        && at - start < LONGEST_PART
        && s[start - 1] > ' '
        && !isQuote(s[start - 1])
        && "<>(){}[],;|".indexOf(s[start - 1]) < 0) {
      start--;
      colon = s[start] == ':' ? start : colon;
    }
    int local = at;
    while (local > start && (isIdent(s[local - 1]) || ".+-%/=".indexOf(s[local - 1]) >= 0)) {
      local--;
    }
    int end = at + 1;
    int dot = -1;
    while (end < n
        && (isIdent(s[end])
            || s[end] == '-'
            || (s[end] == '.' && end + 1 < n && isIdent(s[end + 1])))) {
      dot = s[end] == '.' ? end : dot;
      end++;
    }
    if (colon >= 0
        && colon < at - 1
        && !Chars.startsWith(s, at + 1, n, "sha256")
        && !marks(colon + 1)) {
      boolean domain = dot > 0 && end - dot > 2 && Character.isLetter(s[dot + 1]);
      return Math.max(at + 1, mark(colon + 1, domain ? end : at));
    }
    if (local < at && dot > 0) {
      return mail(Math.max(local, lastIndexOf('=', local, at) + 1), dot, end);
    }
    return at + 1;
  }

  private int mail(int local, int dot, int end) {
    boolean domain = end - dot > 2 && Character.isLetter(s[dot + 1]);
    return domain && !marks(local) ? mark(local, end) : dot;
  }

  private boolean marks(int at) {
    return secret != null && secret[at];
  }

  // --- Characters.

  private boolean is(int at, String word) {
    if (at < 0 || at + word.length() > n) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (s[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int indexOf(char c, int from) {
    int found = indexOf(c, from, Math.min(n, from + LONGEST_VALUE));
    return found < 0 ? Math.min(n, from + LONGEST_VALUE) : found;
  }

  private int indexOf(char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private int lastIndexOf(char c, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (s[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private int indexOf(String word, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s[i] == word.charAt(0) && is(i, word)) {
        return i;
      }
    }
    return -1;
  }

  private int blanksEnd(int from) {
    int at = from;
    while (at < n && s[at] == ' ') {
      at++;
    }
    return at;
  }

  private int blanksAndLines(int from) {
    int at = from;
    while (at < n && (s[at] == ' ' || s[at] == '\n')) {
      at++;
    }
    return at;
  }

  /** Letters, digits and underscores, with single dashes and dots between them. */
  private int identEnd(int from) {
    int at = from;
    while (at < n
        && (isIdent(s[at])
            || ((s[at] == '-' || s[at] == '.') && at > from && at + 1 < n && isIdent(s[at + 1])))) {
      at++;
    }
    return at;
  }

  private static boolean isIdent(char c) {
    return Chars.isWord(c) || (c >= 128 && Character.isLetterOrDigit(c));
  }

  private static boolean isLetterOrDigit(char c) {
    return c != '_' && isIdent(c);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
