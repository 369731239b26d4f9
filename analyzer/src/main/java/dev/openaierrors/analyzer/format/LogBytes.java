package dev.openaierrors.analyzer.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Some bytes of a log. Most of what is done with them is done to eight at a time, in words read
 * little-endian: of arrays, any compiler reads those by one load each, which it does of no buffer.
 * Reused; for one thread at a time.
 */
public final class LogBytes {

  /** So many bytes behind the last one may be asked for in words. */
  public static final int MARGIN = 40;

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long BLANKS_AND_ABOVE = 0xE0E0E0E0E0E0E0E0L;

  private byte[] bytes;
  private int length;
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

  /** Makes the words of the bytes; to be called when all are there. */
  public LogBytes aligned() {
    int needed = (length + Long.BYTES - 1 + MARGIN) / Long.BYTES;
    if (words.length < needed) {
      words = new long[Math.max(needed, (bytes.length + MARGIN) / Long.BYTES + 1)];
    }
    int whole = length / Long.BYTES;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(0, words, 0, whole);
    long rest = 0;
    for (int i = length - 1; i >= whole * Long.BYTES; i--) {
      rest = rest << Byte.SIZE | (bytes[i] & 0xff);
    }
    words[whole] = rest;
    return this;
  }

  /** Eight bytes each; those behind the last byte are any. */
  public long[] words() {
    return words;
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
