package dev.openaierrors.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An event that is being put together of its lines, and what stands around the first. */
final class OpenEvent {

  private final long place;
  private long line;
  private final @Nullable LogTime time;
  private final @Nullable String level;
  private final @Nullable String logger;
  private final @Nullable String service;
  private byte[] bytes;
  private int length;
  private final boolean atLeft;
  private boolean partial;
  // What follows is left out, as it would follow what does not stand before it.
  private boolean full;

  /** Around its last line. */
  private @Nullable LogTime last;

  private boolean frameLast;

  private @Nullable OpenEvent below;
  private int belowLength;

  /**
   * One that begins with this line.
   *
   * @param line how many lines are before it
   */
  OpenEvent(Unwrapped first, long place, long line) {
    this.place = place;
    this.line = line;
    time = first.time();
    level = first.level();
    logger = first.logger();
    service = first.service();
    last = time;
    atLeft = first.isAtLeft();
    partial = first.isPartial();
    bytes = first.copy();
    length = bytes.length;
  }

  /** Tells how many lines are before the part of the log that it begins in. */
  void behind(long lines) {
    line += lines;
  }

  /** Adds a line, or more of one; of what is too long, only the begin is kept. */
  void add(Unwrapped more) {
    last = more.time();
    frameLast = more.isFrame();
    add(more.bytes, more.from, more.to - more.from, more.isPartial());
  }

  /** Adds the lines of another, which belong to this one. */
  void append(OpenEvent more) {
    last = more.last;
    frameLast = more.frameLast;
    add(more.bytes, 0, more.length, more.partial);
  }

  private void add(byte[] content, int from, int more, boolean goesOn) {
    int feed = partial ? 0 : 1;
    partial = goesOn;
    int size = length + feed + more;
    full |= size > EventReader.LONGEST_EVENT;
    if (full) {
      return;
    }
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
    }
    if (feed > 0) {
      bytes[length] = '\n';
    }
    System.arraycopy(content, from, bytes, length + feed, more);
    length = size;
  }

  /** Whether, where nothing tells events but traces, another one begins with this line. */
  boolean isOverBeforeTrace(Unwrapped line) {
    return frameLast && line.isTraceHead();
  }

  /** As the other, of the first line of what may go on with it. */
  boolean isOverBeforeTrace(OpenEvent more) {
    int end = LogBytes.lineEnd(more.bytes, 0, more.length);
    return frameLast && TextLines.isTraceHead(more.bytes, 0, end);
  }

  /** Whether a line is so long after the last one that it does not go on with it. */
  boolean isOverBefore(Unwrapped line) {
    LogTime next = last == null || !line.isAtLeft() ? null : line.time();
    return next != null && next.isPauseAfter(last);
  }

  /** As the other, of the first line of what may go on with it. */
  boolean isOverBefore(OpenEvent more) {
    return more.atLeft && more.time != null && more.time.isPauseAfter(last);
  }

  boolean isPartial() {
    return partial;
  }

  /** Takes the lines that follow, which came before. */
  void above(OpenEvent lines) {
    below = lines;
    belowLength = 1 + lines.length();
  }

  byte[] bytes() {
    if (below != null) {
      join();
    }
    return bytes;
  }

  private void join() {
    int size = length();
    byte[] all = Arrays.copyOf(bytes, size);
    int at = length;
    for (OpenEvent next = below; next != null; next = next.below) {
      all[at++] = '\n';
      System.arraycopy(next.bytes, 0, all, at, next.length);
      at += next.length;
    }
    bytes = all;
    length = size;
    below = null;
    belowLength = 0;
  }

  int length() {
    return length + belowLength;
  }

  long place() {
    return place;
  }

  /** Says of the event what only its surroundings say. */
  void completes(ParsedEvent event) {
    event.line = line;
    event.level = event.level == null ? level : event.level;
    event.time = time == null ? event.time : time.completing(event.time);
    event.logger = event.logger == null ? logger : event.logger;
    event.service = event.service == null ? service : event.service;
  }
}
