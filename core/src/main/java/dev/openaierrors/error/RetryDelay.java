package dev.openaierrors.error;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wait that an answer asks for: {@code 6ms}, {@code 1.974s}, {@code 7m12s}, {@code 33
 * seconds}, {@code 1 days}, or the value of a header.
 */
final class RetryDelay {

  private static final int MAX_LENGTH = 40;
  private static final double MAX_MILLIS = 366.0 * 24 * 3600 * 1000;
  // Less of a millisecond than anybody writes: no wait may be too short.
  private static final double TOLERANCE = 1e-4;

  private final Text text;
  private final int limit;
  private final String lead;
  private int at;

  private RetryDelay(Text text, int at, int limit, String lead) {
    this.text = text;
    this.at = at;
    this.limit = limit;
    this.lead = lead;
  }

  /** The delay that stands behind a phrase that leads one in; null if there is none. */
  static @Nullable Duration behind(Text text, PhraseMatch lead) {
    int limit = Math.min(text.length(), lead.end() + MAX_LENGTH);
    return new RetryDelay(text, lead.end(), limit, lead.text()).read();
  }

  private @Nullable Duration read() {
    while (at < limit && !text.isDigit(at)) {
      if (Character.isLetter(text.at(at))) {
        return null;
      }
      at++;
    }
    if (text.is(at - 1, '-')) {
      return null;
    }
    double millis = -1;
    double factor = 1;
    String unit = "s";
    while (factor > 0 && !unit.isEmpty() && at < limit && text.isDigit(at)) {
      double number = number();
      unit = unit();
      factor = factor(unit);
      if (factor > 0) {
        millis = Math.max(millis, 0) + number * factor;
      }
    }
    return millis < 0 || millis > MAX_MILLIS
        ? null
        : Duration.ofMillis((long) Math.ceil(millis - TOLERANCE));
  }

  private double number() {
    double number = 0;
    double scale = 0;
    while (at < limit && (text.isDigit(at) || isPoint(scale))) {
      if (text.at(at) == '.') {
        scale = 1;
      } else {
        number = 10 * number + text.at(at) - '0';
        scale *= 10;
      }
      at++;
    }
    return scale > 0 ? number / scale : number;
  }

  private boolean isPoint(double scale) {
    return text.at(at) == '.' && scale == 0 && at + 1 < limit && text.isDigit(at + 1);
  }

  private String unit() {
    while (at < limit && text.at(at) == ' ') {
      at++;
    }
    int start = at;
    while (at < limit && Character.isLetter(text.at(at))) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  /** Milliseconds of a unit; 0 if it is none. A header gives seconds, or what its name says. */
  private double factor(String unit) {
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
}
