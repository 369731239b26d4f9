package dev.openaierrors.formats;

import java.util.List;

/** Tells lines with which no event begins, whatever the format. */
final class TextLines {

  private static final int SHARE_OF_TEN = 8;

  private TextLines() {}

  /**
   * Whether these are lines of text that collectors took one by one: nearly all begin an event of a
   * layout that is known, or that they show, or go on with one; or stack traces are among them.
   */
  static boolean areText(List<byte[]> lines) {
    List<LogFormat> layouts =
        FormatCount.of(lines, null).frequent().stream().filter(TextLines::isTimedLayout).toList();
    Cursor cursor = new Cursor();
    int begin = 0;
    int on = 0;
    int frames = 0;
    for (byte[] line : lines) {
      boolean begins = line.length > 0 && begins(line, layouts);
      begin += begins ? 1 : 0;
      on += !begins && goesOn(line) ? 1 : 0;
      frames += isFrame(cursor.on(line, 0, line.length)) ? 1 : 0;
    }
    boolean most = begin > 0 && 10 * (begin + on) >= SHARE_OF_TEN * lines.size();
    return most || (frames > 1 && 4 * begin < lines.size());
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

  /** Whether this is a line of a stack trace, of an indented text or of a pretty-printed body. */
  static boolean goesOn(byte[] line) {
    Cursor cursor = new Cursor().on(line, 0, Math.min(line.length, Head.BYTES));
    return cursor.startsWith("Traceback ") || !LogFormats.PLAIN.begins(cursor, new Head());
  }

  /** A line that nothing but a stack trace has. */
  static boolean isFrame(Cursor c) {
    if (c.startsWith("Caused by: ") || c.startsWith("Traceback (most recent")) {
      return true;
    }
    boolean marked = c.skip("! ");
    boolean indented = c.blanks() || marked;
    if (indented && c.startsWith("File \"")) {
      return true;
    }
    if (!indented) {
      return false;
    }
    if (c.skip("... ")) {
      return c.number(1, 4) > 0;
    }
    return c.skip("at ") && c.word() && c.bytes()[c.at() - 1] != ':' && hasPlace(c);
  }

  /** In brackets, as Java, .NET and Node have it, or a file's line and column at the end. */
  /** Whether a stack trace begins with it, which is no cause of another. */
  static boolean isTraceHead(byte[] bytes, int from, int to) {
    int end = Math.min(to, from + Head.BYTES);
    Cursor cursor = new Cursor().on(bytes, from, end);
    if (!PlainFormat.isAtLeft(cursor)) {
      return false;
    }
    String text = cursor.text(from, end);
    return StackTrace.isHeader(text, 0, text.length());
  }

  private static boolean hasPlace(Cursor c) {
    byte[] bytes = c.bytes();
    for (int i = c.at() - 1; i > 0 && bytes[i] != ' '; i--) {
      if (bytes[i] == '(') {
        return true;
      }
    }
    int last = c.end() - 1;
    int digits = last;
    while (digits > c.at() - 1 && Cursor.isDigit(bytes[digits])) {
      digits--;
    }
    return bytes[last] == ')' || (digits < last && bytes[digits] == ':');
  }
}
