package dev.openaierrors.delivery;

import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.error.Printable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When nobody wants to hear of what can wait: {@code 22:00-07:00}, {@code Mon-Fri 22:00-07:00, Sat,
 * Sun}. Hours that end before they begin end on the next day, and belong to the day on which they
 * begin; days without hours are whole days.
 *
 * <p>They are read off the clock on the wall: in the night in which an hour is skipped they are
 * shorter by it, where one comes twice they are longer, and hours inside the skipped one do not
 * come.
 */
public final class QuietHours {

  /** None. */
  public static final QuietHours NONE = new QuietHours("none", List.of(), ZoneOffset.UTC);

  private static final String EXPECTED =
      "write hours like 22:00-07:00, Mon-Fri 22:00-07:00 or Sat,Sun; join several by commas";
  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final int LONGEST = 400;
  private static final int SHORTEST_DAY = 3;

  private final String words;
  private final List<Span> spans;
  private final ZoneId zone;

  private QuietHours(String words, List<Span> spans, ZoneId zone) {
    this.words = words;
    this.spans = spans;
    this.zone = zone;
  }

  /**
   * Reads them; they are meant in UTC.
   *
   * @throws InvalidValueException with a sentence that says what would be right
   */
  public static QuietHours parse(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    if (words.equals("none")) {
      return NONE;
    }
    if (words.length() > LONGEST) {
      throw wrong(text);
    }
    List<Span> spans = new ArrayList<>();
    String wholeDay = null;
    for (String entry : words.split(",", -1)) {
      String one = entry.strip();
      Span span = Span.read(one);
      if (span.isWholeDay() && !span.isEveryDay()) {
        wholeDay = one;
      } else if (wholeDay != null && !span.isEveryDay()) {
        // "Sat, Sun 10:00-18:00": all of Saturday, or the same hours on both days?
        throw InvalidValueException.unusable(
            quoted(text) + " may mean two things",
            "write the hours of each day, as %s %s, %s, or put whole days last"
                .formatted(wholeDay, one.substring(one.lastIndexOf(' ') + 1), one));
      }
      spans.add(span);
    }
    return new QuietHours(words, List.copyOf(spans), ZoneOffset.UTC);
  }

  /** The same hours in this zone. */
  public QuietHours in(ZoneId other) {
    return new QuietHours(words, spans, other);
  }

  /** That in which they are meant. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether it is quiet then. */
  public boolean contains(Instant time) {
    if (spans.isEmpty()) {
      return false;
    }
    ZonedDateTime local = time.atZone(zone);
    int minute = local.toLocalTime().toSecondOfDay() / 60;
    for (Span span : spans) {
      if (span.contains(local.getDayOfWeek(), minute)) {
        return true;
      }
    }
    return false;
  }

  private static InvalidValueException wrong(String text) {
    return InvalidValueException.unusable(quoted(text) + " are no quiet hours", EXPECTED);
  }

  private static String quoted(String text) {
    return "'" + Printable.beginning(text, 60) + "'";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QuietHours hours
        && words.equals(hours.words)
        && zone.equals(hours.zone);
  }

  @Override
  public int hashCode() {
    return words.hashCode() * 31 + zone.hashCode();
  }

  /** As they were written. */
  @Override
  public String toString() {
    return words;
  }

  /** The hours of some days, from a minute of the day to another, not included. */
  private record Span(Set<DayOfWeek> days, int from, int to) {

    static Span read(String words) {
      int blank = words.lastIndexOf(' ');
      String last = words.substring(blank + 1);
      boolean hasHours = !last.isEmpty() && Character.isDigit(last.charAt(0));
      String days = hasHours ? words.substring(0, Math.max(0, blank)).strip() : words;
      Set<DayOfWeek> which =
          days.isEmpty() && hasHours ? EnumSet.allOf(DayOfWeek.class) : days(days, words);
      if (!hasHours) {
        return new Span(which, 0, MINUTES_OF_DAY);
      }
      int dash = last.indexOf('-');
      if (dash < 0) {
        throw wrong(words);
      }
      int from = minute(last.substring(0, dash), words);
      int to = minute(last.substring(dash + 1), words);
      if (from == to || from == MINUTES_OF_DAY) {
        throw wrong(words);
      }
      return new Span(which, from, to);
    }

    private static Set<DayOfWeek> days(String text, String words) {
      String[] ends = text.split("-", -1);
      if (ends.length > 2) {
        throw wrong(words);
      }
      DayOfWeek day = day(ends[0].strip(), words);
      DayOfWeek last = day(ends[ends.length - 1].strip(), words);
      Set<DayOfWeek> days = EnumSet.of(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
      return days;
    }

    private static DayOfWeek day(String text, String words) {
      for (DayOfWeek day : DayOfWeek.values()) {
        String name = day.name().toLowerCase(Locale.ROOT);
        if (text.length() >= SHORTEST_DAY && name.startsWith(text)) {
          return day;
        }
      }
      throw wrong(words);
    }

    private static int minute(String text, String words) {
      int colon = text.indexOf(':');
      int hour = number(colon < 0 ? text : text.substring(0, colon), words);
      String minutes = colon < 0 ? "00" : text.substring(colon + 1);
      int minute = 60 * hour + number(minutes, words);
      if (minutes.length() != 2 || minute - 60 * hour > 59 || minute > MINUTES_OF_DAY) {
        throw wrong(words);
      }
      return minute;
    }

    private static int number(String text, String words) {
      int number = 0;
      for (int i = 0; i < text.length(); i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9 || i > 1) {
          throw wrong(words);
        }
        number = 10 * number + digit;
      }
      if (text.isEmpty()) {
        throw wrong(words);
      }
      return number;
    }

    boolean isWholeDay() {
      return from == 0 && to == MINUTES_OF_DAY;
    }

    boolean isEveryDay() {
      return days.size() == DayOfWeek.values().length;
    }

    boolean contains(DayOfWeek day, int minute) {
      if (from < to) {
        return days.contains(day) && minute >= from && minute < to;
      }
      return (days.contains(day) && minute >= from) || (days.contains(day.minus(1)) && minute < to);
    }
  }
}
