package dev.openaierrors.error;

import java.util.Set;

/** What the name of a value says of it: whether it is a secret. */
enum SecretName {
  /** Nothing of the kind. */
  NONE,
  /** Counts tokens or keys: a number is none, anything else is one. */
  COUNT,
  /** Perhaps: "key" and "token" are names of much else. */
  WEAK,
  /** Yes. */
  STRONG,
  /** Yes, to the end of the line: headers of several parts. */
  HEADER;

  private static final int MAX_PLACES = 64;
  private static final int MAX_LENGTH = 64;
  private static final int MIN_GLUED = 6;
  private static final int MAX_SIGN = 8;

  /** Say so wherever they stand in a name, glued to other words or not. */
  private static final String[] STEMS = {
    "passw",
    "passphrase",
    "passcode",
    "pwd",
    "secret",
    "credential",
    "apikey",
    "accesskey",
    "privatekey",
    "authtoken",
    "accesstoken",
    "refreshtoken",
    "bearertoken",
    "idtoken",
    "apitoken",
    "securitytoken",
    "sessid",
    "signature",
    "connectionstring",
    "kennwort",
    "contrase",
    "senha",
    "motdepasse",
    "\u043f\u0430\u0440\u043e\u043b\u044c",
    "\u5bc6\u7801",
    "\u5bc6\u94a5",
    "\u4ee4\u724c"
  };

  /** Words that say so where they stand alone in a name. */
  private static final Set<String> STRONG_WORDS =
      WordList.set(
          "pass passe pw sig sid jwt otp totp psk sas csrf xsrf hmac bearer pem "
              + "pin auth authentication dsn nonce routingkey");

  private static final Set<String> WEAK_WORDS = Set.of("key", "token", "session", "keys");

  /** Words that end in key and are none. */
  private static final Set<String> NO_KEYS =
      Set.of("monkey", "turkey", "donkey", "hockey", "jockey", "hotkey", "whiskey", "lackey");

  /** Last words of names that only describe a secret, or are names of classes. */
  private static final Set<String> DESCRIBES =
      WordList.set(
          "type types count counts limit limits length len size policy endpoint "
              + "timeout ttl expiry expires expired expiration age usage used remaining "
              + "budget rate algorithm alg field index version format status error "
              + "errors exception failure message reason required valid invalid present "
              + "missing found enabled disabled provider manager source service client "
              + "factory handler filter store repository util utils helper config "
              + "configuration controller holder builder impl validator interceptor "
              + "encoder decoder resolver parameter param position mode domain level "
              + "class prefix created closed started window minute min max per day "
              + "details breakdown method scheme strategy info");

  /** What codes of errors begin with; their message follows. */
  private static final Set<String> COMPLAINS =
      WordList.set(
          "invalid incorrect missing wrong expired no bad unknown revoked " + "unsupported");

  /** Before "key" in names of what tables and caches have. */
  private static final Set<String> ORDINARY =
      WordList.set(
          "primary foreign partition sort cache the a this for with public object "
              + "json map unexpected end special of in unique duplicate required "
              + "property next by invalid incorrect missing wrong unknown no");

  /** What stands between the name and its value in a sentence. */
  static final Set<String> HANDED_OVER =
      Set.of("provided", "supplied", "given", "received", "used", "value", "values", "sent", "got");

  /** What the name between these bounds says; words in it are parted by case, dashes or blanks. */
  static SecretName of(char[] text, int from, int to) {
    int start = Math.max(from, to - MAX_LENGTH);
    Words words = new Words();
    boolean descends = false;
    boolean sentence = false;
    // Of a dotted name only the last part counts: the others are objects, packages and hosts.
    for (int i = to - 1; i >= start && !descends; i--) {
      sentence |= text[i] == ' ';
      if (text[i] == '.' && !saysLittle(text, i + 1, to)) {
        start = i + 1;
        descends = true;
      }
    }
    words.read(text, start, to);
    return words.say(sentence);
  }

