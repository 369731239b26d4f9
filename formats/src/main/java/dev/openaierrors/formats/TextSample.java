package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells of lines whether they are those of a log of text. */
final class TextSample {

  private static final int SHARE_OF_TEN = 8;

  private TextSample() {}

  /**
   * Whether these are lines of text that collectors took one by one: nearly all begin an event of a
   * layout that is known, or that they show, or go on with one; or stack traces are among them.
   */
  static boolean areText(List<byte[]> lines) {
    List<LogFormat> layouts =
        FormatCount.of(lines, null).frequent().stream().filter(TextSample::isTimedLayout).toList();
    Cursor cursor = new Cursor();
    int begin = 0;
    int on = 0;
    int frames = 0;
    for (byte[] line : lines) {
      boolean begins = line.length > 0 && begins(line, layouts);
      begin += begins ? 1 : 0;
      on += !begins && TextLines.goesOn(line) ? 1 : 0;
      frames += isLine(line) && TextLines.isFrame(cursor.on(line, 0, line.length)) ? 1 : 0;
    }
    boolean most = begin > 0 && 10 * (begin + on) >= SHARE_OF_TEN * lines.size();
    return most || (frames > 1 && 4 * begin < lines.size());
  }

  /** Whether the first event of a format has a date of its own. */
  static boolean areDated(List<byte[]> lines, LogFormat format) {
    Cursor cursor = new Cursor();
    Head head = new Head();
    for (byte[] line : lines) {
      head.clear();
      if (format.begins(cursor.on(line, 0, line.length), head)) {
        LogTime time = head.time();
        return !format.isTimedByHead() || (time != null && !time.isTimeOfDay());
      }
    }
    return false;
  }

  /** A whole stack trace is the message of who logged it, not a line that was printed. */
  private static boolean isLine(byte[] text) {
    return LogBytes.lineEnd(text, 0, text.length) == text.length;
  }

  private static boolean isTimedLayout(LogFormat format) {
    return format instanceof LayoutFormat learned && learned.layout().shape() != TimeShape.NONE;
  }

  static boolean begins(byte[] line, List<LogFormat> layouts) {
    Cursor cursor = new Cursor();
    Head head = new Head();
    if (JsonLines.isObject(line) || FormatCount.formatOf(line, cursor, head) != null) {
      return true;
    }
    for (LogFormat layout : layouts) {
      head.clear();
      if (layout.begins(cursor.on(line, 0, line.length), head)) {
        return true;
      }
    }
    return false;
  }

  /** The lines that are not empty, without what is not text. */
  static List<byte[]> lines(byte[] sample, int length) {
    List<byte[]> lines = new ArrayList<>();
    LogBytes bytes = new LogBytes(length);
    bytes.add(sample, 0, length);
    bytes.aligned();
    int begin = 0;
    while (begin < length) {
      int end = bytes.lineEnd(begin, length);
      int text = begin + EventBytes.mark(sample, begin, end);
      byte[] line = Arrays.copyOfRange(sample, text, end);
      if (bytes.control(begin, end) < end) {
        line = Arrays.copyOf(line, EventBytes.clean(line, line.length));
      }
      if (line.length > 0) {
        lines.add(line);
      }
      begin = end + 1;
    }
    return lines;
  }
}
