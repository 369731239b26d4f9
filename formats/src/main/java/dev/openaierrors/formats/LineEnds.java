package dev.openaierrors.formats;

import java.util.Arrays;

/**
 * Where in what is made of a document its own lines end, until somebody asks: whoever makes them is
 * ahead of whoever reads them by no more than what is read at a time. For one thread at a time.
 */
public final class LineEnds {

  static final int MOST_COMPARED = 48;
  private static final int LEAST_COMPARED = 3;

  private long[] places = new long[64];
  private int count;

  /** None yet. */
  public LineEnds() {}

  /** A line ends at this place, which is not before the last one. */
  public void add(long place) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    places[count++] = place;
  }

  /**
   * As {@link #add(long)}, for each line feed of these bytes, of which the first has this place.
   */
  public void add(byte[] bytes, int from, int to, long place) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        add(place + i - from);
      }
    }
  }

  /** Those before a place, which are forgotten. */
  public long[] before(long place) {
    int all = 0;
    while (all < count && places[all] < place) {
      all++;
    }
    long[] taken = Arrays.copyOf(places, all);
    System.arraycopy(places, all, places, 0, count - all);
    count -= all;
    return taken;
  }

  /** Where what is made of a line begins: there may be blanks for what stood before it. */
  public static int firstByte(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  /**
   * Where a text begins that is written in these bytes as in JSON or CSV, or {@code from} if its
   * begin is not found.
   */
  public static int firstOf(String text, byte[] bytes, int from, int to) {
    int length = 0;
    while (length < Math.min(text.length(), MOST_COMPARED) && isAsItIs(text.charAt(length))) {
      length++;
    }
    for (int at = from; length >= LEAST_COMPARED && at + length <= to; at++) {
      int same = 0;
      while (same < length && bytes[at + same] == text.charAt(same)) {
        same++;
      }
      if (same == length) {
        return at;
      }
    }
    return from;
  }

  private static boolean isAsItIs(char c) {
    return c >= ' ' && c < 127 && c != '"' && c != '\\' && c != '/';
  }
}
