package dev.openaierrors.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells where in the bytes of a log events begin, and reads their parts, by the formats of a set.
 * Keeps state: for one thread.
 */
public final class EventReader {

  /** Bytes of a line that tell whether an event begins with it. */
  public static final int HEAD = Head.BYTES;

  /** Bytes of an event that are looked at. */
  public static final int LONGEST_EVENT = 1 << 20;

  private static final int LONGEST_TIMED = 1 << 16;

  private final FormatSet set;
  private final LogFormat[] formats;
  private final Cursor cursor = new Cursor();
  private final Head head = new Head();
  private final EventBytes event = new EventBytes();
  private final byte[] line = new byte[HEAD];
  private final Unwrapped wrapped = new Unwrapped();
  private @Nullable LogFormat format;
  private byte[] asked = line;
  private int askedFrom;
  private int askedTo;

  /** A reader of these formats. */
  public EventReader(FormatSet set) {
    this.set = set;
    this.formats = set.formats().toArray(LogFormat[]::new);
  }

  /** What is read. */
  public FormatSet formats() {
    return set;
  }

  /**
   * Whether an event begins with the line at {@code start}, or, where lines are wrapped, could:
   * what they belong to shows when they are unwrapped.
   *
   * @param limit index behind the last byte that is there
   */
  public boolean begins(byte[] bytes, int start, int limit) {
    int end = Math.min(limit, start + HEAD);
    return mayBegin(bytes, start, limit)
        && (begins(bytes, start, EventBytes.textEnd(bytes, start, end), end)
            || isNextTrace(bytes, start, limit));
  }

  /** As {@link #begins(byte[], int, int)}. */
  public boolean begins(LogBytes log, int start, int limit) {
    int end = Math.min(limit, start + HEAD);
    return mayBegin(log.array(), start, limit)
        && (begins(log.array(), start, log.control(start, end), end)
            || isNextTrace(log.array(), start, limit));
  }

  /** Where nothing tells events but traces: one begins behind the last frame of another. */
  private boolean isNextTrace(byte[] bytes, int start, int limit) {
    if (set.isKnownInside()
        || set.isWrapped()
        || !TextLines.isTraceHead(bytes, start, LogBytes.lineEnd(bytes, start, limit))) {
      return false;
    }
    int before = LogBytes.lineStart(bytes, Math.max(0, start - 1), 0);
    return start == 0 || TextLines.isFrame(cursor.on(bytes, before, lineTo(bytes, start - 1)));
  }

  private static int lineTo(byte[] bytes, int feed) {
    return feed > 0 && bytes[feed - 1] == '\r' ? feed - 1 : feed;
  }

  /** No event begins with a tab, by which the frames of stack traces do. */
  private boolean mayBegin(byte[] bytes, int start, int limit) {
    return start < limit && (set.isWrapped() || bytes[start] != '\t');
  }

  /**
   * Most lines are nothing but text.
   *
   * @param text up to where there is
   */
  private boolean begins(byte[] bytes, int start, int text, int end) {
    if (set.isWrapped() && !set.keepsTogether()) {
      return true;
    }
    boolean whole = text == end || bytes[text] == '\n';
    boolean windows = text + 1 < end && bytes[text] == '\r' && bytes[text + 1] == '\n';
    if (whole || windows) {
      return beginsLine(bytes, start, text);
    }
    System.arraycopy(bytes, start, line, 0, end - start);
    return beginsLine(line, 0, EventBytes.cleanLine(line, end - start));
  }

  /** What stands between the events of a wrapped log is not wrapped. */
  private boolean beginsLine(byte[] bytes, int from, int to) {
    Wrapping wrapping = set.wrapping();
    return wrapping == null
        ? beginsText(bytes, from, to)
        : wrapping.unwrap(cursor.on(bytes, from, to), wrapped)
            || beginsAlone(true, bytes, from, to);
  }

  /**
   * Whether an event begins with what there is of an unwrapped line, without control characters.
   */
  boolean beginsText(byte[] bytes, int from, int to) {
    asked = bytes;
    askedFrom = from;
    askedTo = to;
    format = format(bytes, from, to);
    return format != null;
  }

  /**
   * As {@link #beginsText}; a line that has no head, as others have, is part of the event before it
   * unless there is more than its begin by which to know an event.
   */
  boolean beginsAlone(boolean alone, byte[] bytes, int from, int to) {
    return (!alone || set.isKnownInside()) && beginsText(bytes, from, to);
  }

