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
}
