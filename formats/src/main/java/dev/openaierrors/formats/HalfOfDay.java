package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Which half of the day a time is in, where hours go to twelve. */
final class HalfOfDay {

  // java.util.logging writes them in capitals, whatever the language.
  private static final byte[][] MORNING =
      bytes(
          "AM",
          "am",
          "a.m.",
          "A.M.",
          "a. m.",
          "A. M.",
          "a.\u00a0m.",
          "A.\u00a0M.",
          "a.\u202fm.",
          "A.\u202fM.",
          "FM",
          "上午",
          "午前",
          "오전",
          "vorm.");
  private static final byte[][] AFTERNOON =
      bytes(
          "PM",
          "pm",
          "p.m.",
          "P.M.",
          "p. m.",
          "P. M.",
          "p.\u00a0m.",
          "P.\u00a0M.",
          "p.\u202fm.",
          "P.\u202fM.",
          "EM",
          "下午",
          "午後",
          "오후",
          "nachm.");

  private HalfOfDay() {}

  private static byte[][] bytes(String... words) {
    return Stream.of(words)
        .map(word -> word.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  /** 1 before noon, 2 after it, 0 if that is not said. */
  static int read(Cursor c) {
    return skipOne(c, MORNING) ? 1 : skipOne(c, AFTERNOON) ? 2 : 0;
  }

  private static boolean skipOne(Cursor c, byte[][] words) {
    int begin = c.at();
    for (byte[] word : words) {
      if (c.skip(word)) {
        if (isWhole(word, c)) {
          return true;
        }
        c.to(begin);
      }
    }
    return false;
  }

  /** Not the begin of another word, such as AMQP; Chinese has a time right behind it. */
  private static boolean isWhole(byte[] word, Cursor c) {
    return !Character.isLetter(word[word.length - 1]) || !Character.isLetterOrDigit(c.peek());
  }
}
