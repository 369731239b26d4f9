package dev.openaierrors.formats;

/**
 * Makes one line of each row of a table but the first, which is its heading and becomes blanks: the
 * line ends inside of quotes become others.
 */
final class CsvLines implements ByteChange {

  /** What stands for a line end inside of a cell. */
  static final byte LINE_END = 0x0b;

  /** A quote that is never closed does not swallow more than this. */
  private static final int LONGEST_ROW = 1 << 20;

  private boolean heading = true;
  private boolean quoted;
  private int since;

  @Override
  public void change(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      byte b = bytes[at];
      if (heading) {
        heading = quoted || b != '\n';
        quoted ^= b == '"';
        bytes[at] = ' ';
      } else if (b == '"') {
        quoted = !quoted;
        since = 0;
      } else if (quoted && (b == '\n' || b == '\r')) {
        bytes[at] = b == '\r' ? (byte) ' ' : LINE_END;
        since += 1;
      }
    }
    since += quoted ? to - from : 0;
    if (since > LONGEST_ROW) {
      quoted = false;
      since = 0;
    }
  }
}
