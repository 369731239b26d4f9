package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * The text that all who look for secrets share: they mark in it what they find, and ask it where a
 * word, a value or a quotation ends. Positions are those of the folded text.
 */
final class SecretText extends Text {

  /** What stands in the place of a secret. */
  static final String REDACTED = "[redacted]";

  private static final String BEARER = "bearer";
  private static final int MAX_VALUE = 4096;
  // Of what is looked for a second time.
  private static final int MAX_REPEATS = 8;
  private static final int MIN_REPEATED = 5;
  private static final int MAX_REPEATED = 128;
  private static final int MAX_PART = 256;

  private final char[] s;
  private final int n;
  private boolean @Nullable [] secret;

  SecretText(char[] chars, int length) {
    super(chars, length);
    this.s = chars;
    this.n = length;
  }

  /** Of each character, whether it is secret; null if none is. */
  boolean @Nullable [] secret() {
    return secret;
  }

  /** Marks these characters as secret, unless they are what redaction left; where to go on. */
  int mark(int from, int to) {
    if (from >= to || is(from, REDACTED) || is(from - 1, REDACTED)) {
      return Math.max(from, to);
    }
    if (secret == null) {
      secret = new boolean[n + 1];
    }
    int end = behindBearer(from, to);
    for (int i = from; i < end; i++) {
      secret[i] = true;
    }
    return end;
  }

  /** Where the secret ends of which no more is taken than the word before it. */
  private int behindBearer(int from, int to) {
    int end = to;
    while (end < n && s[end] == ' ' && endsInBearer(from, end)) {
      int next = blanksEnd(end);
      int nextEnd = runEnd(next);
      if (nextEnd == next) {
        return end;
      }
      end = nextEnd;
    }
    return end;
  }

  private boolean endsInBearer(int from, int to) {
    int start = to - BEARER.length();
    return start >= from
        && Chars.endsWith(s, to, BEARER)
        && (start == from || !Chars.isIdent(s[start - 1]));
  }

  /** What was told to be a secret in one place is one wherever it stands. */
  void markRepeats() {
    boolean[] marked = secret;
    int runs = 0;
    for (int from = 0; marked != null && from < n && runs < MAX_REPEATS; from++) {
      if (marked[from] && (from == 0 || !marked[from - 1])) {
        int to = from;
        while (to < n && marked[to]) {
          to++;
        }
        if (to - from >= MIN_REPEATED && to - from <= MAX_REPEATED) {
          markLike(from, to);
          runs++;
        }
      }
    }
  }

  private void markLike(int from, int to) {
    int size = to - from;
    for (int at = 0; at + size <= n; at++) {
      boolean apart =
          (at == 0 || !Chars.isIdent(s[at - 1]))
              && (at + size == n || !Chars.isIdent(s[at + size]));
      if (apart && at != from && s[at] == s[from] && isSame(at, from, size)) {
        mark(at, at + size);
      }
    }
  }

  private boolean isSame(int one, int other, int size) {
    for (int i = 0; i < size; i++) {
      if (s[one + i] != s[other + i]) {
        return false;
      }
    }
    return true;
  }

  /** Of a command: behind a blank, or "=", or in a list that was printed; {@code end} if none. */
  int nextArgument(int end) {
    int at = end;
    while (at < n && at < end + 4 && (Chars.isAsciiQuote(s[at]) || s[at] == ',')) {
      at++;
    }
    int next = at < n && s[at] == '=' ? at + 1 : blanksEnd(at);
    return next > at && next < n ? next : end;
  }

  /** Where four groups of four small letters end, parted by blanks or dashes; else the start. */
  int groupsEnd(int from) {
    int at = from;
    for (int group = 0; group < 4; group++) {
      if (group > 0) {
        if (at >= n || (s[at] != ' ' && s[at] != '-')) {
          return from;
        }
        at++;
      }
      for (int end = at + 4; at < end; at++) {
        if (at >= n || s[at] < 'a' || s[at] > 'z') {
          return from;
        }
      }
    }
    return at < n && Chars.isIdent(s[at]) ? from : at;
  }

