package dev.openaierrors.error;

/** Words that are keys by what they look like. */
final class SecretKeys {

  private static final int MAX_VALUE = 4096;
  private static final int MAX_PART = 256;
  private static final int SHORT_PART = 3;
  private static final int MAX_ID = 60;
  private static final int MAX_ID_WORD = 12;
  private static final int MIN_RANDOM = 14;
  private static final int MIN_JOINED = 24;
  private static final String PEM_END = "-----END";

  /** What begins ids of objects at OpenAI, which are useful and open nothing. */
  private static final String[] IDS =
      WordList.array(
          "req_ resp_ msg_ run_ thread_ batch_ call_ chatcmpl- cmpl- file- asst_ "
              + "ftjob- rs_ vs_ step_ gen-");

  /** The longest of them. */
  private static final int MAX_ID_BEGIN = 9;

  /** Names of what helps to find a version, and opens nothing. */
  private static final String[] VERSIONS = {
    "commit", "sha", "sha1", "sha256", "md5", "digest", "revision", "etag", "ray"
  };

  /** The last letters of these, and of what ends in {@code id}. */
  private static final String ID_NAME_ENDS = "ta165ngydTANGYD";

  /** What stands before "id" in names of what helps to find a call. */
  private static final String[] CALLS = {"request", "trace", "span", "correlation"};

  private final SecretText text;
  private final char[] s;
  private final int n;

  /** Behind this, ids of traces and requests may stand. */
  private int exempt;

  SecretKeys(SecretText text) {
    this.text = text;
    this.s = text.chars();
    this.n = text.length();
  }

  /** What is named as an id of a call, or of a version, is none before this place. */
  void exempt(int to) {
    exempt = to;
  }

  /**
   * Where the id ends that this word names, of a call or a version; 0 if it names none. Ids of
   * requests are no longer than a UUID: keys are, and whoever mixed the two up wrote one there.
   */
  int namedIdEnd(int from, int to) {
    if (ID_NAME_ENDS.indexOf(s[to - 1]) < 0) {
      return 0;
    }
    boolean version = false;
    for (String name : VERSIONS) {
      version |=
          Chars.endsWith(s, to, name)
              && (to - from == name.length() || s[to - name.length() - 1] == '-');
    }
    return version || namesCall(from, to) ? valueEnd(to, version) : 0;
  }

  private boolean namesCall(int from, int to) {
    if (to - from < 2 || !Chars.endsWith(s, to, "id")) {
      return false;
    }
    int start = Math.max(from - MAX_ID_WORD, 0);
    for (String word : CALLS) {
      for (int i = start; i + word.length() <= to; i++) {
        if (Chars.startsWith(s, i, to, word)) {
          return true;
        }
      }
    }
    return false;
  }

  private int valueEnd(int from, boolean version) {
    int at = from;
    while (at < n && at < from + 6 && (" :=[(".indexOf(s[at]) >= 0 || Chars.isAsciiQuote(s[at]))) {
      at++;
    }
    int end = at;
    while (end < n && end - at < 70 && (Character.digit(s[end], 16) >= 0 || s[end] == '-')) {
      end++;
    }
    int size = end - at;
    if (size >= 17 && s[at + 16] == '-') {
      size = 16; // A data centre follows.
    } else if (end < n && Chars.isIdent(s[end])) {
      return 0;
    }
    boolean id = size == 16 || size == 32 || size == 36;
    return id || (version && (size == 40 || size == 64)) ? end : 0;
  }

  /** Where the key ends that begins or stands in this word; {@code at} if it is none. */
  int key(int at, int end) {
    int to = keyEnd(end);
    if (isId(at, to) || at < exempt) {
      return at;
    }
    boolean begins = true;
    for (int i = at; i < to; i++) {
      boolean letter = Chars.isLetterOrDigit(s[i]);
      boolean inside = i > at && (s[i - 1] == '-' || s[i - 1] == '_');
      if (letter && begins && beginsKey(i, to, inside)) {
        return text.mark(extended(at, inside ? partStart(at, i) : i), base64End(i, to));
      }
      begins = !letter;
    }
    if (to - at < MIN_RANDOM || text.isUuid(at, to)) {
      return at;
    }
    return randomPart(at, to);
  }

  /** Up to the next slash, or in base 64, of which slashes are part. */
  private boolean beginsKey(int at, int to, boolean inside) {
    int part = partEnd(at, to);
    int base64 = base64End(at, to);
    return SecretPrefixes.begins(s, at, part, inside)
        || (base64 > part && SecretPrefixes.begins(s, at, base64, inside));
  }

  /** From the part of the word on that is random, and what hangs together with it. */
  private int randomPart(int at, int to) {
    int part = at;
    int run = at;
    boolean random = false;
    for (int i = at; i <= to; i++) {
      char c = i < to ? s[i] : '.';
      if (!Chars.isLetterOrDigit(c)) {
        random |= RandomWord.is(s, run, i);
        run = i + 1;
      }
      if (c == '.' || c == '/' || c == ':') {
        random |= RandomWord.is(s, part, i);
        if (random && !isId(part, i) && !text.isUuid(part, i)) {
          boolean base64 = base64End(at, to) == to;
          int from = withFirstHalf(base64 ? at : extended(at, part));
          return text.mark(from, Math.max(base64End(from, to), tail(i, to)));
        }
        random = false;
        part = i + 1;
      }
    }
    boolean joined =
        base64End(at, to) == to
            && to - at >= MIN_JOINED
            && (RandomWord.is(s, at, to) ? !DottedName.is(s, at, to) : isPadded(at, to));
    return joined || endsInUuid(at, to) ? text.mark(at, to) : at;
  }

