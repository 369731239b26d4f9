package dev.openaierrors.error;

/** Secrets that are the value of a name, in whatever notation. */
final class SecretValues {

  private static final int MAX_VALUE = 4096;
  private static final int MAX_PART = 256;
  private static final String CDATA = "<![CDATA[";

  private final SecretText text;
  private final SecretSentences sentences;
  private final char[] s;
  private final int n;

  SecretValues(SecretText text, SecretSentences sentences) {
    this.text = text;
    this.sentences = sentences;
    this.s = text.chars();
    this.n = text.length();
  }

  /**
   * Marks the value of a name, whatever stands between the two.
   *
   * @param phrase where the name begins if the word before belongs to it, as in "api key"
   * @param name where its last word begins
   * @param end where the name ends
   * @return where to go on
   */
  int value(int phrase, int name, int end, SecretName says) {
    int at = end;
    if (isNamedFunction(name)) {
      return end;
    }
    while (at < n && at < end + 3 && (Chars.isAsciiQuote(s[at]) || s[at] == ']')) {
      at++;
    }
    boolean quoted = at > end && Chars.isAsciiQuote(s[at - 1]);
    int sign = text.blanksEnd(at);
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
      return text.is(open, CDATA)
          ? marked(open + CDATA.length(), indexOfCdataEnd(open), says)
          : marked(open, text.indexOf('<', open), says);
    }
    if (quoted && (c == ',' || text.isWordAt(sign, "value"))) {
      return pair(name, c == ',' ? text.blanksEnd(sign + 1) : sign);
    }
    if ((c == '(' || c == '[' || c == '{') && sign == end && says != SecretName.WEAK) {
      int close = text.closing(sign);
      return close - sign <= 3 ? end : marked(sign + 1, close, says);
    }
    boolean option = name >= 2 && s[name - 1] == '-' && says != SecretName.COUNT;
    if (option && sign == at && c == ',') {
      int next = text.nextArgument(end);
      return next == end ? end : argument(next, SecretName.STRONG);
    }
    if (sign > at && (option || isLogin(name))) {
      return argument(sign, s[name - 1] == '-' && s[name - 2] != '-' ? says : SecretName.STRONG);
    }
    return sentence ? sentences.inSentence(sign, says, end) : end;
  }

  /** Of an option of a command: {@code --password x}, {@code --key 'x y'}. */
  private int argument(int from, SecretName says) {
    int groups = text.groupsEnd(from);
    if (groups > from) {
      return text.mark(from, groups);
    }
    if (s[from] == '-') {
      return from;
    }
    return Chars.isAsciiQuote(s[from])
        ? marked(from + 1, text.quoteEnd(from), says)
        : marked(from, text.unquotedEnd(from), says);
  }

  /** {@code login jane password x}, as it stands in a .netrc file. */
  private boolean isLogin(int name) {
    int user = name - 1;
    while (user > 0 && name - user < MAX_PART && s[user - 1] > ' ') {
      user--;
    }
    return user > 1
        && s[name - 1] == ' '
        && user < name - 1
        && Chars.endsWith(s, user - 1, "login")
        && text.isWordAt(name, "password");
  }

  private int indexOfCdataEnd(int open) {
    int limit = Math.min(n, open + MAX_VALUE);
    int end = text.indexOf("]]>", open, limit);
    return end < 0 ? limit : end;
  }

  /** {@code function 'get_secret'}: a name of the user's tools, which holds no value. */
  private boolean isNamedFunction(int name) {
    if (name < 3 || !Chars.isAsciiQuote(s[name - 1]) || s[name - 2] != ' ') {
      return false;
    }
    return Chars.endsWith(s, name - 2, "function") || Chars.endsWith(s, name - 2, "tool");
  }

  /** {@code ("x-api-key", "…")} and {@code "name": "API_KEY", "value": "…"}. */
  private int pair(int name, int next) {
    int at = next;
    while (at < n && at < next + 3 && (Chars.isAsciiQuote(s[at]) || s[at] == 'b')) {
      at++;
    }
    if (text.isWordAt(at, "value")) {
      int sign = at + 5;
      while (sign < n && sign < at + 9 && (Chars.isAsciiQuote(s[sign]) || s[sign] == ' ')) {
        sign++;
      }
      return sign < n && (s[sign] == ':' || s[sign] == '=')
          ? assigned(name, sign + 1, SecretName.STRONG, false)
          : at;
    }
    int before = name - 1;
    while (before > 0 && before > name - 4 && (Chars.isAsciiQuote(s[before]) || s[before] == 'b')) {
      before--;
    }
    boolean inPair = before >= 0 && (s[before] == '(' || s[before] == '[');
    if (inPair && at > next && Chars.isAsciiQuote(s[at - 1])) {
      return marked(at, text.quoteEnd(at - 1), SecretName.STRONG);
    }
    return next;
  }

  /** Behind the sign of an assignment. */
  private int assigned(int name, int from, SecretName says, boolean prose) {
    int at = text.blanksEnd(from);
    if (at >= n || text.is(at, SecretText.REDACTED)) {
      return at >= n ? n : at + SecretText.REDACTED.length();
    }
    if (s[at] == '|' || (s[at] == '>' && at > from)) {
      int line = text.indexOf('\n', at);
      return line - at > 3
          ? at
          : marked(text.blanksAndLines(line), text.indexOf('\n', text.blanksAndLines(line)), says);
    }
    if (s[at] == '\n') {
      return onNextLine(name, text.blanksAndLines(at), says, prose);
    }
    if ((s[at] == 'b' || s[at] == 'u' || s[at] == 'r' || s[at] == 'f')
        && at + 1 < n
        && Chars.isAsciiQuote(s[at + 1])) {
      at++;
    }
    if (Chars.isAsciiQuote(s[at])) {
      int open = at;
      while (at + 1 < n && s[at + 1] == s[open] && at < open + 2) {
        at++; // Three quotes, or none between two.
      }
      if (at == open + 1) {
        return at + 1;
      }
      int close = text.quoteEnd(at);
      return isNameOfWhatFollows(close) ? at + 1 : marked(at + 1, close, says);
    }
    if (says == SecretName.HEADER) {
      int end = headerEnd(at);
      return isPlaceholder(at, end) ? end : text.mark(at, end);
    }
    if (s[at] == '[' || s[at] == '(' || s[at] == '{') {
      if (says == SecretName.STRONG) {
        return s[at] == '{' && hasNames(at) ? at : marked(at + 1, text.closing(at), says);
      }
      return at + 1 < n && !Chars.isAsciiQuote(s[at + 1]) && s[at] == '['
          ? marked(at + 1, text.unquotedEnd(at + 1), says)
          : at;
    }
    if (prose && says == SecretName.STRONG) {
      return sentences.sentence(at);
    }
    return marked(at, fieldEnd(name, at), says);
  }

  /** The value stands below its name, but for names of their own, and frames of a stack trace. */
  private int onNextLine(int name, int at, SecretName says, boolean prose) {
    if (at >= n || (says != SecretName.STRONG && !Chars.isAsciiQuote(s[at]))) {
      return at;
    }
    if (text.isWordAt(at, "at") || text.is(at, "Caused by") || text.beginsName(at)) {
      return at;
    }
    if (Chars.isAsciiQuote(s[at])) {
      return assigned(name, at, says, prose);
    }
    return prose ? sentences.sentence(at) : marked(at, text.indexOf('\n', at), says);
  }

  /** {@code Authorization: Bearer YOUR_KEY}, which OpenAI's own sentence says: nobody's key. */
  private boolean isPlaceholder(int from, int to) {
    int blank = text.lastIndexOf(' ', from, to);
    return blank > 0 && ValueShape.isPlaceholder(s, blank + 1, to);
  }

  /**
   * Whether what stands in these quotes is itself a name, whose value comes next: {@code
   * key="password">x}, {@code key="ApiKey" value="x"}.
   */
  private boolean isNameOfWhatFollows(int close) {
    int next = text.blanksEnd(close + 1);
    return next < n && (s[next] == '>' || (next > close + 1 && text.isWordAt(next, "value")));
  }

  /** Objects have names of their own, which say what they hold. */
  private boolean hasNames(int open) {
    int at = text.blanksAndLines(open + 1);
    return at < n && Chars.isAsciiQuote(s[at]);
  }

  /** In a map or record that prints itself, the value goes on to the next name or the bracket. */
  private int fieldEnd(int name, int at) {
    int groups = text.groupsEnd(at);
    if (groups > at) {
      return groups;
    }
    int end = text.unquotedEnd(at);
    int before = name - 1;
    while (before >= 0 && name - before < 3 && s[before] == ' ') {
      before--;
    }
    boolean inside = before >= 0 && "{[(,;".indexOf(s[before]) >= 0;
    if (!inside || end >= n || s[end] != ' ') {
      return end;
    }
    int limit = Math.min(n, at + MAX_PART);
    for (int i = end; i < limit; i++) {
      char c = s[i];
      if (c == '\n' || c == '{' || c == '[' || c == '(' || Chars.isAsciiQuote(c)) {
        return end;
      }
      if (c == '}' || c == ']' || c == ')' || ((c == ',' || c == ';') && text.beginsName(i + 1))) {
        return i;
      }
    }
    return end;
  }

  private int marked(int from, int to, SecretName says) {
    return ValueShape.isHarmless(s, from, to, says)
        ? from
        : text.continued(text.mark(from, sentences.schemeEnd(from, to)));
  }

  /** A header's value: a scheme and its parameters, or cookies. */
  private int headerEnd(int from) {
    int at = from;
    while (at < n && (s[at] == '[' || s[at] == '(')) {
      at++;
    }
    int end = headerPart(at);
    while (end < n && s[end] == ' ' && sentences.isScheme(at, end)) {
      end = headerPart(text.blanksEnd(end));
    }
    int limit = Math.min(n, from + MAX_VALUE);
    while (end < limit && (s[end] == ';' || s[end] == ',')) {
      int next = text.blanksEnd(end + 1);
      int name = next;
      while (name < limit && (Chars.isIdent(s[name]) || s[name] == '-' || s[name] == '.')) {
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
    int limit = Math.min(n, from + MAX_VALUE);
    while (at < limit && s[at] > ' ') {
      char c = s[at];
      if (c == '"' && at > from && s[at - 1] == '=') {
        at = Math.min(limit - 1, text.quoteEnd(at));
      } else if (c == '"' || c == '\'') {
        return at;
      } else if ((c == ']' || c == '}' || c == ')' || c == ';' || c == ',')
          && (at + 1 >= n
              || s[at + 1] <= ' '
              || ")]},;".indexOf(s[at + 1]) >= 0
              || Chars.isAsciiQuote(s[at + 1]))) {
        return at;
      }
      at++;
    }
    return text.withoutSentence(from, at);
  }
}
