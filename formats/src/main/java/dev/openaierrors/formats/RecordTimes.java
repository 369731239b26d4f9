package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as the exports of tools have them, besides those of {@link JsonTimes}. */
final class RecordTimes {

  private static final int LONGEST = 60;

  private RecordTimes() {}

  /**
   * Null if it is no time.
   *
   * @param key what the field is called, which may say the zone
   */
  static @Nullable LogTime of(String key, JsonNode value) {
    LogTime time = JsonTimes.of(value);
    if (time == null && value.isTextual() && value.textValue().length() <= LONGEST) {
      time = ofText(value.textValue().strip());
    }
    return time != null && time.offset() == null && key.endsWith("utc") ? inUtc(time) : time;
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

  private static @Nullable LogTime ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Cursor cursor = new Cursor();
    Head head = new Head();
    head.clear();
    if (monthFirst(cursor.on(bytes, 0, bytes.length), head)) {
      return head.time();
    }
    head.clear();
    if (numbers(cursor.on(bytes, 0, bytes.length), head)) {
      return head.time();
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

  /** {@code 5/4/2026, 9:15:02.101 AM}, which is Azure's: the month is first, if it can be one. */
  private static boolean numbers(Cursor c, Head h) {
    boolean read =
        (h.month = c.number(1, 2)) > 0
            && c.skip('/')
            && (h.day = c.number(1, 2)) > 0
            && c.skip('/')
            && (h.year = c.number(4, 4)) > 0
            && clock(c, h);
    if (read && h.month > 12) {
      int day = h.month;
      h.month = h.day;
      h.day = day;
    }
    return read;
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
