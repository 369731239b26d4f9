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
  private int askedLength;

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
    asked = bytes;
    askedLength = EventBytes.cleanLine(bytes, length);
    format = format(bytes, askedLength);
    return format != null;
  }

  /** Whether the line last asked about begins an event of which {@link #parse} tells nothing. */
  public boolean isBelowInfo() {
    LogFormat begun = format;
    return begun != null && begun.isBelowInfo(asked, askedLength, head);
  }

  /**
   * Whether the line last asked about, if it is a whole event and not cut, was logged at INFO and
   * has no throwable: then more than that OpenAI was called must be in it. False if that is not
   * certain.
   */
  public boolean isRoutine() {
    LogFormat begun = format;
    return begun != null && begun.isRoutine(asked, askedLength, head);
  }

  /** The time of the event that begins with this line; null if none does, or it has none. */
  public @Nullable LogTime time(byte[] bytes, int length) {
    LogFormat begun = format(bytes, EventBytes.clean(bytes, length));
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

  private @Nullable LogFormat format(byte[] bytes, int length) {
    for (LogFormat one : formats) {
      head.clear();
      if (one.begins(cursor.on(bytes, 0, length), head)) {
        return one;
      }
    }
    return null;
  }

  /**
   * The parts of an event.
   *
   * @return null if it was logged below INFO, which the plugins do not read either
   */
  public @Nullable ParsedEvent parse(EventBytes event) {
    int length = Math.min(event.firstLineEnd(), HEAD);
    System.arraycopy(event.bytes(), 0, line, 0, length);
    LogFormat begun = format(line, length);
    if (begun != null && begun.isBelowInfo(event.bytes(), event.end(), head)) {
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
