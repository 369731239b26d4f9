package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LogBytes;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events that begin in a file, whatever they carry, so that nobody takes what was not
 * understood for what holds nothing. Of a large file, a part of its windows stands for all.
 */
final class EventCount {

  /** Bytes in which all are counted; of the windows behind them, one of so many. */
  private static final int ALL = 1 << 22;

  private static final int EVERY = 16;

  private long events;
  private long bytes;
  private boolean text;

  /** Whether the events of a window are counted. */
  static boolean isCounted(Window window) {
    return window.offset < ALL || window.index % EVERY == 0;
  }

  /** The counting of one thread. */
  final class Counter {

    private EventReader reader;

    Counter(FormatSet formats) {
      reader = new EventReader(formats);
    }

    /**
     * Counts what begins in a window that was scanned.
     *
     * @param wrapped what the scan knows if its lines are wrapped; otherwise null
     */
    void count(Window window, ScanResult.@Nullable Wrapped wrapped) {
      if (!isCounted(window)) {
        return;
      }
      if (wrapped != null) {
        long begun = wrapped.part().begun();
        add(begun, window.bytes.length(), begun > 0 || wrapped.part().lines() > 0);
        return;
      }
      if (window.formats().isWrapped()) {
        // What is read backwards: any line could begin an event.
        add(0, window.bytes.length(), false);
        return;
      }
      if (reader.formats() != window.formats()) {
        reader = new EventReader(window.formats());
      }
      LogBytes log = window.bytes;
      int limit = log.length();
      int begun = 0;
      int at = 0;
      while (at < limit) {
        begun += reader.begins(log, at, limit) ? 1 : 0;
        at = log.lineEnd(at, limit) + 1;
      }
      add(begun, limit, begun > 0 || hasText(log.array(), limit));
    }
  }

  private static boolean hasText(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return true;
      }
    }
    return false;
  }

  /** Takes note of some that were counted in so many bytes. */
  synchronized void add(long more, long in, boolean anyText) {
    events += more;
    bytes += in;
    text |= anyText;
  }

  /** Whether there was something, but none of it an event. */
  synchronized boolean isNothingUnderstood() {
    return text && events == 0;
  }

  /** How many there are in a file of so many bytes. */
  synchronized long events(long all) {
    return bytes == 0 || bytes >= all ? events : Math.round((double) events * all / bytes);
  }
}
