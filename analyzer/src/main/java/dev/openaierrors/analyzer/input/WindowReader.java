package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineEnds;
import dev.openaierrors.formats.LogBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into windows of whole events, for several threads: what is read next follows from
 * what was read before, but reading is the smallest part of the work.
 *
 * <p>Of an event that is longer than {@link EventReader#LONGEST_EVENT} only so much is looked at.
 * Where its end is not to be found, the formats are looked for anew: the file may go on in another
 * one.
 */
final class WindowReader {

  private static final int PAGE = 4096;

  /** Behind the begin of a page, as some processors copy slowly to the bytes right behind it. */
  private static final int SHIFT = 128;

  private static final int LOOKS = 4000;

  private final ReentrantLock reading = new ReentrantLock();
  private final ByteSource source;
  private final ByteBuffer buffer;
  private EventReader heads;
  private final LongConsumer onRead;
  private byte[] carry;
  private int carryLength;
  private long offset;
  private long index;
  private boolean skipping;
  private boolean done;
  private volatile boolean stopped;
  private @Nullable IOException failure;
  private long cut;
  private long linesLeftOut;

  /**
   * A reader that goes on behind what was read to recognise the formats.
   *
   * @param block bytes that are read at a time
   */
  WindowReader(ByteSource source, FileFormat format, int block, LongConsumer onRead) {
    this(source, format.formats(), format.begin(), block, onRead);
    failure = format.broken();
    stopped = failure != null;
  }

  /** A reader of a source that nothing was read of. */
  WindowReader(ByteSource source, FormatSet formats, int block) {
    this(source, formats, new byte[0], block, consumed -> {});
  }

  private WindowReader(
      ByteSource source, FormatSet formats, byte[] begin, int block, LongConsumer onRead) {
    this.source = source;
    this.heads = new EventReader(formats);
    this.carry = begin;
    this.carryLength = begin.length;
    this.buffer = allocate(block);
    this.onRead = onRead;
  }

  private static ByteBuffer allocate(int capacity) {
    return ByteBuffer.allocateDirect(capacity + SHIFT + 2 * PAGE)
        .alignedSlice(PAGE)
        .position(SHIFT)
        .limit(SHIFT + capacity)
        .slice();
  }

  /** Why not all could be read; null if it could. To be asked when nobody reads any more. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Bytes read; to be asked when nobody reads any more. */
  long bytes() {
    return offset + carryLength;
  }

  /** Events of which not all was looked at; to be asked when nobody reads any more. */
  long cutEvents() {
    return cut;
  }

  /** Looks for a while whether it may go on: to be woken takes longer than to read a window. */
  private void lock() {
    for (int look = 0; look < LOOKS; look++) {
      if (reading.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    reading.lock();
  }

  /** Makes the next window the last one. */
  void stop() {
    stopped = true;
  }

  /** The next window; false if there is none. */
  boolean next(Window window) {
    lock();
    try {
      return cutNext(window);
    } finally {
      reading.unlock();
    }
  }

  private boolean cutNext(Window window) {
    while (!done) {
      load(window);
      if ((!skipping || skip(window)) && fill(window)) {
        window.index = index++;
        window.linesLeftOut = linesLeftOut;
        linesLeftOut = 0;
        LineEnds ends = source.lineEnds();
        window.lineEnds = ends == null ? null : ends.before(offset);
        window.last = done;
        window.formats(heads.formats());
        return true;
      }
    }
    return false;
  }

  private void load(Window window) {
    window.bytes.cut(0);
    window.bytes.add(carry, 0, carryLength);
    window.offset = offset;
    carryLength = 0;
  }

  /**
   * Reads until there is the begin of another event behind the first; false if there is nothing.
   */
  private boolean fill(Window window) {
    LogBytes bytes = window.bytes;
    int undecided = 1;
    boolean recognisedAnew = false;
    while (true) {
      int read = read(bytes);
      boolean over = read == ByteSource.END || (read == ByteSource.PAUSE && endsLine(bytes));
      if (over) {
        done |= read == ByteSource.END;
        keep(window, bytes.length());
        return bytes.length() > 0;
      }
      int start = lastHead(bytes, undecided);
      if (start > 0) {
        keep(window, start);
        return true;
      }
      undecided = Math.max(1, firstUndecided(bytes, undecided));
      if (bytes.length() >= EventReader.LONGEST_EVENT) {
        if (!recognisedAnew) {
          recognisedAnew = true;
          recogniseAnew(bytes);
          undecided = 1;
          continue;
        }
        cut++;
        skipping = true;
        keep(window, EventReader.LONGEST_EVENT);
        return true;
      }
    }
  }

  private static boolean endsLine(LogBytes bytes) {
    return bytes.length() == 0 || bytes.array()[bytes.length() - 1] == '\n';
  }

  private int read(LogBytes target) {
    if (stopped) {
      return ByteSource.END;
    }
    buffer.clear();
    int read = ByteSource.PAUSE;
    try {
      do {
        read = source.read(buffer);
      } while (read > 0 && buffer.hasRemaining() && !source.isUpToDate());
    } catch (IOException broken) {
      failure = broken;
      stopped = true;
      read = ByteSource.END;
    }
    int size = buffer.flip().remaining();
    target.add(buffer);
    source.change(target.array(), target.length() - size, target.length());
    onRead.accept(source.consumed());
    return size > 0 ? size : read;
  }

  /** The last begin of an event that is certain, not before {@code from}; 0 if there is none. */
  private int lastHead(LogBytes log, int from) {
    byte[] bytes = log.array();
    int length = log.length();
    int end = length;
    while (end >= from) {
      int start = LogBytes.lineStart(bytes, end, from);
      boolean line = bytes[start - 1] == '\n';
      if (line && start < length && isDecided(log, start) && heads.begins(bytes, start, length)) {
        return start;
      }
      end = start - 1;
    }
    return 0;
  }

  /** Whether so much of the line is there that it is certain whether an event begins with it. */
  private static boolean isDecided(LogBytes log, int start) {
    return log.length() - start >= EventReader.HEAD
        || LogBytes.lineEnd(log.array(), start, log.length()) < log.length();
  }

  /** Before this, no event begins but the first, whatever is still to be read. */
  private static int firstUndecided(LogBytes log, int from) {
    int start = LogBytes.lineStart(log.array(), log.length(), from);
    return start < log.length() && isDecided(log, start) ? log.length() : start;
  }

  private void keep(Window window, int from) {
    int length = window.bytes.length() - from;
    if (carry.length < length) {
      carry = new byte[Math.max(length, 2 * carry.length)];
    }
    System.arraycopy(window.bytes.array(), from, carry, 0, length);
    carryLength = length;
    window.bytes.cut(from);
    offset = window.offset + from;
  }

  /** Drops the rest of an event that is too long; false if its end is still to come. */
  private boolean skip(Window window) {
    boolean last = read(window.bytes) == ByteSource.END;
    byte[] bytes = window.bytes.array();
    int length = window.bytes.length();
    int dropped = length;
    int feed = LogBytes.lineEnd(bytes, 0, length);
    while (feed < length) {
      int start = feed + 1;
      boolean whole = start < length && (last || isDecided(window.bytes, start));
      if (!whole) {
        dropped = feed;
        break;
      }
      if (heads.begins(bytes, start, length)) {
        leaveOut(bytes, start);
        keep(window, start);
        load(window);
        skipping = false;
        return true;
      }
      feed = LogBytes.lineEnd(bytes, start, length);
    }
    done |= last;
    leaveOut(bytes, last ? length : dropped);
    keep(window, last ? length : dropped);
    return false;
  }

  private void leaveOut(byte[] bytes, int to) {
    // Where they are made of others, these are told with the next window.
    for (int i = 0; i < to && source.lineEnds() == null; i++) {
      linesLeftOut += bytes[i] == '\n' ? 1 : 0;
    }
  }

  /** By bytes that are the same whatever is read at a time. */
  private void recogniseAnew(LogBytes log) {
    byte[] sample =
        Arrays.copyOfRange(
            log.array(), EventReader.LONGEST_EVENT - Samples.SIZE, EventReader.LONGEST_EVENT);
    int begin = LogBytes.lineEnd(sample, 0, sample.length);
    byte[] lines = Arrays.copyOfRange(sample, begin, sample.length);
    heads = new EventReader(heads.formats().and(FormatSet.detect(lines, lines.length)));
  }
}
