package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of a log whose lines are wrapped, each for itself, and leaves what belongs to the
 * parts around it to a {@link WrappedJoiner}. Of most lines, only whose they are is looked at:
 * where events begin is asked around words that errors have. Keeps state: for one thread.
 */
public final class WrappedReader {

  private static final long NOBODY = 0;
  private static final int LAST_LINES = 100;

  private final EventReader reader;
  private final LineUnwrapper unwrapper;
  private final boolean hidesWords;
  private final boolean constant;
  private final WrappedEvents events;
  private final EventScan scan = new EventScan();
  private final byte[] head = new byte[EventReader.HEAD];
  private byte[] copy = new byte[4096];

  // Of the part that is read.
  private LogBytes log = new LogBytes(0);
  private long offset;
  private final Map<Long, WrappedLines> byKey = new HashMap<>();
  private final List<WrappedLines> all = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private @Nullable WrappedLines latest;
  private int nextWord;
  private int number;
  private long @Nullable [] fileEnds;
  private long linesBefore;
  // Of the line before, if that tells whose the next one is.
  private int headStart;
  private int headLength;

  private record Found(ParsedEvent event, long place, long end) {}

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
    constant = wrapping != null && wrapping.isConstant();
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
   * @param counts whether all events that begin in it are to be counted
   * @param ends places at which lines of the file end, if these are made of other lines; null if
   *     they are those of the file
   * @return what belongs to other parts
   */
  public WrappedPart read(
      LogBytes bytes, long place, long leftOut, boolean counts, long @Nullable [] ends) {
    log = bytes;
    offset = place;
    linesBefore = leftOut;
    fileEnds = ends;
    number = 0;
    byKey.clear();
    all.clear();
    found.clear();
    latest = null;
    nextWord = -1;
    headLength = 0;
    int length = bytes.length();
    int start = 0;
    while (start < length) {
      int end = bytes.lineEnd(start, length);
      if (ends != null) {
        pass(ends, place + LineEnds.firstByte(bytes.array(), start, end));
      }
      line(start, end);
      number += ends == null ? 1 : 0;
      start = end + 1;
    }
    WrappedPart part = new WrappedPart();
    for (WrappedLines lines : all) {
      part.ends.add(ends(lines));
      part.begun += counts ? begun(lines) : 0;
    }
    part.lines = leftOut + (ends == null ? number : ends.length);
    tell();
    part.last = lastTime();
    return part;
  }

  /** Goes to the number of the line of the file that a place is in. */
  private void pass(long[] ends, long place) {
    while (number < ends.length && ends[number] < place) {
      number++;
    }
  }

  /** In the order in which they were complete. */
  private void tell() {
    if (all.size() > 1) {
      found.sort(Comparator.comparingLong(Found::end));
    }
    for (Found one : found) {
      events.event(one.event(), one.place(), one.end());
    }
  }

  /** Finds out whose a line is. */
  private void line(int start, int end) {
    WrappedLines before = latest;
    if (before != null && hasHeadOfLast(start, end)) {
      before.add(start, false, hasWord(start + headLength, end), number);
      return;
    }
    Unwrapped line = unwrap(start, end, true);
    boolean plain = line.bytes == log.array();
    int from = plain ? line.from : start;
    if (fileEnds != null && number < fileEnds.length && fileEnds[number] < offset + end) {
      int text = plain ? from : LineEnds.firstOf(line.beginning(), log.array(), start, end);
      pass(fileEnds, offset + text);
    }
    boolean goesOn = line.isPartial();
    latest = linesOf(line, before);
    // What is in parts may have a word of which no part has all.
    latest.add(start, goesOn, hasWord(from, end) || goesOn, number);
    boolean parted = from > start && log.array()[from - 1] <= ' ';
    headLength = constant && plain && parted && !line.alone ? from - start : 0;
    headStart = start;
  }

