package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventBytes;
import dev.openaierrors.analyzer.format.EventReader;
import dev.openaierrors.analyzer.format.FormatSet;
import dev.openaierrors.analyzer.format.LogBytes;
import dev.openaierrors.analyzer.format.LogTime;
import java.util.Arrays;
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
  boolean begins(byte[] bytes, int start, int limit) {
    int end = Math.min(limit, start + EventReader.HEAD);
    return mayBegin(bytes, start, limit)
        && begins(bytes, start, EventBytes.textEnd(bytes, start, end), end);
  }

  /** As {@link #begins(byte[], int, int)}. */
  boolean begins(LogBytes log, int start, int limit) {
    int end = Math.min(limit, start + EventReader.HEAD);
    return mayBegin(log.array(), start, limit)
        && begins(log.array(), start, log.control(start, end), end);
  }

  /** No event begins with a tab, by which the frames of stack traces do. */
  private boolean mayBegin(byte[] bytes, int start, int limit) {
    return start < limit && (formats.isWrapped() || bytes[start] != '\t');
  }

  /**
   * Most lines are nothing but text.
   *
   * @param text up to where there is
   */
  private boolean begins(byte[] bytes, int start, int text, int end) {
    if (formats.isWrapped()) {
      return true;
    }
    boolean whole = text == end || bytes[text] == '\n';
    boolean windows = text + 1 < end && bytes[text] == '\r' && bytes[text + 1] == '\n';
    if (whole || windows) {
      return reader.begins(bytes, start, text);
    }
    System.arraycopy(bytes, start, line, 0, end - start);
    return reader.begins(line, end - start);
  }

  /** Whether the event that was last seen to begin was logged below INFO: it carries nothing. */
  boolean isBelowInfo() {
    return reader.isBelowInfo();
  }

  /**
   * Whether the line with which an event was last seen to begin tells nothing out of the common.
   */
  boolean isRoutine(LogBytes log) {
    return reader.isRoutine(log);
  }

  /** The time of the event that begins at {@code start}; null if there is none. */
  @Nullable LogTime time(byte[] bytes, int start, int limit) {
    if (start >= limit) {
      return null;
    }
    int end = Math.min(lineEnd(bytes, start, limit), start + (1 << 16));
    byte[] whole = Arrays.copyOfRange(bytes, start, end);
    return reader.time(whole, whole.length);
  }

  /** Where the line ends that {@code at} is in: at its line feed, or at the limit. */
  static int lineEnd(byte[] bytes, int at, int limit) {
    int i = at;
    while (i < limit && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /** Where the line begins that {@code at} is in, not before {@code from}. */
  static int lineStart(byte[] bytes, int at, int from) {
    int i = at;
    while (i > from && bytes[i - 1] != '\n') {
      i--;
    }
    return i;
  }
}
