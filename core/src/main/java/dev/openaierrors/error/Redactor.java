package dev.openaierrors.error;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of strangers fit to be written: no secrets, no control characters, no more than fits.
 *
 * <p>API keys, bearer tokens, JSON web tokens, e-mail addresses and the ids of organizations,
 * projects and users give way to {@value #REDACTED}.
 */
public final class Redactor {

  static final String REDACTED = "[redacted]";

  /** What secrets begin with, in lower case. */
  private static final String[] SECRETS = {
    "sk-",
    "sk_",
    "pk-",
    "pk_",
    "rk_",
    "ak-",
    "gsk_",
    "xai-",
    "ghp_",
    "github_pat_",
    "xox",
    "akia",
    "eyj",
    "org-",
    "org_",
    "proj-",
    "proj_",
    "user-",
    "key-",
    "aiza"
  };

  private static final int ASCII = 128;

  /** Of each ASCII character, whether it is of a token. */
  private static final boolean[] TOKEN = new boolean[ASCII];

  /** Of each ASCII character in lower case, the secrets that begin with it. */
  private static final String[][] SECRETS_OF = new String[ASCII][];

  static {
    for (char c = 0; c < ASCII; c++) {
      char first = c;
      TOKEN[c] = Chars.isWord(c) || "-.@*+~/=%".indexOf(c) >= 0;
      SECRETS_OF[c] =
          Arrays.stream(SECRETS).filter(secret -> secret.charAt(0) == first).toArray(String[]::new);
    }
  }

  private static final String[] SECRET_FOLLOWS = {"bearer", "basic"};
  private static final int SHORTEST_SECRET = 7;
  private static final int SHORTEST_RANDOM = 14;
  // Longer runs without a separator are no names that anybody gave.
  private static final int LONGEST_WORD = 31;
  private static final int LONGEST_ID = 40;

  private final String text;
  private final boolean id;

  private Redactor(String text, boolean id) {
    this.text = text;
    this.id = id;
  }

  /**
   * The text, redacted, on one line, at most {@code max} characters long.
   *
   * @param text text of a stranger; null gives null
   * @param max the most characters of the result, which ends with an ellipsis if it was longer
   * @return null if nothing is left
   */
  public static @Nullable String clean(@Nullable String text, int max) {
    return clean(text, max, false);
  }

  /** As above for the id of a request, which is a long run of letters and digits itself. */
  static @Nullable String cleanId(@Nullable String text, int max) {
    return clean(text, max, true);
  }

  private static @Nullable String clean(@Nullable String text, int max, boolean id) {
    if (text == null) {
      return null;
    }
    // Redacting makes text shorter, but hardly four times.
    String considered = text.length() > 4 * max ? text.substring(0, 4 * max) : text;
    String done = new Redactor(considered, id).clean().strip();
    if (done.isEmpty()) {
      return null;
    }
    return done.length() <= max ? done : done.substring(0, max - 1) + "\u2026";
  }

  /** The text itself where it is clean, as nearly always. */
  private String clean() {
    StringBuilder clean = null;
    int copied = 0;
    int at = 0;
    boolean secretFollows = false;
    while (at < text.length()) {
      int end = tokenEnd(at);
      String instead = null;
      if (end == at) {
        end = at + 1;
        instead = isShown(at) ? null : " ";
      } else {
        boolean done = text.startsWith(REDACTED, at - 1);
        instead = (secretFollows && !done) || isSecret(at, end) ? REDACTED : null;
        secretFollows = announcesSecret(at, end);
      }
      if (instead != null) {
        clean = clean == null ? new StringBuilder(text.length()) : clean;
        clean.append(text, copied, at).append(instead);
        copied = end;
      }
      at = end;
    }
    return clean == null ? text : clean.append(text, copied, text.length()).toString();
  }

  private int tokenEnd(int from) {
    int at = from;
    while (at < text.length() && isToken(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isToken(char c) {
    return c < ASCII ? TOKEN[c] : Character.isLetterOrDigit(c);
  }

  private boolean isShown(int at) {
    char c = text.charAt(at);
    if (c < 127) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SURROGATE -> isPaired(at);
      default -> true;
    };
  }

  private boolean isPaired(int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private boolean announcesSecret(int from, int to) {
    for (String word : SECRET_FOLLOWS) {
      int begin = to - word.length();
      boolean apart = begin == from || (begin > from && !Chars.isWord(text.charAt(begin - 1)));
      if (apart && text.regionMatches(true, begin, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean isSecret(int from, int to) {
    int run = 0;
    int digits = 0;
    int mail = -1;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '@') {
        mail = at;
      }
      if (c == '.' && mail > from) {
        return true;
      }
      boolean inWord = Character.isLetterOrDigit(c);
      if (inWord && to - at >= SHORTEST_SECRET && beginsSecret(at, to, run == 0)) {
        return true;
      }
      run = inWord ? run + 1 : 0;
      digits = inWord ? digits + (Character.isDigit(c) ? 1 : 0) : 0;
      if (run > (id ? LONGEST_ID : LONGEST_WORD) && digits > 0) {
        return true;
      }
    }
    return false;
  }

  /** In the middle of a word, it takes a long random run behind it. */
  private boolean beginsSecret(int at, int to, boolean beginsWord) {
    char first = Chars.lower(text.charAt(at));
    if (first >= ASCII) {
      return false;
    }
    for (String secret : SECRETS_OF[first]) {
      if (text.regionMatches(true, at, secret, 0, secret.length())
          && (beginsWord || isRandom(at + secret.length(), to))) {
        return true;
      }
    }
    return false;
  }

  private boolean isRandom(int from, int to) {
    int end = from;
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
      char c = text.charAt(end);
      upper |= Character.isUpperCase(c);
      lower |= Character.isLowerCase(c);
      digit |= Character.isDigit(c);
      end++;
    }
    return end - from >= SHORTEST_RANDOM && (digit || (upper && lower));
  }
}
