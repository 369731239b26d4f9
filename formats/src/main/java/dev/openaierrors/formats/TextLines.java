package dev.openaierrors.formats;

/** Tells lines with which no event begins, whatever the format. */
final class TextLines {

  private TextLines() {}

  /** Whether this is a line of a stack trace, of an indented text or of a pretty-printed body. */
  static boolean goesOn(byte[] line) {
    Cursor cursor = new Cursor().on(line, 0, Math.min(line.length, Head.BYTES));
    return cursor.startsWith("Traceback ") || !PlainFormat.isBegin(cursor);
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

  /** In brackets, as Java, .NET and Node have it, or a file's line and column at the end. */
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
