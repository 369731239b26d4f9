package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations as people write them: {@code 90s}, {@code 10m}, {@code 10 minutes}, {@code PT10M}. */
public final class Durations {

  private static final String EXPECTED = "write a duration like 90s, 10m, 10 minutes or PT10M";
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final int LONGEST = 40;
  private static final int MAX_DIGITS = 9;

  private Durations() {}

  /**
   * The duration that these words mean; several parts add up, as in {@code 1h 30m}.
   *
   * @throws InvalidValueException if they mean none, or less than a millisecond
   */
  public static Duration parse(String words) {
    String text = words.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw wrong(text);
    }
    Duration duration =
        Character.toUpperCase(text.charAt(0)) == 'P' ? iso(text) : new Reader(text).read();
    if (duration.compareTo(SHORTEST) < 0) {
      throw wrong(text);
    }
    return duration;
  }

  /** The shortest words for a duration, which {@link #parse} understands. */
  public static String words(Duration duration) {
    long seconds = duration.toSeconds();
    // However long it is: nobody gives milliseconds beside years.
    if (duration.toMillisPart() != 0 && seconds < Integer.MAX_VALUE) {
      return duration.toMillis() + "ms";
    }
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException notIso) {
      throw wrong(text);
    }
  }

  private static InvalidValueException wrong(String text) {
    return InvalidValueException.unusable(
        "'" + Printable.beginning(text, LONGEST) + "' is no duration", EXPECTED);
  }

  /** Reads numbers with units. */
  private static final class Reader {

    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Duration read() {
      Duration sum = Duration.ZERO;
      while (at < text.length()) {
        long number = number();
        skipBlanks();
        sum = sum.plus(unit().multipliedBy(number));
        skipBlanks();
      }
      return sum;
    }

    private long number() {
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == start || at - start > MAX_DIGITS) {
        throw wrong(text);
      }
      return Long.parseLong(text, start, at, 10);
    }

    private Duration unit() {
      int start = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      return switch (text.substring(start, at).toLowerCase(Locale.ROOT)) {
        case "ms", "millis", "millisecond", "milliseconds" -> Duration.ofMillis(1);
        case "s", "sec", "secs", "second", "seconds" -> Duration.ofSeconds(1);
        case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(1);
        case "h", "hr", "hrs", "hour", "hours" -> Duration.ofHours(1);
        case "d", "day", "days" -> Duration.ofDays(1);
        default -> throw wrong(text);
      };
    }

    private void skipBlanks() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