  private boolean hasHeadOfLast(int start, int end) {
    int length = headLength;
    if (length == 0 || end - start < length) {
      return false;
    }
    byte[] bytes = log.array();
    // The last bytes differ first, where names do.
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[start + i] != bytes[headStart + i]) {
        return false;
      }
    }
    return log.control(start, end) >= end - 1;
  }

  /** Whether an error may be in a line; of several lines, to be asked in their order. */
  private boolean hasWord(int from, int end) {
    if (hidesWords) {
      return true;
    }
    if (nextWord < from) {
      int word = log.next(from, log.length());
      nextWord = word < 0 ? Integer.MAX_VALUE : word;
    }
    return nextWord < end;
  }

  private WrappedLines linesOf(Unwrapped line, @Nullable WrappedLines before) {
    boolean own = line.alone && (before == null || begins(line));
    if (line.alone && !own && before != null) {
      return before;
    }
    long key = own ? NOBODY : line.keyHash();
    if (before != null && before.key == key) {
      return before;
    }
    WrappedLines lines = byKey.get(key);
    if (lines == null) {
      lines = new WrappedLines(key);
      byKey.put(key, lines);
      all.add(lines);
    }
    return lines;
  }

  /** Of a line that is nothing but text, nothing is copied. */
  private Unwrapped unwrap(int start, int end, boolean glance) {
    byte[] bytes = log.array();
    int size = Math.min(end - start, EventReader.LONGEST_EVENT);
    int text = log.control(start, start + size);
    boolean windows = text == end - 1 && bytes[text] == '\r';
    if (text == start + size || windows) {
      return glance ? unwrapper.glance(bytes, start, text) : unwrapper.unwrap(bytes, start, text);
    }
    if (copy.length < size) {
      copy = new byte[2 * size];
    }
    System.arraycopy(bytes, start, copy, 0, size);
    return unwrapper.unwrap(copy, size);
  }

  private Unwrapped unwrap(WrappedLines lines, int line) {
    int start = lines.start(line);
    return unwrap(start, log.lineEnd(start, log.length()), false);
  }

  /** Whether an event begins with the line; with the first, as far as this part tells. */
  private boolean begins(WrappedLines lines, int line) {
    int start = lines.start(line);
    if (line > 0 && lines.isPartial(line - 1)) {
      return false;
    }
    Unwrapped text = unwrap(start, log.lineEnd(start, log.length()), true);
    boolean begun = begins(text);
    if (begun || line == 0 || !text.isAtLeft()) {
      return begun;
    }
    boolean trace = !reader.formats().isKnownInside() && text.isTraceHead();
    return isAfterPause(lines, line) || (trace && unwrap(lines, line - 1).isFrame());
  }

  /** Whether a line was taken so long after the one before it that it does not go on with it. */
  private boolean isAfterPause(WrappedLines lines, int line) {
    LogTime time = unwrap(lines, line).time();
    return time != null && time.isPauseAfter(unwrap(lines, line - 1).time());
  }

  private boolean begins(Unwrapped line) {
    if (line.from >= line.to || line.bytes[line.from] == '\t') {
      return false;
    }
    if (line.opens() && !reader.formats().isKnownInside()) {
      return false;
    }
    if (line.bytes == log.array()) {
      return reader.beginsAlone(
          line.alone, line.bytes, line.from, Math.min(line.to, line.from + EventReader.HEAD));
    }
    int length = line.head(head);
    return reader.beginsAlone(line.alone, head, 0, EventBytes.cleanLine(head, length));
  }

  /** Tells of the events in the middle, and leaves the first and the last one. */
  private WrappedPart.Ends ends(WrappedLines lines) {
    int count = lines.count();
    boolean begins = begins(lines, 0);
    int second = next(lines, 1, count);
    OpenEvent first = build(lines, 0, second);
    if (second == count) {
      return new WrappedPart.Ends(lines.key, first, begins, -1, null);
    }
    int last = begin(lines, count - 1, second);
    int from = second;
    for (int i = 0; i < lines.hitCount(); i++) {
      int hit = lines.hit(i);
      if (hit >= from && hit < last) {
        from = around(lines, hit, from, last);
      }
    }
    return new WrappedPart.Ends(
        lines.key, first, begins, offset + lines.start(second), build(lines, last, count));
  }

  /** The first line from there on that begins an event; the limit if none before it does. */
  private int next(WrappedLines lines, int from, int limit) {
    int line = from;
    while (line < limit && !begins(lines, line)) {
      line++;
    }
    return line;
  }

  private int begun(WrappedLines lines) {
    int begun = 0;
    for (int line = 0; line < lines.count(); line++) {
      begun += begins(lines, line) ? 1 : 0;
    }
    return begun;
  }

  /** The line with which the event begins that a line is of; not before {@code from}. */
  private int begin(WrappedLines lines, int line, int from) {
    int begin = line;
    while (begin > from && !begins(lines, begin)) {
      begin--;
    }
    return begin;
  }

  /** Looks at the event around a line; where the next one begins. */
  private int around(WrappedLines lines, int hit, int from, int limit) {
    int begin = begin(lines, hit, from);
    boolean passed = begins(lines, begin) && reader.isBelowInfo();
    boolean routine = begin == hit && isRoutine(lines, begin);
    int end = next(lines, hit + 1, limit);
    if (passed || (routine && end == begin + 1)) {
      return end;
    }
    OpenEvent event = build(lines, begin, end);
    ParsedEvent parsed = scan.parse(reader, event);
    if (parsed != null) {
      found.add(new Found(parsed, event.place(), offset + lines.start(end)));
    }
    return end;
  }

  /** Whether no error can be in an event that is only this line. */
  private boolean isRoutine(WrappedLines lines, int line) {
    Unwrapped text = unwrap(lines, line);
    return text.bytes == log.array()
        && text.to - text.from <= EventReader.HEAD
        && begins(text)
        && reader.isRoutine(log)
        && log.nextBesidesCalls(text.from, text.to) < 0;
  }

  private OpenEvent build(WrappedLines lines, int from, int to) {
    OpenEvent event =
        new OpenEvent(
            unwrap(lines, from), offset + lines.start(from), linesBefore + lines.number(from));
    for (int line = from + 1; line < to; line++) {
      event.add(unwrap(lines, line));
    }
    return event;
  }

  /** Around the last line that has one; null if none of the last lines has. */
  private @Nullable LogTime lastTime() {
    int limit = log.length();
    int start = limit;
    LogTime time = null;
    for (int i = 0; i < LAST_LINES && time == null && start > 0; i++) {
      start = log.lineStart(start - 1, 0);
      time = unwrap(start, log.lineEnd(start, limit), false).time();
    }
    return time;
  }
}
