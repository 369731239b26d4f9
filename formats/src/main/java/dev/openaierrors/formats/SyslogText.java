package dev.openaierrors.formats;

/** The text of syslog lines, in which control characters are written as {@code #011}. */
final class SyslogText {

  private SyslogText() {}

  /** The rest of the line as the content. */
  static void set(Cursor line, Unwrapped target) {
    byte[] bytes = line.bytes();
    int to = line.at();
    int end = line.end();
    int begin = line.at();
    for (int i = begin; i < end; i++) {
      if (bytes[i] == '#' && i + 3 < end && bytes[i + 1] == '0' && bytes[i + 2] == '1') {
        int octal = bytes[i + 3] - '0';
        if (octal >= 0 && octal < 8) {
          bytes[to++] = (byte) (8 + octal);
          i += 3;
          continue;
        }
      }
      bytes[to++] = bytes[i];
    }
    target.set(bytes, begin, to);
  }

  /** {@code host app[4711]: }, with the application as the key; false if it is not there. */
  static boolean hostAndTag(Cursor line, Unwrapped target) {
    if (!line.word() || !line.skip(' ')) {
      return false;
    }
    int app = line.at();
    if (!line.find(':')) {
      return false;
    }
    String key = line.text(app, line.at());
    if (key.isEmpty() || key.indexOf(' ') >= 0) {
      return false;
    }
    line.skip(':');
    line.skip(' ');
    int bracket = key.indexOf('[');
    set(line, target);
    target.key = key;
    target.service = bracket > 0 ? key.substring(0, bracket) : key;
    return true;
  }
}
