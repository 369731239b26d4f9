package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;

/** Tells lines with which no event begins, whatever the format. */
final class TextLines {

  private TextLines() {}

  /** Whether this is a line of a stack trace, of an indented text or of a pretty-printed body. */
  static boolean goesOn(byte[] line) {
    if (line.length == 0 || line[0] == ' ' || line[0] == '\t' || line[0] == '}' || line[0] == ']') {
      return true;
    }
    String text = new String(line, 0, Math.min(line.length, 512), StandardCharsets.UTF_8);
    return text.startsWith("at ")
        || text.startsWith("Caused by: ")
        || text.startsWith("... ")
        || text.startsWith("Traceback ")
        || StackTrace.isHeader(text, 0, text.length());
  }
}