  private @Nullable LogFormat format(byte[] bytes, int from, int to) {
    int begin = from + EventBytes.mark(bytes, from, to);
    for (LogFormat one : formats) {
      head.clear();
      if (one.begins(cursor.on(bytes, begin, to), head)) {
        return one;
      }
    }
    return null;
  }

  /** Whether the line last asked about begins an event of which {@link #parse} tells nothing. */
  public boolean isBelowInfo() {
    LogFormat begun = format;
    return begun != null && isBelowInfo(begun, asked, askedFrom, askedTo);
  }

  /** As far as that is cheap to see. */
  private boolean isBelowInfo(LogFormat begun, byte[] bytes, int from, int to) {
    return begun instanceof JsonFormat
        ? JsonLevelGlance.saysBelowInfo(bytes, from, to)
        : Levels.isBelowInfo(head.level);
  }

  /**
   * Whether the line last asked about, if it is a whole event and not cut, was logged at INFO and
   * has no throwable: then more than that OpenAI was called must be in it. False if that is not
   * certain.
   *
   * @param log of which the line is, if it was asked about there
   */
  public boolean isRoutine(LogBytes log) {
    LogFormat begun = format;
    if (begun == null || asked != log.array()) {
      return false;
    }
    return begun instanceof JsonFormat
        ? JsonLevelGlance.saysOnlyInfo(log, askedFrom, askedTo)
        : Levels.INFO.equals(head.level) && !head.throwableInLine;
  }

  /** The time of the event that begins with the line at {@code start}; null if there is none. */
  public @Nullable LogTime time(byte[] bytes, int start, int limit) {
    if (start >= limit) {
      return null;
    }
    int end = Math.min(LogBytes.lineEnd(bytes, start, limit), start + LONGEST_TIMED);
    return time(Arrays.copyOfRange(bytes, start, end));
  }

  /** Of an unwrapped line, which is changed. */
  private @Nullable LogTime time(byte[] text) {
    LogFormat begun = format(text, 0, EventBytes.clean(text, text.length));
    if (begun == null || begun.isTimedByHead()) {
      return begun == null ? null : head.time();
    }
    ParsedEvent parsed = new ParsedEvent();
    begun.parse(event.of(text, 0, text.length), head, parsed);
    return parsed.time;
  }

  /** The first time that is in these lines, of an event or around a line; null if none is. */
  public @Nullable LogTime firstTime(byte[] bytes) {
    LineUnwrapper unwrapper = new LineUnwrapper(set);
    int start = 0;
    while (start < bytes.length) {
      int end = LogBytes.lineEnd(bytes, start, bytes.length);
      LogTime time =
          set.isWrapped()
              ? time(unwrapper.unwrap(Arrays.copyOfRange(bytes, start, end), end - start))
              : begins(bytes, start, bytes.length) ? time(bytes, start, bytes.length) : null;
      if (time != null) {
        return time;
      }
      start = end + 1;
    }
    return null;
  }

  /** Of the event, or else around the line; what is around it has a date. */
  private @Nullable LogTime time(Unwrapped line) {
    LogTime time = time(line.copy());
    return time == null || time.isTimeOfDay() ? line.time() : time;
  }

  /**
   * The parts of the event that these bytes are, whose lines are not wrapped.
   *
   * @return null if it was logged below INFO, which the plugins do not read either
   */
  public @Nullable ParsedEvent parse(byte[] bytes, int from, int size) {
    event.of(bytes, from, size);
    int length = Math.min(event.firstLineEnd(), HEAD);
    System.arraycopy(event.bytes(), 0, line, 0, length);
    LogFormat begun = format(line, 0, length);
    if (begun != null && isBelowInfo(begun, event.bytes(), 0, event.end())) {
      return null;
    }
    ParsedEvent parsed = new ParsedEvent();
    if (begun == null) {
      parsed.messageAndTrace(event.decode(0, event.end()));
    } else {
      begun.parse(event, head, parsed);
    }
    if (begun instanceof JsonFormat || begun instanceof CsvFormat) {
      InnerText.complete(parsed);
    }
    if (begun == LogFormats.PLAIN && parsed.logger == null) {
      parsed.logger = SystemLogCard.logger(bytes, from);
    }
    return Levels.isBelowInfo(parsed.level) ? null : parsed;
  }
}
