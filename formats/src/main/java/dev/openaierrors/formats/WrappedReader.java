package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of a log whose lines are wrapped, each for itself, and leaves what belongs to the
 * parts around it to a {@link WrappedJoiner}. Of most lines, only the head is looked at. Keeps
 * state: for one thread.
 */
public final class WrappedReader {

  private final EventReader reader;
  private final LineUnwrapper unwrapper;
  private final boolean hidesWords;
  private final WrappedEvents events;
  private final EventScan scan = new EventScan();
  private final byte[] head = new byte[EventReader.HEAD];
  private byte[] copy = new byte[4096];

  // Of the part that is read.
  private LogBytes log = new LogBytes(0);
  private long offset;
  private final Map<Long, WrappedLines> byKey = new HashMap<>();
  private final List<WrappedLines> all = new ArrayList<>();
  private @Nullable WrappedLines latest;
  private int nextWord;
  private long lines;
  private long begun;

  /**
   * A reader of these formats.
   *
   * @param events takes the events that begin and end in one part
   */
  public WrappedReader(FormatSet formats, WrappedEvents events) {
    reader = new EventReader(formats);
    unwrapper = new LineUnwrapper(formats);
    Wrapping wrapping = formats.wrapping();
    hidesWords = wrapping == null || wrapping.hidesWords();
    this.events = events;
  }

  /** What is read. */
  public FormatSet formats() {
    return reader.formats();
  }

  /**
   * Reads a part of whole lines.
   *
   * @param bytes made ready by {@link LogBytes#aligned}
   * @param place of its first byte
   * @param leftOut lines that were left out between the part before and this one
   * @return what belongs to other parts
   */
  public WrappedPart read(LogBytes bytes, long place, long leftOut) {
    log = bytes;
    lines = leftOut;
    begun = 0;
    offset = place;
    byKey.clear();
    all.clear();
    latest = null;
    nextWord = -1;
    int length = bytes.length();
    int start = 0;
    while (start < length) {
      int end = bytes.lineEnd(start, length);
      line(start, end);
      lines++;
      start = end + 1;
    }
    return ends();
  }

  private void line(int start, int end) {
    Unwrapped line = unwrap(start, end);
    WrappedLines ofKey = linesOf(line);
    boolean begins = (ofKey.count() == 0 || !ofKey.partial) && begins(line);
    boolean word = hasWord(line, start, end);
    // Asked for now: to complete the event before makes the reader forget.
    boolean passed = word && begins && reader.isBelowInfo();
    boolean routine = word && begins && isRoutine(line, end);
    if (ofKey.count() > 0 && begins) {
      complete(ofKey, offset + start);
    }
    if (ofKey.count() == 0) {
      ofKey.begins = begins;
      ofKey.line = lines;
      ofKey.passed = passed;
      ofKey.routine = routine;
    }
    ofKey.partial = line.isPartial();
    ofKey.add(start);
    ofKey.hit |= ofKey.partial || (word && !routine);
    begun += begins ? 1 : 0;
  }

  /** Of a line that is nothing but text, nothing is copied. */
  private Unwrapped unwrap(int start, int end) {
    byte[] bytes = log.array();
    int size = Math.min(end - start, EventReader.LONGEST_EVENT);
    int text = log.control(start, start + size);
    boolean windows = text == end - 1 && bytes[text] == '\r';
    if (text == start + size || windows) {
      return unwrapper.unwrap(bytes, start, text);
    }
    if (copy.length < size) {
      copy = new byte[2 * size];
    }
    System.arraycopy(bytes, start, copy, 0, size);
    return unwrapper.unwrap(copy, size);
  }

  private WrappedLines linesOf(Unwrapped line) {
    WrappedLines before = latest;
    if (before != null && line.alone) {
      return before;
    }
    long key = line.alone ? 0 : line.keyHash();
    if (before != null && before.key == key) {
      return before;
    }
    WrappedLines lines = byKey.get(key);
    if (lines == null) {
      lines = new WrappedLines(key);
      byKey.put(key, lines);
      all.add(lines);
    }
    latest = lines;
    return lines;
  }

  private boolean begins(Unwrapped line) {
    if (line.from >= line.to || line.bytes[line.from] == '\t') {
      return false;
    }
    if (line.bytes == log.array()) {
      return reader.beginsText(
          line.bytes, line.from, Math.min(line.to, line.from + EventReader.HEAD));
    }
    int length = line.head(head);
    return reader.beginsText(head, 0, EventBytes.cleanLine(head, length));
  }

  /** Whether a line has a word of errors; of several lines, to be asked in their order. */
  private boolean hasWord(Unwrapped line, int start, int end) {
    if (hidesWords) {
      return true;
    }
    int from = line.bytes == log.array() ? line.from : start;
    if (nextWord < from) {
      int word = log.next(from, log.length());
      nextWord = word < 0 ? Integer.MAX_VALUE : word;
    }
    return nextWord < end;
  }

  /** Whether no error can be in the line, unless other lines follow. */
  private boolean isRoutine(Unwrapped line, int end) {
    return line.bytes == log.array()
        && line.to - line.from <= EventReader.HEAD
        && reader.isRoutine(log)
        && log.nextBesidesCalls(line.from, end) < 0;
  }

  /** Their event is complete, as another begins. */
  private void complete(WrappedLines lines, long end) {
    if (lines.first) {
      lines.opening = build(lines);
      lines.openingBegins = lines.begins;
      lines.openingEnd = end;
    } else if (lines.hit && !lines.passed) {
      OpenEvent event = build(lines);
      ParsedEvent parsed = scan.parse(reader, event);
      if (parsed != null) {
        events.event(parsed, event.place(), end);
      }
    }
    lines.restart();
  }

  private OpenEvent build(WrappedLines lines) {
    int start = lines.start(0);
    OpenEvent event = new OpenEvent(unwrapAgain(start), offset + start, lines.line);
    for (int i = 1; i < lines.count(); i++) {
      event.add(unwrapAgain(lines.start(i)));
    }
    return event;
  }

  private Unwrapped unwrapAgain(int start) {
    return unwrap(start, log.lineEnd(start, log.length()));
  }

  private WrappedPart ends() {
    WrappedPart part = new WrappedPart();
    for (WrappedLines some : all) {
      OpenEvent open = build(some);
      OpenEvent opening = some.opening;
      part.ends.add(
          opening == null
              ? new WrappedPart.Ends(some.key, open, some.begins, -1, null)
              : new WrappedPart.Ends(some.key, opening, some.openingBegins, some.openingEnd, open));
    }
    part.last = lastTime();
    part.lines = lines;
    part.begun = begun;
    return part;
  }

  /** Around the last line that has one; null if none of the last lines has. */
  private @Nullable LogTime lastTime() {
    int limit = log.length();
    int start = log.lineStart(Math.max(0, limit - 1), 0);
    LogTime time = limit == 0 ? null : unwrapAgain(start).time();
    for (int i = 0; i < 100 && time == null && start > 0; i++) {
      start = log.lineStart(start - 1, 0);
      time = unwrapAgain(start).time();
    }
    return time;
  }
}
