package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventReader;
import dev.openaierrors.analyzer.format.LogBytes;
import dev.openaierrors.analyzer.format.LogTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the events of a window that carry an error. Keeps state: for one thread. */
final class WindowScan {

  /** One window of so many is asked for its last time, since the last of a file may have none. */
  private static final int LAST_TIMES = 16;

  private final Recogniser recogniser;
  private final boolean countsDays;
  private @Nullable LineHeads heads;

  WindowScan(Recogniser recogniser, boolean countsDays) {
    this.recogniser = recogniser;
    this.countsDays = countsDays;
  }

  /**
   * What is in a window.
   *
   * @param first time of its first event; null if it has none, or if one before it has
   * @param last time of its last event; null if it has none, or is one of those that are not asked
   */
  record Result(
      List<Found> found, DayCount days, @Nullable LogTime first, @Nullable LogTime last) {}

  Result scan(Window window) {
    LineHeads lines = heads;
    if (lines == null || lines.formats() != window.formats()) {
      lines = new LineHeads(window.formats());
      heads = lines;
    }
    List<Found> errors = new ArrayList<>();
    DayCount days = new DayCount();
    LogBytes bytes = window.bytes.aligned();
    int length = bytes.length();
    int counted = 0;
    int at = 0;
    boolean passing = false;
    while (at < length) {
      int word = bytes.next(at, length);
      if (word < 0) {
        break;
      }
      int line = bytes.lineStart(word, at);
      int lineEnd = bytes.lineEnd(word, length);
      int found = eventStart(lines, bytes, line, at, length);
      int start = found < 0 ? ~found : found;
      boolean routine = found >= 0 && lines.isRoutine(bytes);
      passing = found < 0 ? passing && start == at : !routine && lines.isBelowInfo();
      if (passing) {
        // Where the event ends is not looked for: most are no longer than this line.
        at = lineEnd + 1;
        continue;
      }
      int end = nextEvent(lines, bytes, lineEnd, length);
      boolean whole = start == line && end <= lineEnd + 1 && end - start <= EventReader.HEAD;
      if (routine && whole && bytes.nextBesidesCalls(start, end) < 0) {
        at = end;
        continue;
      }
      counted = count(lines, bytes, counted, start + 1, days, length);
      if (word < start + WindowReader.LONGEST_EVENT) {
        int size = Math.min(end - start, WindowReader.LONGEST_EVENT);
        System.arraycopy(bytes.array(), start, recogniser.room(size), 0, size);
        Found one =
            recogniser.recognise(
                lines.reader(),
                size,
                window.offset + start,
                Recogniser.Around.NOTHING,
                days.days());
        if (one != null) {
          errors.add(one);
        }
      }
      at = end;
    }
    count(lines, bytes, counted, length, days, length);
    LogTime first = window.timeless ? lines.time(bytes.array(), 0, length) : null;
    boolean asksLast = window.last || window.index % LAST_TIMES == 0;
    LogTime last = asksLast ? lastTime(lines, bytes, length) : null;
    return new Result(errors, days, first, last);
  }

  /** Where the event begins, or the complement of {@code from} if none does from there on. */
  private static int eventStart(LineHeads lines, LogBytes bytes, int line, int from, int limit) {
    int start = line;
    while (!lines.begins(bytes, start, limit)) {
      if (start <= from) {
        return ~start;
      }
      start = bytes.lineStart(start - 1, from);
    }
    return start;
  }

  private static int nextEvent(LineHeads lines, LogBytes bytes, int lineEnd, int limit) {
    int start = lineEnd + 1;
    while (start < limit && !lines.begins(bytes, start, limit)) {
      start = bytes.lineEnd(start, limit) + 1;
    }
    return Math.min(start, limit);
  }

  /** Sees the times of all events, where they have no date; returns where it will go on. */
  private int count(LineHeads lines, LogBytes bytes, int from, int to, DayCount days, int limit) {
    int start = from;
    while (countsDays && start < to) {
      if (lines.begins(bytes, start, limit)) {
        LogTime time = lines.time(bytes.array(), start, limit);
        if (time != null && time.isTimeOfDay()) {
          days.see(time.secondOfDay());
        }
      }
      start = bytes.lineEnd(start, limit) + 1;
    }
    return start;
  }

  private static @Nullable LogTime lastTime(LineHeads lines, LogBytes bytes, int limit) {
    int start = bytes.lineStart(Math.max(0, limit - 1), 0);
    while (start > 0 && !lines.begins(bytes, start, limit)) {
      start = bytes.lineStart(start - 1, 0);
    }
    return lines.time(bytes.array(), start, limit);
  }

  /** Sees the times of a window, and nothing else of it. */
  void countDays(Window window, DayCount days) {
    LineHeads lines = new LineHeads(window.formats());
    LogBytes bytes = window.bytes.aligned();
    count(lines, bytes, 0, bytes.length(), days, bytes.length());
  }
}
