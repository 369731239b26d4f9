package dev.openaierrors.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of strangers fit to be written: no secrets, no control characters, no more than fits.
 *
 * <p>API keys, bearer tokens, JSON web tokens, e-mail addresses and the ids of organizations,
 * projects and users give way to {@value #REDACTED}.
 */
final class Redactor {

  static final String REDACTED = "[redacted]";

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
  private static final int SHORTEST_SECRET = 7;
  // Longer runs without a separator are no names that anybody gave.
  private static final int LONGEST_WORD = 31;

  private Redactor() {}

  /**
   * The text, redacted, on one line, at most {@code max} characters long.
   *
   * @return null if nothing is left
   */
  static @Nullable String clean(@Nullable String text, int max) {
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
    String shown = text.length() > 4 * max ? text.substring(0, 4 * max) : text;
    StringBuilder clean = new StringBuilder(Math.min(shown.length(), max));
    int at = 0;
    boolean secretFollows = false;
    while (at < shown.length()) {
      int end = at;
      while (end < shown.length() && isToken(shown.charAt(end))) {
        end++;
      }
      if (end > at) {
        String token = shown.substring(at, end);
        clean.append(secretFollows || isSecret(token, id) ? REDACTED : token);
        secretFollows = token.equalsIgnoreCase("bearer") || token.equalsIgnoreCase("basic");
        at = end;
      } else {
        clean.append(Character.isISOControl(shown.charAt(at)) ? ' ' : shown.charAt(at));
        at++;
      }
    }
    String done = withoutControls(clean).strip();
    if (done.isEmpty()) {
      return null;
    }
    return done.length() <= max ? done : done.substring(0, max - 1) + "\u2026";
  }

  private static String withoutControls(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      if (c < ' '
          || type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR
          || (type == Character.SURROGATE && !isPaired(text, i))) {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString();
  }

  private static boolean isPaired(StringBuilder text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static boolean isToken(char c) {
    return Character.isLetterOrDigit(c) || "-_.@*+~/=%".indexOf(c) >= 0;
  }

  private static boolean isSecret(String token, boolean id) {
    if (token.indexOf('@') > 0 && token.indexOf('.', token.indexOf('@')) > 0) {
      return true;
    }
    String lower = token.toLowerCase(Locale.ROOT);
    for (String secret : SECRETS) {
      int at = lower.indexOf(secret);
      boolean begins = at == 0 || (at > 0 && !Chars.isWord(lower.charAt(at - 1)));
      if (begins && lower.length() - at >= SHORTEST_SECRET) {
        return true;
      }
    }
    return !id && isOpaque(token);
  }

  /** A long run of letters and digits, mixed. */
  private static boolean isOpaque(String token) {
    int run = 0;
    int digits = 0;
    for (int i = 0; i <= token.length(); i++) {
      if (i < token.length() && Character.isLetterOrDigit(token.charAt(i))) {
        run++;
        digits += Character.isDigit(token.charAt(i)) ? 1 : 0;
      } else {
        if (run > LONGEST_WORD && digits > 0) {
          return true;
        }
        run = 0;
        digits = 0;
      }
    }
    return false;
  }
}