  /**
   * As only base 64 is: of capitals, small letters and digits, with what fills it up behind them.
   */
  private boolean isPadded(int at, int to) {
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = at; i < to; i++) {
      upper |= Chars.isUpper(s[i]);
      lower |= Chars.isLower(s[i]);
      digit |= Chars.isDigit(s[i]);
    }
    return s[to - 1] == '=' && (to - at) % 4 == 0 && upper && lower && digit;
  }

  /** Where a part of a path ends. */
  private int partEnd(int from, int to) {
    int slash = text.indexOf('/', from, to);
    return slash < 0 ? to : slash;
  }

  /** Where the word ends if it is written in base 64, of which slashes are part; else its part. */
  private int base64End(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.isLetterOrDigit(s[i]) && "+/=".indexOf(s[i]) < 0) {
        return partEnd(from, to);
      }
    }
    return to;
  }

  /** A UUID with something before it is no id of a call. */
  private boolean endsInUuid(int at, int to) {
    return to - at > 37 && (s[to - 37] == '-' || s[to - 37] == '_') && text.isUuid(to - 36, to);
  }

  /** Where the parts before begin that are no words either. */
  private int extended(int at, int found) {
    int from = found;
    int part = found;
    while (part > at) {
      int end = part - 1;
      int start = end;
      while (start > at && Chars.isLetterOrDigit(s[start - 1])) {
        start--;
      }
      boolean isShort = end - start <= SHORT_PART;
      if (!isShort && !ValueShape.isNoWord(s, start, end, true)) {
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
    while (start > 0 && end - start < 40 && (Chars.isIdent(s[start - 1]) || s[start - 1] == '-')) {
      start--;
      digits &= Chars.isDigit(s[start]);
    }
    return (digits && end - start >= 6) || ValueShape.isNoWord(s, start, end, true) ? start : from;
  }

  /** Where the part of the word begins that ends here. */
  private int partStart(int at, int found) {
    int from = found;
    while (from > at && (Chars.isIdent(s[from - 1]) || s[from - 1] == '-')) {
      from--;
    }
    return from;
  }

  /** Behind the parts that are no words either. */
  private int tail(int at, int to) {
    int end = at;
    int run = at + 1;
    for (int i = at + 1; i <= to; i++) {
      if (i == to || !Chars.isLetterOrDigit(s[i])) {
        if (i > run && !ValueShape.isNoWord(s, run, i, true)) {
          return end;
        }
        end = i;
        run = i + 1;
      }
    }
    return end;
  }

  private boolean isId(int from, int to) {
    // Nearly every word is none, and all are asked.
    int last = Math.min(to, from + MAX_ID_BEGIN);
    int mark = from;
    while (mark < last && s[mark] != '_' && s[mark] != '-') {
      mark++;
    }
    if (mark == last) {
      return false;
    }
    for (String id : IDS) {
      int rest = from + id.length();
      if (Chars.startsWith(s, from, to, id) && to - rest <= MAX_ID) {
        return isAlphanumeric(rest, to) || text.isUuid(rest, to);
      }
    }
    return false;
  }

  private boolean isAlphanumeric(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.isLetterOrDigit(s[i])) {
        return false;
      }
    }
    return true;
  }

  private int keyEnd(int from) {
    int at = from;
    int limit = Math.min(n, from + MAX_VALUE);
    while (at < limit && (Chars.isIdent(s[at]) || "-.+/~*%\u2022\u2026".indexOf(s[at]) >= 0)) {
      at++;
    }
    int padding = at;
    while (padding < n && padding < at + 2 && s[padding] == '=') {
      padding++;
    }
    boolean padded = padding == n || !Chars.isIdent(s[padding]);
    return padded && padding > at ? padding : text.withoutSentence(from, at);
  }

  /** Stars in a key, with what is left of it on either side. */
  int masked(int at) {
    int start = at;
    while (start > 0
        && at - start < MAX_PART
        && (Chars.isIdent(s[start - 1]) || s[start - 1] == '-')) {
      start--;
    }
    int end = keyEnd(at);
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += Chars.isLetterOrDigit(s[i]) ? 1 : 0;
    }
    return letters == 0 || (start == at && end - at < 4) ? end : text.mark(start, end);
  }

  int pem(int at) {
    int end = text.indexOf(PEM_END, at, n);
    if (end < 0) {
      return text.mark(at, n);
    }
    int dashes = text.indexOf("-----", end + PEM_END.length(), n);
    return text.mark(at, dashes < 0 ? n : dashes + 5);
  }

  /** The lines before the end of a key whose beginning was cut off. */
  int endOfCutPem(int at) {
    int start = at;
    while (start > 0
        && (Chars.isIdent(s[start - 1]) || "+/=\n ".indexOf(s[start - 1]) >= 0)
        && at - start < MAX_VALUE) {
      if (s[start - 1] == ' ' && (start < 2 || s[start - 2] != '\n') && at - start > 2) {
        break;
      }
      start--;
    }
    text.mark(start, at);
    return at + PEM_END.length();
  }
}
