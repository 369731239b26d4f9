package dev.openaierrors.analyzer;

import dev.openaierrors.formats.TimePattern;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What users write for a moment. */
final class Times {

  /** The forms, for messages. */
  static final String FORMS =
      "-3h, -2d, 10:00, today, yesterday, 2026-05-04, 2026-05-04T10:00 or 2026-05-04T10:00:00Z";

  private final Clock clock;
  private final ZoneId zone;

  Times(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The moment that a text means.
   *
   * @throws UsageError if it means none
   */
  Instant parse(String option, String text) {
    String written = text.strip().replace(' ', 'T');
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    try {
      if (written.startsWith("-")) {
        return clock.instant().minus(duration(written.substring(1)));
      }
      if (written.equalsIgnoreCase("now")) {
        return clock.instant();
      }
      if (written.equalsIgnoreCase("today")) {
        return start(today);
      }
      if (written.equalsIgnoreCase("yesterday")) {
        return start(today.minusDays(1));
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw unreadable(option, text);
    }
    List<Function<String, Instant>> forms =
        List.of(
            form -> OffsetDateTime.parse(form).toInstant(),
            form -> LocalDateTime.parse(form).atZone(zone).toInstant(),
            form -> start(LocalDate.parse(form)),
            form -> today.atTime(LocalTime.parse(form)).atZone(zone).toInstant());
    for (Function<String, Instant> form : forms) {
      Instant time = attempt(form, written);
      if (time != null) {
        return time;
      }
    }
    throw unreadable(option, text);
  }

  /**
   * How times are written, as a user says.
   *
   * @param text null to find out
   * @throws UsageError if it is no pattern
   */
  static @Nullable TimePattern pattern(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return TimePattern.of(text);
    } catch (IllegalArgumentException e) {
      throw new UsageError(
          "--time-format: '"
              + text
              + "' is no pattern of times ("
              + e.getMessage()
              + "); write for instance 'dd.MM.yyyy HH:mm:ss,SSS'");
    }
  }

  private static @Nullable Instant attempt(Function<String, Instant> form, String written) {
    try {
      return form.apply(written);
    } catch (DateTimeException e) {
      // Another form, perhaps.
      return null;
    }
  }

  private static UsageError unreadable(String option, String text) {
    return new UsageError(option + ": '" + text + "' is no time; write for instance " + FORMS);
  }

  private Instant start(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private static Duration duration(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    long number = Long.parseLong(text.substring(0, digits));
    return switch (text.substring(digits).strip().toLowerCase(Locale.ROOT)) {
      case "s" -> Duration.ofSeconds(number);
      case "m", "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      case "w" -> Duration.ofDays(Math.multiplyExact(7, number));
      default -> throw new NumberFormatException(text);
    };
  }
}
