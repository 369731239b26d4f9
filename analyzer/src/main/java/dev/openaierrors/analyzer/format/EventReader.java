package dev.openaierrors.analyzer.format;

import org.jspecify.annotations.Nullable;

/** Reads the lines of a file as the formats of a set. Keeps state: for one thread. */
public final class EventReader {

  /** Bytes of a line that tell whether an event begins with it. */
  public static final int HEAD = 512;

  private final FormatSet set;
  private final Cursor cursor = new Cursor();
  private final Head head = new Head();
  private final byte[] line = new byte[HEAD];
  private boolean belowInfo;

  /** A reader of these formats. */
  public EventReader(FormatSet set) {
    this.set = set;
  }

  /** What is read. */
  public FormatSet formats() {
    return set;
  }

  /**
   * Whether an event begins with this line.
   *
   * @param bytes the line's first {@link #HEAD} bytes, or all of it if it is shorter; are changed
   */
  public boolean begins(byte[] bytes, int length) {
    int cleaned = EventBytes.clean(bytes, length);
    LogFormat format = format(bytes, cleaned);
    belowInfo = format != null && format.isBelowInfo(bytes, cleaned, head);
    return format != null;
  }

  /** Whether the line last asked about begins an event of which {@link #parse} tells nothing. */
  public boolean isBelowInfo() {
    return belowInfo;
  }

  /** The time of the event that begins with this line; null if none does, or it has none. */
  public @Nullable LogTime time(byte[] bytes, int length) {
    LogFormat format = format(bytes, EventBytes.clean(bytes, length));
    if (format == null) {
      return null;
    }
    if (!(format instanceof JsonFormat)) {
      return head.time();
    }
    EventBytes event = new EventBytes();
    System.arraycopy(bytes, 0, event.room(length), 0, length);
    ParsedEvent parsed = new ParsedEvent();
    format.parse(event.filled(length), head, parsed);
    return parsed.time;
  }

  private @Nullable LogFormat format(byte[] bytes, int length) {
    for (LogFormat format : set.formats()) {
      head.clear();
      if (format.begins(cursor.on(bytes, 0, length), head)) {
        return format;
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
    LogFormat format = format(line, length);
    if (format != null && format.isBelowInfo(event.bytes(), event.end(), head)) {
      return null;
    }
    ParsedEvent parsed = new ParsedEvent();
    if (format == null) {
      parsed.messageAndTrace(event.decode(0, event.end()));
    } else {
      format.parse(event, head, parsed);
    }
    return Levels.isBelowInfo(parsed.level) ? null : parsed;
  }
}
