package dev.openaierrors.alert;

import java.time.Duration;

/** Range checks whose messages state the allowed range. */
final class Bounds {

  private Bounds() {}

  static void check(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw InvalidValueException.unusable(
          "%s is %s".formatted(what, value), "write a number from %s to %s".formatted(least, most));
    }
  }

  static void check(String what, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw InvalidValueException.unusable(
          "%s is %s".formatted(what, Durations.words(value)),
          "write a duration from %s to %s"
              .formatted(Durations.words(least), Durations.words(most)));
    }
  }

  /** Whether it has letters, digits, - _ and . only, at least one and at most so many. */
  static boolean isName(String text, int longest) {
    boolean right = !text.isEmpty() && text.length() <= longest;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      right &= c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
    return right;
  }
}
