package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineEnds;
import dev.openaierrors.formats.LogBytes;
import dev.openaierrors.formats.LogTime;
import dev.openaierrors.formats.ParsedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the events of windows that carry an error. Keeps state: for one thread. */
final class WindowScan implements Scan {

  /** One window of so many is asked for its last time, since the last of a file may have none. */
  /** Shorter ones may be numbers, which stand anywhere. */
  private static final int LEAST_CODE = 6;

  private static final int LAST_TIMES = 16;

  private final EventClassifier classifier;
  private final boolean countsDays;
  private EventReader reader;

  // Of the window that is scanned.
  private LogBytes bytes = new LogBytes(0);
  private long offset;
  private DayCount days = new DayCount();
  private int counted;
  private List<UntimedEvent> errors = new ArrayList<>();
  private int linesTo;
  private long lines;
  private long @Nullable [] lineEnds;

  /** Whether the event that was last seen to begin was logged below INFO: it carries nothing. */
  private boolean passing;

  WindowScan(FormatSet formats, EventClassifier classifier) {
    this.classifier = classifier;
    countsDays = formats.hasTimeOnly();
    reader = new EventReader(formats);
  }

  @Override
  public ScanResult scan(Window window) {
    begin(window);
    int length = bytes.length();
    int at = 0;
    while (at < length) {
      int word = bytes.next(at, length);
      at = word < 0 ? length : look(word, at);
    }
    countDays(length);
    LogTime first = window.timeless ? firstTime() : null;
    boolean asksLast = window.last || window.index % LAST_TIMES == 0;
    return new ScanResult(errors, days, first, asksLast ? lastTime() : null, lines(length), null);
  }

  private void begin(Window window) {
    if (reader.formats() != window.formats()) {
      reader = new EventReader(window.formats());
    }
    bytes = window.bytes.aligned();
    offset = window.offset;
    days = new DayCount();
    counted = 0;
    errors = new ArrayList<>();
    passing = false;
    linesTo = 0;
    lines = window.linesLeftOut;
    lineEnds = window.lineEnds;
  }

  /**
   * Looks at the event that a word is in.
   *
   * @param from where the event begins at the earliest
   * @return where to look for the next word
   */
  private int look(int word, int from) {
    int line = bytes.lineStart(word, from);
    int lineEnd = bytes.lineEnd(word, bytes.length());
    int begin = eventStart(line, from);
    boolean routine = begin >= 0 && reader.isRoutine(bytes);
    if (begin >= 0) {
      passing = !routine && reader.isBelowInfo();
    }
    if (passing) {
      // Where the event ends is not looked for: most are no longer than this line.
      return lineEnd + 1;
    }
    int start = Math.max(begin, from);
    int end = nextEvent(lineEnd);
    boolean whole = start == line && end <= lineEnd + 1 && end - start <= EventReader.HEAD;
    if (!routine || !whole || bytes.nextBesidesCalls(start, end) >= 0) {
      countDays(start + 1);
      if (word < start + EventReader.LONGEST_EVENT) {
        classify(start, Math.min(end - start, EventReader.LONGEST_EVENT));
      }
    }
    return end;
  }

  private void classify(int start, int size) {
    ParsedEvent event = reader.parse(bytes.array(), start, size);
    int first = lineEnds == null ? start : LineEnds.firstByte(bytes.array(), start, start + size);
    UntimedEvent error =
        event == null
            ? null
            : classifier.classify(event, offset + first, lines(first), days.days());
    if (error != null) {
      errors.add(
          lineEnds == null ? error : error.onLine(lines(told(error.event(), first, start + size))));
    }
  }

  /**
   * Of an event that is written over many lines of a document, what the error is called is to be
   * found, or else its message.
   */
  private int told(AnalyzedEvent event, int first, int end) {
    String code = event.error().answer().code();
    if (code != null && code.length() >= LEAST_CODE && !event.message().contains(code)) {
      int at = LineEnds.firstOf(code, bytes.array(), first, end);
      if (at > first) {
        return at;
      }
    }
    return LineEnds.firstOf(event.message(), bytes.array(), first, end);
  }

  /** Lines that end before this place, which is not before the last one asked about. */
  private long lines(int to) {
    long[] ends = lineEnds;
    if (ends != null) {
      while (lines < ends.length && ends[(int) lines] < offset + to) {
        lines++;
      }
      return lines;
    }
    lines += bytes.lineFeeds(linesTo, to);
    linesTo = to;
    return lines;
  }

  /** Where the event begins that this line is of; -1 if that is before {@code from}. */
  private int eventStart(int line, int from) {
    int start = line;
    while (!reader.begins(bytes, start, bytes.length())) {
      if (start <= from) {
        return -1;
      }
      start = bytes.lineStart(start - 1, from);
    }
    return start;
  }

  private int nextEvent(int lineEnd) {
    int limit = bytes.length();
    int start = lineEnd + 1;
    while (start < limit && !reader.begins(bytes, start, limit)) {
      start = bytes.lineEnd(start, limit) + 1;
    }
    return Math.min(start, limit);
  }

  /** Sees the times of all events before this place, where they have no date. */
  private void countDays(int to) {
    int limit = bytes.length();
    while (countsDays && counted < to) {
      if (reader.begins(bytes, counted, limit)) {
        LogTime time = reader.time(bytes.array(), counted, limit);
        if (time != null && time.isTimeOfDay()) {
          days.see(time.secondOfDay());
        }
      }
      counted = bytes.lineEnd(counted, limit) + 1;
    }
  }

  /** Of the first event; before the first one of a file, something else may stand. */
  private @Nullable LogTime firstTime() {
    int limit = bytes.length();
    int start = 0;
    while (start < limit && !reader.begins(bytes, start, limit)) {
      start = bytes.lineEnd(start, limit) + 1;
    }
    return reader.time(bytes.array(), start, limit);
  }

  private @Nullable LogTime lastTime() {
    int limit = bytes.length();
    int start = bytes.lineStart(Math.max(0, limit - 1), 0);
    while (start > 0 && !reader.begins(bytes, start, limit)) {
      start = bytes.lineStart(start - 1, 0);
    }
    return reader.time(bytes.array(), start, limit);
  }

  /** Sees the times of a window, and nothing else of it. */
  DayCount daysOf(Window window) {
    begin(window);
    countDays(bytes.length());
    return days;
  }
}
