package dev.openaierrors.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wait that an answer asks for: {@code 6ms}, {@code 1.974s}, {@code 7m12s}, {@code 33
 * seconds}, {@code 1 days}. Waits that a client chose itself are none of the answer's.
 */
final class RetryDelay {

  /** What stands before a delay, in lower case. */
  static final List<String> LEADS =
      List.of(
          "try again in",
          "try again after",
          "retry after",
          "retry in",
          "retry-after-ms",
          "retry-after",
          "retry_after_ms",
          "retry_after",
          "retrydelay");

  private static final int LONGEST = 40;
  private static final double MAX_MILLIS = 366.0 * 24 * 3600 * 1000;

  private RetryDelay() {}

  /**
   * The delay that stands behind one of {@link #LEADS}.
   *
   * @param at behind the lead
   * @return null if there is none
   */
  static @Nullable Duration at(char[] text, int at, int length, String lead) {
    int i = at;
    int limit = Math.min(length, at + LONGEST);
    while (i < limit && !Chars.isDigit(text[i])) {
      if (Character.isLetter(text[i])) {
        return null;
      }
      i++;
    }
    double millis = 0;
    boolean any = false;
    while (i < limit && Chars.isDigit(text[i])) {
      double number = 0;
      double scale = 0;
      for (; i < limit && (Chars.isDigit(text[i]) || isPoint(text, i, limit, scale)); i++) {
        if (text[i] == '.') {
          scale = 1;
        } else {
          number = 10 * number + text[i] - '0';
          scale *= 10;
        }
      }
      if (scale > 0) {
        number /= scale;
      }
      int unit = i;
      while (unit < limit && text[unit] == ' ') {
        unit++;
      }
      int end = unit;
      while (end < limit && Character.isLetter(text[end])) {
        end++;
      }
      double factor = factor(text, unit, end, lead);
      if (factor == 0) {
        return any ? duration(millis) : null;
      }
      millis += number * factor;
      any = true;
      i = end == unit ? limit : end;
    }
    return any ? duration(millis) : null;
  }

  private static boolean isPoint(char[] text, int at, int limit, double scale) {
    return text[at] == '.' && scale == 0 && at + 1 < limit && Chars.isDigit(text[at + 1]);
  }

  /** Milliseconds of the unit; 0 if it is none. Headers have no unit: seconds, or what they say. */
  private static double factor(char[] text, int from, int to, String lead) {
    String unit = new String(text, from, to - from).toLowerCase(java.util.Locale.ROOT);
    if (lead.endsWith("ms")) {
      return 1;
    }
    return switch (unit) {
      case "ms", "millis", "milliseconds" -> 1;
      case "s", "sec", "secs", "second", "seconds" -> 1000;
      case "m", "min", "mins", "minute", "minutes" -> 60_000;
      case "h", "hr", "hrs", "hour", "hours" -> 3_600_000;
      case "d", "day", "days" -> 86_400_000;
      default -> lead.indexOf(' ') < 0 ? 1000 : 0;
    };
  }

  private static @Nullable Duration duration(double millis) {
    return millis > MAX_MILLIS ? null : Duration.ofMillis(Math.round(millis));
  }
}
