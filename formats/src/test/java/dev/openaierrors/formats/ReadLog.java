package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A log as it is read: what it is taken for, and its events. */
final class ReadLog {

  private final byte[] bytes;
  private final FormatSet formats;

  private ReadLog(byte[] bytes, FormatSet formats) {
    this.bytes = bytes;
    this.formats = formats;
  }

  /** Taken for what it looks like. */
  static ReadLog of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** As {@link #of(String)}, of any bytes. */
  static ReadLog of(byte[] bytes) {
    return new ReadLog(bytes, FormatSet.detect(bytes, bytes.length));
  }

  /** Taken for the format that a user names. */
  static ReadLog as(String id, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new ReadLog(bytes, FormatSet.forced(id, bytes, bytes.length));
  }

  FormatSet formats() {
    return formats;
  }

  String title() {
    return formats.title();
  }

  /** Whether an event begins with the first line. */
  boolean begins() {
    return new EventReader(formats).begins(bytes, 0, bytes.length);
  }

  /** All events from INFO on, of a log whose lines nothing is around. */
  List<ParsedEvent> events() {
    EventReader reader = new EventReader(formats);
    List<ParsedEvent> events = new ArrayList<>();
    int begin = 0;
    int start = 0;
    while (start < bytes.length) {
      if (start > begin && reader.begins(bytes, start, bytes.length)) {
        add(reader.parse(bytes, begin, start - 1 - begin), events);
        begin = start;
      }
      start = LogBytes.lineEnd(bytes, start, bytes.length) + 1;
    }
    int end = bytes.length > begin && bytes[bytes.length - 1] == '\n' ? 1 : 0;
    add(reader.parse(bytes, begin, bytes.length - end - begin), events);
    return events;
  }

  private static void add(@Nullable ParsedEvent event, List<ParsedEvent> events) {
    if (event != null) {
      events.add(event);
    }
  }

  /** The first event. */
  ParsedEvent first() {
    return events().get(0);
  }

  /** The events that may carry an error, line by line, whatever is around the lines. */
  List<ParsedEvent> errors() {
    List<ParsedEvent> events = new ArrayList<>();
    LineReader reader = new LineReader(formats, (event, place) -> events.add(event));
    reader.lines(bytes, 0, bytes.length, 0);
    reader.end();
    return events;
  }

  /** The time of an event with all that it has: {@code 2026-05-04 09:15:02.101 +02:00}. */
  static String time(ParsedEvent event) {
    return time(event.time());
  }

  /** As of an event; {@code none} if there is none. */
  static String time(@Nullable LogTime time) {
    if (time == null) {
      return "none";
    }
    String year = time.year() > 0 ? format("%04d-", time.year()) : "";
    String date = time.isTimeOfDay() ? "" : year + format("%02d-%02d ", time.month(), time.day());
    String clock = format("%02d:%02d:%02d", time.hour(), time.minute(), time.second());
    String fraction = format(".%09d", time.nano()).replaceAll("\\.?0+$", "");
    return date + clock + fraction + (time.offset() == null ? "" : " " + time.offset());
  }

  /** All that an event says, on one line: time, level, logger, thread, service, text. */
  static String all(ParsedEvent event) {
    String who = event.level() + " | " + event.logger() + " | " + event.thread();
    return time(event) + " | " + who + " | " + event.service() + " | " + text(event);
  }

  /** Message and throwables of an event. */
  static String text(ParsedEvent event) {
    StringBuilder text = new StringBuilder(event.message());
    for (@Nullable ParsedThrowable at = event.thrown(); at != null; at = at.cause) {
      text.append(" | ").append(at.className()).append(": ").append(at.message());
      text.append(' ').append(at.frames);
    }
    return text.toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
