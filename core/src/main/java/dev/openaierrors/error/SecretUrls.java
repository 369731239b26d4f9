package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;

/** Secrets in addresses: before the host, in the query, in the path of a webhook; e-mail. */
final class SecretUrls {

  private static final int MAX_VALUE = 4096;
  private static final int MAX_PART = 256;

  /** In the query of a URL, these are secrets, too. */
  private static final Set<String> QUERY_NAMES =
      Set.of("k", "p", "code", "ticket", "state", "policy", "x", "st", "skoid", "sktid", "u");

  private static final String[] HOOKS = {
    "webhook", "webhooks", "webhookb2", "hooks", "services", "incoming", "triggers", "workflows"
  };

  private final SecretText text;
  private final char[] s;
  private final int n;

  /** Where the last URL ends: one within it is part of its query, which was looked through. */
  private int lastEnd;

  SecretUrls(SecretText text) {
    this.text = text;
    this.s = text.chars();
    this.n = text.length();
  }

  /** Behind {@code ://}. */
  int url(int from) {
    boolean nested = from < lastEnd;
    int end = nested ? lastEnd : urlEnd(from);
    lastEnd = end;
    int path = from;
    while (path < end && "/?#;".indexOf(s[path]) < 0) {
      path++;
    }
    int sign = text.lastIndexOf('@', from, path);
    boolean password = false;
    if (sign < 0) {
      int colon = text.indexOf(':', from, path);
      password = colon >= 0 && s[from] != '[' && colon + 1 < end && !Chars.isDigit(s[colon + 1]);
      sign = password ? text.lastIndexOf('@', path, end) : -1;
      if (password && sign < 0 && colon + 1 < path && "${<".indexOf(s[colon + 1]) < 0) {
        return text.mark(from, path);
      }
    }
    if (sign >= 0) {
      text.mark(from, sign);
      path = Math.max(path, sign + 1);
      while (path < end && "/?#".indexOf(s[path]) < 0) {
        path++;
      }
    }
    if (nested) {
      return sign >= 0 ? sign + 1 : from;
    }
    hook(sign + 1 > from ? sign + 1 : from, path, end);
    int query = text.indexOf('?', path, end);
    if (query < 0) {
      query = text.indexOf('#', path, end);
    }
    if (query >= 0) {
      query(query + 1, end);
    }
    return sign >= 0 ? sign + 1 : from;
  }

  private int urlEnd(int from) {
    int limit = Math.min(n, from + MAX_VALUE);
    int at = from;
    while (at < limit
        && s[at] > ' '
        && s[at] != '"'
        && s[at] != '<'
        && s[at] != '>'
        && s[at] != '`') {
      if (s[at] == '\'' && (at + 1 >= n || !Chars.isLetterOrDigit(s[at + 1]))) {
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
      boolean begins = i == host || !Chars.isLetterOrDigit(s[i - 1]);
      boolean named =
          Chars.startsWith(s, i, path, "hook") || Chars.startsWith(s, i, path, "webhook");
      from = begins && named ? path + 1 : -1;
    }
    int part = path + 1;
    for (int i = path + 1; i < end && from < 0; i++) {
      if (s[i] == '/' || s[i] == '?') {
        from = isHook(part, i) ? i + 1 : -1;
        part = i + 1;
      }
    }
    if (from >= 0 && from < end) {
      text.mark(from, end);
    }
  }

  private boolean isHook(int from, int to) {
    for (String hook : HOOKS) {
      if (text.isWord(from, to, hook)) {
        return true;
      }
    }
    return false;
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
    if (named
        ? !ValueShape.isHarmless(s, sign + 1, end, SecretName.STRONG)
        : holdsRandomRun(sign + 1, end)) {
      text.mark(sign + 1, end);
    }
  }

  private boolean holdsRandomRun(int from, int to) {
    int run = from;
    for (int i = from; i <= to; i++) {
      if (i == to || !Chars.isLetterOrDigit(s[i])) {
        if (i - run >= 8 && ValueShape.isNoWord(s, run, i, true)) {
          return true;
        }
        run = i + 1;
      }
    }
    return false;
  }

  /** An e-mail address, or a password before a host. */
  int atSign(int at) {
    if (at + 1 >= n || !(Chars.isIdent(s[at + 1]) || s[at + 1] == '[' || s[at + 1] == '/')) {
      return at + 1;
    }
    int start = at;
    int colon = -1;
    while (start > 0
        && at - start < MAX_PART
        && s[start - 1] > ' '
        && !Chars.isAsciiQuote(s[start - 1])
        && "<>(){}[],;|".indexOf(s[start - 1]) < 0) {
      start--;
      colon = s[start] == ':' ? start : colon;
    }
    int local = at;
    while (local > start && (Chars.isIdent(s[local - 1]) || ".+-%/=".indexOf(s[local - 1]) >= 0)) {
      local--;
    }
    int end = at + 1;
    int dot = -1;
    while (end < n
        && (Chars.isIdent(s[end])
            || s[end] == '-'
            || (s[end] == '.' && end + 1 < n && Chars.isIdent(s[end + 1])))) {
      dot = s[end] == '.' ? end : dot;
      end++;
    }
    if (colon >= 0
        && colon < at - 1
        && !Chars.startsWith(s, at + 1, n, "sha256")
        && !text.marks(colon + 1)) {
      boolean domain = dot > 0 && end - dot > 2 && Character.isLetter(s[dot + 1]);
      return Math.max(at + 1, text.mark(colon + 1, domain ? end : at));
    }
    if (local < at && dot > 0) {
      return mail(Math.max(local, text.lastIndexOf('=', local, at) + 1), dot, end);
    }
    return at + 1;
  }

  private int mail(int local, int dot, int end) {
    boolean domain = end - dot > 2 && Character.isLetter(s[dot + 1]);
    return domain && !text.marks(local) ? text.mark(local, end) : dot;
  }
}
