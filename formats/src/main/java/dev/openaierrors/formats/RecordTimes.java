package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times as the exports of tools have them, besides those of {@link JsonTimes}. */
final class RecordTimes {

  private static final List<TimeShape> ORDERS =
      List.of(TimeShape.MONTH_FIRST, TimeShape.DAY_FIRST, TimeShape.YEAR_FIRST, TimeShape.COMPACT);

  private RecordTimes() {}

  /**
   * Null if it is no time.
   *
   * @param key what the field is called, which may say the zone
   */
  static @Nullable LogTime of(String key, JsonNode value, RecordDates dates) {
    LogTime time =
        RecordDates.isText(value) ? given(value.textValue().strip(), dates.given()) : null;
    time = time == null ? JsonTimes.of(value) : time;
    if (time == null && RecordDates.isText(value)) {
      time = ofText(value.textValue().strip(), dates.order());
    }
    return time != null && time.offset() == null && key.endsWith("utc") ? inUtc(time) : time;
  }

  private static @Nullable LogTime given(String text, @Nullable TimePattern pattern) {
    return pattern == null ? null : RecordDates.whole(text, pattern);
  }

  private static LogTime inUtc(LogTime time) {
    return new LogTime(
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
        time.nano(),
        ZoneOffset.UTC);
  }

  private static @Nullable LogTime ofText(String text, TimeShape order) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Cursor cursor = new Cursor();
    Head head = new Head();
    head.clear();
    if (monthFirst(cursor.on(bytes, 0, bytes.length), head)) {
      return head.time();
    }
    LogTime numbers = numbers(text, order);
    if (numbers != null) {
      return numbers;
    }
    head.clear();
    return dayFirst(cursor.on(bytes, 0, bytes.length), head) ? head.time() : null;
  }

  /** {@code May 4, 2026 @ 09:15:02.101}, which is Kibana's, {@code May 4, 2026, 9:15:02 AM}. */
  private static boolean monthFirst(Cursor c, Head h) {
    return (h.month = Times.month(c)) > 0
        && c.blanks()
        && (h.day = c.number(1, 2)) > 0
        && c.skip(',')
        && c.blanks()
        && (h.year = c.number(4, 4)) > 0
        && clock(c, h);
  }

  /** {@code 5/4/2026, 9:15:02.101 AM}: in the order of the file, if the numbers can be. */
  private static @Nullable LogTime numbers(String text, TimeShape order) {
    LogTime time = RecordDates.whole(text, order);
    for (TimeShape other : ORDERS) {
      time = time == null ? RecordDates.whole(text, other) : time;
    }
    return time;
  }

  /** {@code Mon, 04 May 2026 09:15:02 GMT}, {@code 04/May/2026:09:15:02 +0000}. */
  private static boolean dayFirst(Cursor c, Head h) {
    if (!Cursor.isDigit(c.peek())) {
      c.word();
      c.blanks();
    }
    return (h.day = c.number(1, 2)) > 0
        && separator(c)
        && (h.month = Times.month(c)) > 0
        && separator(c)
        && (h.year = c.number(4, 4)) > 0
        && clock(c, h);
  }

  private static boolean separator(Cursor c) {
    return c.skip('/') || c.skip('-') || c.blanks();
  }

  private static boolean clock(Cursor c, Head h) {
    c.skip(',');
    c.skip(':');
    c.skipBlanks();
    if (c.skip('@')) {
      c.skipBlanks();
    }
    return Times.timeOfDay(c, h) && Times.half(c, h) && Times.zone(c, h);
  }
}
