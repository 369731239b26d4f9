package dev.openaierrors.error;

import java.util.Locale;
import java.util.Set;

/**
 * What a value looks like, whatever stands before it: a secret, something that only stands for one,
 * or a word that people write.
 */
final class ValueShape {

  private static final int MAX_NO_VALUE = 9;
  private static final Set<String> NO_VALUES =
      Set.of("null", "none", "nil", "true", "false", "undefined", "yes", "no", "unset", "empty");

  private ValueShape() {}

  /**
   * Whether a value may be shown although its name says that it is a secret: it is empty, masked or
   * a placeholder; or the name says little, and the value is a number or a plain word.
   */
  static boolean isHarmless(char[] s, int from, int to, SecretName says) {
    int size = to - from;
    if (saysNothing(s, from, to)) {
      return true;
    }
    boolean digits = true;
    boolean plain = true;
    for (int i = from; i < to; i++) {
      char c = s[i];
      digits &= Chars.isDigit(c) || c == ',' || c == '.' || c == ' ';
      plain &= (c >= 'a' && c <= 'z') || c == '_' || c == '.' || c == '-';
    }
    if (isPlaceholder(s, from, to) || (s[from] == '<' && s[to - 1] == '>')) {
      return true;
    }
    return switch (says) {
      case COUNT -> digits || (plain && !RandomWord.is(s, from, to));
      case WEAK -> (digits && size < 5) || (plain && size <= 20 && !RandomWord.is(s, from, to));
      default -> false;
    };
  }

  /** {@code YOUR_API_KEY}; a password may begin with anything, and has more than letters. */
  static boolean isPlaceholder(char[] s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(Character.isLetter(s[i]) || s[i] == '_' || s[i] == '-' || s[i] == ' ')) {
        return false;
      }
    }
    return Chars.startsWith(s, from, to, "your");
  }

  /** Nothing but stars and punctuation, or a word like null. */
  static boolean saysNothing(char[] s, int from, int to) {
    boolean mask = true;
    for (int i = from; i < to && mask; i++) {
      mask = "*.-_<>{}()[]$,;:!?'\" \u2022\u2026".indexOf(s[i]) >= 0;
    }
    int size = to - from;
    return mask
        || (size <= MAX_NO_VALUE
            && NO_VALUES.contains(new String(s, from, size).toLowerCase(Locale.ROOT)));
  }

  /**
   * No word of a sentence, no number and no address.
   *
   * @param certain whether it stands where secrets stand, so that a single digit or sign tells
   */
  static boolean isNoWord(char[] s, int from, int to, boolean certain) {
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
}
