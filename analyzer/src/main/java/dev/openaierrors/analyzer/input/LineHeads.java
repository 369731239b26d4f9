package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventReader;
import dev.openaierrors.analyzer.format.FormatSet;
import dev.openaierrors.analyzer.format.LogTime;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a buffer with which events begin. Keeps state: for one thread. */
final class LineHeads {

  private final EventReader reader;
  private final FormatSet formats;
  private final byte[] line = new byte[EventReader.HEAD];

  LineHeads(FormatSet formats) {
    this.formats = formats;
    this.reader = new EventReader(formats);
  }

  FormatSet formats() {
    return formats;
  }

  EventReader reader() {
    return reader;
  }

  /**
   * Whether an event begins with the line at {@code start}, or, where lines are wrapped, could:
   * what they belong to shows when they are unwrapped.
   */
  boolean begins(ByteBuffer bytes, int start, int limit) {
    if (formats.isWrapped()) {
      return start < limit;
    }
    return start < limit
        && formats.mayBegin(bytes.get(start))
        && reader.begins(line, copy(bytes, start, limit));
  }

  /** Whether the event that was last seen to begin was logged below INFO: it carries nothing. */
  boolean isBelowInfo() {
    return reader.isBelowInfo();
  }

  /**
   * Whether the line with which an event was last seen to begin tells nothing out of the common.
   */
  boolean isRoutine() {
    return reader.isRoutine();
  }

  /** The time of the event that begins at {@code start}; null if there is none. */
  @Nullable LogTime time(ByteBuffer bytes, int start, int limit) {
    if (start >= limit) {
      return null;
    }
    int end = Math.min(lineEnd(bytes, start, limit), start + (1 << 16));
    byte[] whole = new byte[end - start];
    bytes.get(start, whole);
    return reader.time(whole, whole.length);
  }

  private int copy(ByteBuffer bytes, int start, int limit) {
    int length = Math.min(limit - start, line.length);
    bytes.get(start, line, 0, length);
    return length;
  }

  /** Where the line ends that {@code at} is in: at its line feed, or at the limit. */
  static int lineEnd(ByteBuffer bytes, int at, int limit) {
    int i = at;
    while (i + Long.BYTES <= limit && !hasLineFeed(bytes.getLong(i))) {
      i += Long.BYTES;
    }
    while (i < limit && bytes.get(i) != '\n') {
      i++;
    }
    return i;
  }

  /** Where the line begins that {@code at} is in, not before {@code from}. */
  static int lineStart(ByteBuffer bytes, int at, int from) {
    int i = at;
    while (i - Long.BYTES >= from && !hasLineFeed(bytes.getLong(i - Long.BYTES))) {
      i -= Long.BYTES;
    }
    while (i > from && bytes.get(i - 1) != '\n') {
      i--;
    }
    return i;
  }

  private static boolean hasLineFeed(long word) {
    long lineFeeds = word ^ 0x0A0A0A0A0A0A0A0AL;
    return ((lineFeeds - 0x0101010101010101L) & ~lineFeeds & 0x8080808080808080L) != 0;
  }
}
