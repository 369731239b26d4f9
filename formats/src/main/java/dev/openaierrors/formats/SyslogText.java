package dev.openaierrors.formats;

import java.util.Arrays;

/** The text of syslog lines, in which control characters are written as {@code #011}, in octal. */
final class SyslogText {

  private SyslogText() {}

  /** The rest of the line as the content. */
  static void set(Cursor line, Unwrapped target) {
    byte[] bytes = line.bytes();
    for (int i = line.at(); i < line.end(); i++) {
      if (isEscape(bytes, i, line.end())) {
        byte[] rest = Arrays.copyOfRange(bytes, line.at(), line.end());
        // Colours are such characters, too.
        target.set(rest, 0, EventBytes.clean(rest, decode(rest)));
        return;
      }
    }
    target.set(bytes, line.at(), line.end());
  }

  private static boolean isEscape(byte[] bytes, int at, int end) {
    return bytes[at] == '#'
        && at + 3 < end
        && bytes[at + 1] == '0'
        && bytes[at + 2] >= '0'
        && bytes[at + 2] < '4'
        && bytes[at + 3] >= '0'
        && bytes[at + 3] < '8';
  }

  /** The new length. */
  private static int decode(byte[] bytes) {
    int to = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (isEscape(bytes, i, bytes.length)) {
        bytes[to++] = (byte) (8 * (bytes[i + 2] - '0') + bytes[i + 3] - '0');
        i += 3;
      } else {
        bytes[to++] = bytes[i];
      }
    }
    return to;
  }

  /** {@code host app[4711]: }, with the application as the key; false if it is not there. */
  static boolean hostAndTag(Cursor line, Unwrapped target, boolean numbered) {
    if (!line.word() || !line.skip(' ')) {
      return false;
    }
    int app = line.at();
    boolean blank = false;
    int bracket = 0;
    while (!line.isAtEnd() && line.peek() != ':') {
      int b = line.peek();
      blank |= b == ' ';
      bracket = b == '[' && bracket == 0 ? line.at() : bracket;
      line.to(line.at() + 1);
    }
    int end = line.at();
    if (line.isAtEnd() || blank || end == app || (numbered && bracket <= app)) {
      return false;
    }
    line.skip(':');
    line.skip(' ');
    set(line, target);
    target.parts.name(line.bytes(), app, end);
    return true;
  }
}
