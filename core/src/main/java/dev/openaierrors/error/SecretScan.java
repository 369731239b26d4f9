package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** The way through a text, from word to word, past everything that may be a secret. */
final class SecretScan {

  private static final String PEM = "-----BEGIN";
  private static final String PEM_END = "-----END";

  private final SecretText text;
  private final SecretKeys keys;
  private final SecretUrls urls;
  private final SecretSentences sentences;
  private final SecretValues values;
  private final SecretLogins logins;
  private final char[] s;
  private final int n;

  private SecretScan(SecretText text) {
    this.text = text;
    this.keys = new SecretKeys(text);
    this.urls = new SecretUrls(text);
    this.sentences = new SecretSentences(text);
    this.values = new SecretValues(text, sentences);
    this.logins = new SecretLogins(text);
    this.s = text.chars();
    this.n = text.length();
  }

  /** Of each character, whether it is part of a secret; null if there is none. */
  static boolean @Nullable [] secrets(char[] chars, int length) {
    SecretText text = new SecretText(chars, length);
    new SecretScan(text).scan();
    text.markRepeats();
    return text.secret();
  }

  private void scan() {
    int at = 0;
    int before = -1;
    while (at < n) {
      char c = s[at];
      if (Chars.isIdent(c)) {
        int end = text.identEnd(at);
        int start = before >= 0 && before < at && isOneBlank(before, at) ? before : at;
        int next = word(start, at, end);
        before = at;
        at = Math.max(next, at + 1);
      } else if (c == '-' && text.is(at, PEM)) {
        at = keys.pem(at);
        before = -1;
      } else if (c == '-' && text.is(at, PEM_END)) {
        at = keys.endOfCutPem(at);
      } else if (c == '@') {
        at = Math.max(at + 1, urls.atSign(at));
      } else if (c == '*' && at + 1 < n && s[at + 1] == ':') {
        at = Math.max(at + 1, logins.inPasswordFile(at));
      } else if ((c == '*' || c == '\u2022') && at + 1 < n && s[at + 1] == c) {
        at = keys.masked(at);
      } else {
        at++;
      }
    }
  }

  private boolean isOneBlank(int start, int at) {
    int end = text.identEnd(start);
    return end == at - 1 && s[end] == ' ';
  }

  /** A name, a URL, a key, or a word of a sentence; where to go on. */
  private int word(int phrase, int at, int end) {
    if (end + 2 < n && s[end] == ':' && s[end + 1] == '/' && s[end + 2] == '/') {
      return urls.url(end + 3);
    }
    if (end - at == 2 && end < n && s[end] == ':' && Chars.startsWith(s, at, n, "ft:")) {
      int model = text.runEnd(at);
      if (FieldGrammar.isModel(new String(s, at, model - at))) {
        return model;
      }
    }
    int login = logins.login(at, end);
    if (login > at) {
      return login;
    }
    int key = keys.key(at, end);
    if (key > at) {
      return text.continued(key);
    }
    if (sentences.announcesSecret(at, end)) {
      return text.mark(
          sentences.firstOfSecret(end + 1), text.runEnd(sentences.firstOfSecret(end + 1)));
    }
    int named = keys.namedIdEnd(at, end);
    if (named > 0) {
      keys.exempt(named);
    }
    boolean address = end < n && s[end] == '@';
    if (!address
        && (MayBeSecret.name(s, at, end) || (phrase < at && MayBeSecret.name(s, phrase, end)))) {
      SecretName alone = SecretName.of(s, at, end);
      SecretName says = phrase < at ? stronger(alone, SecretName.of(s, phrase, end)) : alone;
      if (says != SecretName.NONE) {
        return Math.max(end, values.value(phrase, at, end, says));
      }
    }
    return sentences.handsOver(at, end) ? sentences.afterHandingOver(end) : end;
  }

  private static SecretName stronger(SecretName one, SecretName other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
