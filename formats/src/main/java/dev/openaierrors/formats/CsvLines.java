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

  /** Bytes behind the last quote. */
  private int since;

  @Override
  public void change(byte[] bytes, int from, int to) {
    int begin = heading ? heading(bytes, from, to) : from;
    boolean inside = quoted;
    int quote = begin;
    for (int at = begin; at < to; at++) {
      byte b = bytes[at];
      if (b == '"') {
        inside = !inside;
        quote = at;
      } else if (inside && (b == '\n' || b == '\r')) {
        bytes[at] = b == '\r' ? (byte) ' ' : LINE_END;
      }
    }
    since = quote > begin ? to - quote : since + to - begin;
    quoted = inside && since <= LONGEST_ROW;
  }

  /** Behind the first row, or at the end. */
  private int heading(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && heading) {
      byte b = bytes[at];
      heading = quoted || b != '\n';
      quoted ^= b == '"';
      bytes[at++] = ' ';
    }
    return at;
  }
}
