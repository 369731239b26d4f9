package dev.openaierrors.formats;

/**
 * Makes one line of each row of a table but the first, which is its heading and becomes blanks: the
 * line ends inside of quotes become others. A quote inside of a cell that did not begin with one is
 * a part of its text, as in {@code 5" screen}.
 */
final class CsvLines implements ByteChange {

  /** What stands for a line end inside of a cell. */
  static final byte LINE_END = 0x0b;

  /** A quote that is never closed does not swallow more than this. */
  private static final int LONGEST_ROW = 1 << 17;

  /** Where in a cell the last byte was. */
  private enum Place {
    /** Before its first byte that is no blank. */
    BEFORE,
    /** In one without quotes, or behind the quote that ended one. */
    BARE,
    QUOTED,
    /** Behind a quote that ends the cell, is the first of two, or is a part of the text. */
    AT_QUOTE
  }

  private final byte separator;
  private boolean heading = true;
  private Place place = Place.BEFORE;

  /** Bytes since the quote that opened the cell. */
  private int since;

  CsvLines(char separator) {
    this.separator = (byte) separator;
  }

  @Override
  public void change(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at = heading ? at : plain(bytes, at, to);
      if (at < to) {
        step(bytes, at, from);
        at++;
      }
    }
  }

  /** Behind what changes nothing, which is nearly all of a table. */
  private int plain(byte[] bytes, int from, int to) {
    int at = from;
    if (place == Place.BARE) {
      byte end = separator;
      while (at < to && bytes[at] != end && bytes[at] != '\n') {
        at++;
      }
    } else if (place == Place.QUOTED) {
      int limit = Math.min(to, from + LONGEST_ROW - since);
      byte b;
      while (at < limit && (b = bytes[at]) != '"' && b != '\n' && b != '\r') {
        at++;
      }
      since += at - from;
    }
    return at;
  }

  private void step(byte[] bytes, int at, int from) {
    byte b = bytes[at];
    place = next(b);
    boolean open = isOpen();
    since = open ? since + 1 : 0;
    if (heading) {
      heading = open || b != '\n';
      bytes[at] = ' ';
    } else if (open && (b == '\n' || b == '\r')) {
      bytes[at] = b == '\r' ? (byte) ' ' : LINE_END;
    }
    if (since > LONGEST_ROW) {
      restore(bytes, Math.max(from, at + 1 - since), at);
    }
  }

  private boolean isOpen() {
    return place == Place.QUOTED || place == Place.AT_QUOTE;
  }

  private Place next(byte b) {
    boolean ends = b == separator || b == '\n';
    return switch (place) {
      case BEFORE ->
          b == '"' ? Place.QUOTED : ends || b == ' ' || b == '\r' ? Place.BEFORE : Place.BARE;
      case BARE -> ends ? Place.BEFORE : Place.BARE;
      case QUOTED -> b == '"' ? Place.AT_QUOTE : Place.QUOTED;
      case AT_QUOTE ->
          ends ? Place.BEFORE : b == ' ' ? Place.AT_QUOTE : b == '\r' ? Place.BARE : Place.QUOTED;
    };
  }

  /** The quote was none: what it swallowed is rows again, as far as they are still there. */
  private void restore(byte[] bytes, int from, int to) {
    for (int at = from; at <= to && !heading; at++) {
      bytes[at] = bytes[at] == LINE_END ? (byte) '\n' : bytes[at];
    }
    heading = false;
    place = Place.BARE;
    since = 0;
  }
}
