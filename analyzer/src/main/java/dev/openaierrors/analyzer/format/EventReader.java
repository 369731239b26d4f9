package dev.openaierrors.analyzer.format;

import org.jspecify.annotations.Nullable;

/** Reads the lines of a file as the formats of a set. Keeps state: for one thread. */
public final class EventReader {

  /** Bytes of a line that tell whether an event begins with it. */
  public static final int HEAD = 512;

  private final FormatSet set;
  private final LogFormat[] formats;
  private final Cursor cursor = new Cursor();
  private final Head head = new Head();
  private final byte[] line = new byte[HEAD];
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
   * Whether an event begins with this line.
   *
   * @param bytes the line's first {@link #HEAD} bytes, or all of it if it is shorter, whatever
   *     stands behind it; are changed
   */
  public boolean begins(byte[] bytes, int length) {
    return begins(bytes, 0, EventBytes.cleanLine(bytes, length));
  }

  /**
   * Whether an event begins with this line.
   *
   * @param bytes between the two places nothing but text, at most {@link #HEAD} bytes of the line
   */
  public boolean begins(byte[] bytes, int from, int to) {
    asked = bytes;
    askedFrom = from;
    askedTo = to;
    format = format(bytes, from, to);
    return format != null;
  }

  /** Whether the line last asked about begins an event of which {@link #parse} tells nothing. */
  public boolean isBelowInfo() {
    LogFormat begun = format;
    return begun != null && isBelowInfo(begun, asked, askedFrom, askedTo);
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
        ? JsonLine.saysOnlyInfo(log, askedFrom, askedTo)
        : Levels.INFO.equals(head.level) && !head.throwableInLine;
  }

  /** The time of the event that begins with this line; null if none does, or it has none. */
  public @Nullable LogTime time(byte[] bytes, int length) {
    LogFormat begun = format(bytes, 0, EventBytes.clean(bytes, length));
    if (begun == null) {
      return null;
    }
    if (!(begun instanceof JsonFormat)) {
      return head.time();
    }
    EventBytes event = new EventBytes();
    System.arraycopy(bytes, 0, event.room(length), 0, length);
    ParsedEvent parsed = new ParsedEvent();
    begun.parse(event.filled(length), head, parsed);
    return parsed.time;
  }

  private @Nullable LogFormat format(byte[] bytes, int from, int to) {
    for (LogFormat one : formats) {
      head.clear();
      if (one.begins(cursor.on(bytes, from, to), head)) {
        return one;
      }
    }
    return null;
  }

  /** As far as that is cheap to see. */
  private boolean isBelowInfo(LogFormat begun, byte[] bytes, int from, int to) {
    return begun instanceof JsonFormat
        ? JsonLine.saysBelowInfo(bytes, from, to)
        : Levels.isBelowInfo(head.level);
  }

  /**
   * The parts of an event.
   *
   * @return null if it was logged below INFO, which the plugins do not read either
   */
  public @Nullable ParsedEvent parse(EventBytes event) {
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
    return Levels.isBelowInfo(parsed.level) ? null : parsed;
  }
}
