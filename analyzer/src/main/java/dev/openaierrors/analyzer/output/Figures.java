package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Facet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers and times for people, alike in every output. */
final class Figures {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final ZoneId zone;
  private final DateTimeFormatter times;

  Figures(ErrorReport report) {
    zone = report.zone();
    times = times(report);
  }

  /** As much of a date as tells the times of the report apart. */
  private DateTimeFormatter times(ErrorReport report) {
    Instant first = report.first();
    Instant last = report.last();
    if (first == null || last == null) {
      return DAY_AND_TIME;
    }
    if (date(first).equals(date(last))) {
      return TIME;
    }
    return date(first).getYear() == date(last).getYear() ? DAY_AND_TIME : DATE_AND_TIME;
  }

  private boolean sameDay(@Nullable Instant first, @Nullable Instant last) {
    return first != null && last != null && date(first).equals(date(last));
  }

  private LocalDate date(Instant time) {
    return time.atZone(zone).toLocalDate();
  }

  /** Hours and minutes, with the day if the report spans several, and with the year as well. */
  String time(@Nullable Instant time) {
    return time == null ? "-" : times.format(time.atZone(zone));
  }

  /** The day. */
  String day(Instant time) {
    return date(time).toString();
  }

  /** With the date. */
  String fullTime(@Nullable Instant time) {
    return time == null ? "-" : DATE_AND_TIME.format(time.atZone(zone));
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  /** From one to the other, the date once if it is the same. */
  String span(@Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null) {
      return "times unknown";
    }
    String end = sameDay(from, to) ? TIME.format(to.atZone(zone)) : fullTime(to);
    return fullTime(from) + " to " + end + " " + zone.getId();
  }

  /**
   * As 1,234,567. The JDK's formatter reads its tables of all locales first, which does not fit the
   * start budget (docs/performance.md).
   */
  static String number(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** A number and what it counts. */
  static String number(long number, String one, String several) {
    return number(number) + " " + (number == 1 ? one : several);
  }

  /** As 8.4 MB, of a thousand bytes each. */
  static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    double size = bytes;
    int unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    long tenths = Math.round(10 * size);
    String figure =
        unit == 0 || tenths >= 1000
            ? Long.toString(Math.round(size))
            : tenths / 10 + "." + tenths % 10;
    return figure + " " + units[unit];
  }

  /** As 38 min or 2 h 5 min. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    if (minutes < 90) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return (minutes + 12 * 60) / (24 * 60) + " days";
  }

  /** As {@link #duration}, but to the second where a minute is made of several. */
  static String width(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds > 90 && seconds % 60 != 0
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds == 90 ? "90 s" : duration(duration);
  }

  /** The values seen most, with their counts. */
  static String facet(Facet facet, int most) {
    String top =
        facet.top().stream().limit(most).map(Figures::count).collect(Collectors.joining(", "));
    long others = facet.others() + facet.top().stream().skip(most).mapToLong(Count::count).sum();
    return others > 0 && !top.isEmpty() ? top + ", others " + number(others) : top;
  }

  private static String count(Count count) {
    return count.name() + " " + number(count.count());
  }
}
