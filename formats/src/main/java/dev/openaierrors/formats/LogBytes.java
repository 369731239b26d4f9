package dev.openaierrors.formats;

import dev.openaierrors.error.ByteScan;
import java.nio.ByteBuffer;

/**
 * Some bytes of a log. Most of what is done with them is done to eight at a time. Reused; for one
 * thread at a time.
 */
public final class LogBytes {

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long EVENS = 0x00FF00FF00FF00FFL;
  private static final long EVEN_ONES = 0x0001000100010001L;
  private static final int MOST_SUMMED = 255;
  private static final long BLANKS_AND_ABOVE = 0xE0E0E0E0E0E0E0E0L;

  private byte[] bytes;
  private int length;
  private final ByteScan scan = new ByteScan();
  private long[] words = {};

  /** None, with room for so many. */
  public LogBytes(int capacity) {
    bytes = new byte[capacity];
  }

  /** The bytes themselves; another array after {@link #add}. */
  public byte[] array() {
    return bytes;
  }

  /** How many there are. */
  public int length() {
    return length;
  }

  /** Leaves only so many of them. */
  public void cut(int size) {
    length = size;
  }

  /** Makes room for so many more bytes, keeping those that are there. */
  private void room(int more) {
    int needed = length + more;
    if (bytes.length < needed) {
      byte[] larger = new byte[Math.max(needed, 2 * bytes.length)];
      System.arraycopy(bytes, 0, larger, 0, length);
      bytes = larger;
    }
  }

  /** Adds what a buffer holds. */
  public void add(ByteBuffer source) {
    int more = source.remaining();
    room(more);
    source.get(bytes, length, more);
    length += more;
  }

  /** Adds this part of an array. */
  public void add(byte[] source, int from, int size) {
    room(size);
    System.arraycopy(source, from, bytes, length, size);
    length += size;
  }

  /** Makes ready for all that follows; to be called when all bytes are there. */
  public LogBytes aligned() {
    scan.over(bytes, length);
    words = scan.longs();
    return this;
  }

  /** Where in this part an OpenAI error may be, as {@link ByteScan#next} tells. */
  public int next(int from, int to) {
    return scan.next(from, to);
  }

  /** As {@link ByteScan#nextBesidesCalls}. */
  public int nextBesidesCalls(int from, int to) {
    return scan.nextBesidesCalls(from, to);
  }

  /** Where the line ends that {@code at} is in: at its line feed, or at the limit. */
  public int lineEnd(int at, int limit) {
    int index = at / Long.BYTES;
    long found = lineFeeds(words[index]) & (-1L << (at * Byte.SIZE));
    while (found == 0 && (index + 1) * Long.BYTES < limit) {
      found = lineFeeds(words[++index]);
    }
    int end = index * Long.BYTES + first(found);
    return Math.min(end, limit);
  }

  /** Where the line begins that {@code at} is in, not before {@code from}. */
  public int lineStart(int at, int from) {
    int i = at;
    while (i > from && i % Long.BYTES != 0) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
      i--;
    }
    while (i - Long.BYTES >= from && lineFeeds(words[i / Long.BYTES - 1]) == 0) {
      i -= Long.BYTES;
    }
    while (i > from && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /** How many line feeds there are in this part. */
  public int lineFeeds(int from, int to) {
    int at = from;
    int count = 0;
    while (at < to && at % Long.BYTES != 0) {
      count += bytes[at++] == '\n' ? 1 : 0;
    }
    while (at + Long.BYTES <= to) {
      // No byte of a sum of so many words overflows.
      int end = Math.min(to / Long.BYTES, at / Long.BYTES + MOST_SUMMED);
      long sums = 0;
      for (int index = at / Long.BYTES; index < end; index++) {
        sums += lineFeeds(words[index]) >>> (Byte.SIZE - 1);
      }
      long pairs = (sums & EVENS) + ((sums >>> Byte.SIZE) & EVENS);
      count += (int) ((pairs * EVEN_ONES) >>> 48);
      at = end * Long.BYTES;
    }
    while (at < to) {
      count += bytes[at++] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** As {@link #lineEnd(int, int)}, of any bytes. */
  public static int lineEnd(byte[] bytes, int at, int limit) {
    int i = at;
    while (i < limit && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** As {@link #lineStart(int, int)}, of any bytes. */
  public static int lineStart(byte[] bytes, int at, int from) {
    int i = at;
    while (i > from && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  /**
   * Where the first byte stands from there on that is neither text nor a tabulator; {@code limit}
   * if there is none before it.
   */
  public int control(int from, int limit) {
    int at = from;
    while (at < limit) {
      int index = at / Long.BYTES;
      long found = controls(words[index]) & (-1L << (at * Byte.SIZE));
      while (found == 0 && (index + 1) * Long.BYTES < limit) {
        found = controls(words[++index]);
      }
      at = index * Long.BYTES + first(found);
      if (at >= limit || bytes[at] != '\t') {
        return Math.min(at, limit);
      }
      at++;
    }
    return limit;
  }

  /** Where the first of these two characters stands from there on; {@code limit} if none does. */
  public int either(char one, char other, int from, int limit) {
    long ones = one * ONES;
    long others = other * ONES;
    int index = from / Long.BYTES;
    long found = either(words[index], ones, others) & (-1L << (from * Byte.SIZE));
    while (found == 0 && (index + 1) * Long.BYTES < limit) {
      found = either(words[++index], ones, others);
    }
    return Math.min(index * Long.BYTES + first(found), limit);
  }

  private static long either(long word, long ones, long others) {
    return zeros(word ^ ones) | zeros(word ^ others);
  }

  private static long lineFeeds(long word) {
    return zeros(word ^ LINE_FEEDS);
  }

  /** All that is below a blank. */
  private static long controls(long word) {
    return zeros(word & BLANKS_AND_ABOVE);
  }

  /** The top bit of each byte that is zero, and no other bit. */
  private static long zeros(long word) {
    return ~(((word & ~TOPS) + ~TOPS) | word) & TOPS;
  }

  /** In which byte the lowest bit stands; behind the last one if there is none. */
  private static int first(long bits) {
    return Long.numberOfTrailingZeros(bits) / Byte.SIZE;
  }
}