  /**
   * Whether the word stands somewhere in the text as the value of a name that says so, or behind
   * "provided:" and "Bearer"; or so often that nobody looks at every place.
   */
  static boolean hasValue(Text text, String word) {
    int places = 0;
    for (int at = 1; at + word.length() <= text.length(); at++) {
      if (text.at(at) == word.charAt(0)
          && !Chars.isIdent(text.at(at - 1))
          && text.is(at, word)
          && (++places > MAX_PLACES || isNamedSecret(text, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedSecret(Text text, int at) {
    int end = at;
    while (end > 0 && at - end < MAX_SIGN && " :=>\"'`\\([".indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0
        && end - start < MAX_LENGTH
        && (Chars.isIdent(text.at(start - 1)) || text.at(start - 1) == '-')) {
      start--;
    }
    return text.endsWith(end, "provided")
        || text.endsWith(end, "bearer")
        || of(text.chars(), start, end) != NONE;
  }

  /** Parts of dotted names that take their meaning from the part before. */
  private static boolean saysLittle(char[] text, int from, int to) {
    int size = to - from;
    return (size == 5 && Chars.startsWith(text, from, to, "value"))
        || (size == 5 && Chars.startsWith(text, from, to, "token"))
        || (size == 3 && Chars.startsWith(text, from, to, "key"))
        || (size == 2 && Chars.startsWith(text, from, to, "id"));
  }

  /** The words of one name. */
  private static final class Words {

    private final StringBuilder glued = new StringBuilder();
    private String first = "";
    private String last = "";
    private String beforeLast = "";
    private boolean strong;
    private boolean weak;
    private boolean plural;

    void read(char[] text, int from, int to) {
      int at = from;
      while (at < to) {
        int end = wordEnd(text, at, to);
        if (end == at) {
          at++;
        } else {
          take(lower(text, at, end));
          at = end;
        }
      }
    }

    private static int wordEnd(char[] text, int from, int to) {
      int end = from;
      while (end < to && Character.isLetter(text[end])) {
        boolean humps =
            end > from
                && Chars.isUpper(text[end])
                && (!Chars.isUpper(text[end - 1])
                    || (end + 1 < to && Chars.isLower(text[end + 1])));
        if (humps) {
          return end;
        }
        end++;
      }
      return end;
    }

    private void take(String word) {
      if (HANDED_OVER.contains(word) && !last.isEmpty()) {
        return;
      }
      first = first.isEmpty() ? word : first;
      beforeLast = last;
      last = word;
      glued.append(word);
      strong |= STRONG_WORDS.contains(word);
      weak =
          WEAK_WORDS.contains(word)
              || isGluedKey(word)
              || word.endsWith("token")
              || (weak && (word.equals("id") || word.equals("value") || word.length() == 1));
      plural |= word.equals("tokens");
      strong |= word.length() > MIN_GLUED && isGluedKey(word);
    }

    private static boolean isGluedKey(String word) {
      return word.length() >= MIN_GLUED && word.endsWith("key") && !NO_KEYS.contains(word);
    }

    SecretName say(boolean sentence) {
      boolean complains = COMPLAINS.contains(first) && !sentence;
      if (last.isEmpty() || DESCRIBES.contains(last) || complains) {
        return NONE;
      }
      String all = glued.toString();
      if (all.endsWith("authorization") || all.contains("cookie")) {
        return HEADER;
      }
      if (plural || last.equals("keys")) {
        return COUNT;
      }
      for (String stem : STEMS) {
        if (all.contains(stem)) {
          return STRONG;
        }
      }
      if (strong) {
        return STRONG;
      }
      if (!weak && !all.contains("session")) {
        return NONE;
      }
      // A longer name is one that somebody gave to a secret: account key, csrf token.
      return beforeLast.isEmpty() || ORDINARY.contains(beforeLast) ? WEAK : STRONG;
    }
  }

  private static String lower(char[] text, int from, int to) {
    char[] word = new char[to - from];
    for (int i = 0; i < word.length; i++) {
      word[i] = Character.toLowerCase(text[from + i]);
    }
    return new String(word);
  }
}