  /** Until blank or quote, but no further than the next pair, or the bracket around it. */
  int unquotedEnd(int from) {
    int depth = 0;
    int limit = Math.min(n, from + MAX_VALUE);
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
      } else if ((c == ',' || c == ';' || c == '&' || c == '|' || Chars.isAsciiQuote(c))
          && endsHere(at + 1)) {
        return at;
      }
      at++;
    }
    return withoutSentence(from, at);
  }

  /** The full stop of a sentence is none of a key's. */
  int withoutSentence(int from, int end) {
    int at = end;
    while (at > from + 1 && ".,:;".indexOf(s[at - 1]) >= 0) {
      at--;
    }
    return at;
  }

  /** Whether what follows is no part of a value any more. */
  private boolean endsHere(int at) {
    int next = at;
    while (next < n
        && next < at + 4
        && (Chars.isAsciiQuote(s[next]) || ")]}>,;".indexOf(s[next]) >= 0)) {
      next++;
    }
    return next >= n || s[next] <= ' ' || beginsName(next) || next == at + 4;
  }

  boolean beginsName(int from) {
    int at = from;
    while (at < n && at < from + 3 && (s[at] == ' ' || Chars.isAsciiQuote(s[at]))) {
      at++;
    }
    int end = at;
    while (end < n && end < at + 40 && (Chars.isIdent(s[end]) || s[end] == '-' || s[end] == '.')) {
      end++;
    }
    while (end < n && end > at && Chars.isAsciiQuote(s[end]) && end < at + 42) {
      end++;
    }
    return end > at && end < n && (s[end] == '=' || s[end] == ':');
  }

  /** The quote that ends a value; it may hold some itself. */
  int quoteEnd(int open) {
    int limit = Math.min(n, open + MAX_VALUE);
    int first = -1;
    for (int i = open + 1; i < limit; i++) {
      char c = s[i];
      if (c == '\n' && first < 0 && i > open + MAX_PART) {
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

  int closing(int open) {
    char opening = s[open];
    char close = opening == '(' ? ')' : opening == '[' ? ']' : '}';
    int depth = 0;
    int limit = Math.min(n, open + MAX_VALUE);
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

  /** Until blank, quote, bracket or comma. */
  int runEnd(int from) {
    int at = from;
    while (at < n && s[at] > ' ' && !Chars.isAsciiQuote(s[at]) && ",;<>()[]{}".indexOf(s[at]) < 0) {
      at++;
    }
    return withoutSentence(from, at);
  }

  /** A key that was wrapped: its rest is on the next line. */
  int continued(int end) {
    if (end >= n || s[end] != '\n' || secret == null || end == 0 || !secret[end - 1]) {
      return end;
    }
    int at = blanksAndLines(end);
    int to = at;
    boolean digit = false;
    boolean letter = false;
    boolean upper = false;
    while (to < n && (Chars.isIdent(s[to]) || "-+/=".indexOf(s[to]) >= 0)) {
      digit |= Chars.isDigit(s[to]);
      upper |= s[to] >= 'A' && s[to] <= 'Z';
      letter |= s[to] >= 'a' && s[to] <= 'z';
      to++;
    }
    boolean random =
        to - at >= 4
            && ((digit && (letter || upper))
                || (upper && letter && ValueShape.isNoWord(s, at, to, true)));
    return random ? continued(mark(at, to)) : end;
  }

  /** Whether the character is marked as secret. */
  boolean marks(int at) {
    return secret != null && secret[at];
  }

  int indexOf(char c, int from) {
    int found = indexOf(c, from, Math.min(n, from + MAX_VALUE));
    return found < 0 ? Math.min(n, from + MAX_VALUE) : found;
  }
}
