package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventReader;
import dev.openaierrors.analyzer.format.FormatSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into windows of whole events, for several threads: what is read next follows from
 * what was read before, but reading is the smallest part of the work.
 *
 * <p>Of an event that is longer than {@link #LONGEST_EVENT} only so much is looked at. Where its
 * end is not to be found, the formats are looked for anew: the file may go on in another one.
 */
final class WindowReader {

  /** Bytes of an event that are looked at. */
  static final int LONGEST_EVENT = 1 << 20;

  private final ByteSource source;
  private final int block;
  private LineHeads heads;
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

  /**
   * A reader that goes on behind what was read to recognise the formats.
   *
   * @param block bytes that are read at a time
   */
  WindowReader(ByteSource source, FormatSet formats, byte[] begin, int block, LongConsumer onRead) {
    this.source = source;
    this.heads = new LineHeads(formats);
    this.carry = begin;
    this.carryLength = begin.length;
    this.block = block;
    this.onRead = onRead;
  }

  /** Why not all could be read; null if it could. */
  synchronized @Nullable IOException failure() {
    return failure;
  }

  /** Bytes read so far. */
  synchronized long bytes() {
    return offset + carryLength;
  }

  /** Events of which not all was looked at. */
  synchronized long cutEvents() {
    return cut;
  }

  /** Makes the next window the last one. */
  void stop() {
    stopped = true;
  }

  /** The next window; false if there is none. */
  synchronized boolean next(Window window) {
    while (!done) {
      load(window);
      if ((!skipping || skip(window)) && fill(window)) {
        window.index = index++;
        window.last = done;
        window.formats(heads.formats());
        return true;
      }
    }
    return false;
  }

  private void load(Window window) {
    window.length = 0;
    window.ensure(carryLength + block);
    window.bytes.put(0, carry, 0, carryLength);
    window.length = carryLength;
    window.offset = offset;
    carryLength = 0;
  }

  /**
   * Reads until there is the begin of another event behind the first; false if there is nothing.
   */
  private boolean fill(Window window) {
    int undecided = 1;
    boolean recognisedAnew = false;
    while (true) {
      int read = read(window);
      boolean over = read == ByteSource.END || (read == ByteSource.PAUSE && endsLine(window));
      if (over) {
        done |= read == ByteSource.END;
        keep(window, window.length);
        return window.length > 0;
      }
      int start = lastHead(window, undecided);
      if (start > 0) {
        keep(window, start);
        return true;
      }
      undecided = Math.max(1, firstUndecided(window, undecided));
      if (window.length >= LONGEST_EVENT) {
        if (!recognisedAnew) {
          recognisedAnew = true;
          recogniseAnew(window);
          undecided = 1;
          continue;
        }
        cut++;
        skipping = true;
        keep(window, LONGEST_EVENT);
        return true;
      }
    }
  }

  private static boolean endsLine(Window window) {
    return window.length == 0 || window.bytes.get(window.length - 1) == '\n';
  }

  private int read(Window window) {
    if (stopped) {
      return ByteSource.END;
    }
    window.ensure(window.length + block);
    ByteBuffer target = window.bytes.duplicate();
    int begin = window.length;
    target.limit(begin + block).position(begin);
    int read = ByteSource.PAUSE;
    try {
      do {
        read = source.read(target);
      } while (read > 0 && target.hasRemaining());
    } catch (IOException broken) {
      failure = broken;
      stopped = true;
      read = ByteSource.END;
    }
    window.length = target.position();
    onRead.accept(source.consumed());
    return window.length > begin ? window.length - begin : read;
  }

  /** The last begin of an event that is certain, not before {@code from}; 0 if there is none. */
  private int lastHead(Window window, int from) {
    int end = window.length;
    while (end >= from) {
      int start = LineHeads.lineStart(window.bytes, end, from);
      boolean line = window.bytes.get(start - 1) == '\n';
      if (line
          && start < window.length
          && isDecided(window, start)
          && heads.begins(window.bytes, start, window.length)) {
        return start;
      }
      end = start - 1;
    }
    return 0;
  }

  /** Whether so much of the line is there that it is certain whether an event begins with it. */
  private static boolean isDecided(Window window, int start) {
    return window.length - start >= EventReader.HEAD
        || LineHeads.lineEnd(window.bytes, start, window.length) < window.length;
  }

  /** Before this, no event begins but the first, whatever is still to be read. */
  private static int firstUndecided(Window window, int from) {
    int start = LineHeads.lineStart(window.bytes, window.length, from);
    return start < window.length && isDecided(window, start) ? window.length : start;
  }

  private void keep(Window window, int from) {
    int length = window.length - from;
    if (carry.length < length) {
      carry = new byte[Math.max(length, 2 * carry.length)];
    }
    window.bytes.get(from, carry, 0, length);
    carryLength = length;
    window.length = from;
    offset = window.offset + from;
  }

  /** Drops the rest of an event that is too long; false if its end is still to come. */
  private boolean skip(Window window) {
    boolean last = read(window) == ByteSource.END;
    int dropped = window.length;
    int feed = LineHeads.lineEnd(window.bytes, 0, window.length);
    while (feed < window.length) {
      int start = feed + 1;
      boolean whole = start < window.length && (last || isDecided(window, start));
      if (!whole) {
        dropped = feed;
        break;
      }
      if (heads.begins(window.bytes, start, window.length)) {
        keep(window, start);
        load(window);
        skipping = false;
        return true;
      }
      feed = LineHeads.lineEnd(window.bytes, start, window.length);
    }
    done |= last;
    keep(window, last ? window.length : dropped);
    return false;
  }

  /** By bytes that are the same whatever is read at a time. */
  private void recogniseAnew(Window window) {
    byte[] sample = new byte[FileFormat.SAMPLE];
    window.bytes.get(LONGEST_EVENT - sample.length, sample);
    int begin = 0;
    while (begin < sample.length && sample[begin] != '\n') {
      begin++;
    }
    byte[] lines = Arrays.copyOfRange(sample, begin, sample.length);
    heads = new LineHeads(heads.formats().and(FormatSet.detect(lines, lines.length)));
  }
}
