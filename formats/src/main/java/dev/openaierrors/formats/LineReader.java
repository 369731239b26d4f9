package dev.openaierrors.formats;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the events of one source, line by line, and gives those that may carry an OpenAI
 * error. Where lines are wrapped, those of several containers and processes may stand between each
 * other, and long ones may come in parts. For one thread.
 */
public final class LineReader {

  private static final int MAX_KEYS = 1000;

  /** Bytes of all events that are being put together. */
  private static final long MAX_OPEN = 8L << 20;

  private final EventReader reader;
  private final LineUnwrapper unwrapper;
  private final boolean newestFirst;
  private final ObjLongConsumer<ParsedEvent> events;
  private final Map<String, OpenEvent> open = new LinkedHashMap<>();
  private final byte[] head = new byte[EventReader.HEAD];
  private final EventScan scan = new EventScan();
  private long openBytes;
  private long linesBefore;
  private byte[] copy = new byte[4096];
  private @Nullable LogTime last;
  private String lastKey = "";

  /**
   * A reader of these formats.
   *
   * @param events takes each event, with the place of its first line, as soon as another begins or
   *     {@link #end} is called. An event that carries no OpenAI error for certain is left out, and
   *     so is one that was logged below INFO, which the plugins do not read either
   */
  public LineReader(FormatSet formats, ObjLongConsumer<ParsedEvent> events) {
    reader = new EventReader(formats);
    unwrapper = new LineUnwrapper(formats);
    Wrapping wrapping = formats.wrapping();
    newestFirst = wrapping != null && wrapping.isNewestFirst();
    this.events = events;
  }

  /**
   * Takes whole lines.
   *
   * @param from index of the first byte of the first line
   * @param to index behind the last byte of the last line
   * @param offset of the first line; the place of an event is the offset of its first line
   */
  public void lines(byte[] bytes, int from, int to, long offset) {
    int start = from;
    while (start < to) {
      int end = LogBytes.lineEnd(bytes, start, to);
      line(bytes, start, end, offset + start - from);
      start = end + 1;
    }
  }

  /**
   * As {@link #lines(byte[], int, int, long)}, of lines that are made of others.
   *
   * @param ends places at which lines of the file end
   */
  public void lines(byte[] bytes, int from, int to, long offset, long[] ends) {
    long before = linesBefore;
    int passed = 0;
    int start = from;
    while (start < to) {
      int end = LogBytes.lineEnd(bytes, start, to);
      long place = offset + start - from;
      long first = offset + LineEnds.firstByte(bytes, start, end) - from;
      while (passed < ends.length && ends[passed] < first) {
        passed++;
      }
      linesBefore = before + passed;
      Unwrapped line = unwrapped(bytes, start, end);
      long last = offset + end - from;
      if (passed < ends.length && ends[passed] < last) {
        long text = offset + LineEnds.firstOf(line.beginning(), bytes, start, end) - from;
        for (int i = passed; i < ends.length && ends[i] < text; i++) {
          linesBefore++;
        }
      }
      take(line, place);
      start = end + 1;
    }
    linesBefore = before + ends.length;
  }

  /**
   * Takes the next line. Of one that is longer than {@link EventReader#LONGEST_EVENT} only so much
   * is read.
   *
   * @param from index of its first byte
   * @param to index behind its last byte, without the line feed
   * @param place by which an event that begins here is told from others, such as its offset
   */
  public void line(byte[] bytes, int from, int to, long place) {
    take(unwrapped(bytes, from, to), place);
  }

  private Unwrapped unwrapped(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, EventReader.LONGEST_EVENT);
    if (copy.length < length) {
      copy = new byte[2 * length];
    }
    System.arraycopy(bytes, from, copy, 0, length);
    return unwrapper.unwrap(copy, length);
  }

  private void take(Unwrapped line, long place) {
    line(line, place);
    linesBefore++;
    while (open.size() > MAX_KEYS || (openBytes > MAX_OPEN && open.size() > 1)) {
      Iterator<OpenEvent> all = open.values().iterator();
      OpenEvent eldest = all.next();
      all.remove();
      finish(eldest);
    }
  }

  private void line(Unwrapped line, long place) {
    LogTime around = line.time();
    last = around == null ? last : around;
    String key = line.alone ? keyAlone(line) : line.key();
    lastKey = key;
    if (newestFirst) {
      above(line, key, place);
      return;
    }
    OpenEvent event = open.get(key);
    if (event != null && (event.isPartial() || !(begins(line) || isOver(event, line)))) {
      int before = event.length();
      event.add(line);
      openBytes += event.length() - before;
      return;
    }
    if (event != null) {
      open.remove(key);
      finish(event);
    }
    OpenEvent begun = new OpenEvent(line, place, linesBefore);
    open.put(key, begun);
    openBytes += begun.length();
  }

  /** A line without a head goes with the one before it, unless it begins an event. */
  private String keyAlone(Unwrapped line) {
    return begins(line) ? "" : lastKey;
  }

  /** Takes a line above those that came before, up to that with which the event begins. */
  private void above(Unwrapped line, String key, long place) {
    OpenEvent event = new OpenEvent(line, place, linesBefore);
    openBytes += event.length();
    OpenEvent below = open.remove(key);
    boolean apart = below != null && event.isOverBefore(below);
    if (below != null && !apart && below.length() + event.length() < EventReader.LONGEST_EVENT) {
      openBytes++;
      event.above(below);
    } else if (below != null) {
      finish(below);
    }
    if (begins(line)) {
      finish(event);
    } else {
      open.put(key, event);
    }
  }

  private boolean isOver(OpenEvent event, Unwrapped line) {
    boolean trace = !reader.formats().isKnownInside() && event.isOverBeforeTrace(line);
    return trace || event.isOverBefore(line);
  }

  private boolean begins(Unwrapped line) {
    int length = line.head(head);
    return length > 0
        && (!line.opens() || reader.formats().isKnownInside())
        && reader.beginsAlone(line.alone, head, 0, EventBytes.cleanLine(head, length));
  }

  /** Gives what is not complete so far: its rest, if there is one, will be an event of its own. */
  public void end() {
    LogTime inner = null;
    for (OpenEvent event : open.values()) {
      LogTime time = reader.time(event.bytes(), 0, event.length());
      inner = time == null ? inner : time;
      finish(event);
    }
    open.clear();
    last = last == null ? inner : last;
  }

  /**
   * The time around the last line that has one, and at the end, where none has, that of the event
   * which began last; null if there is none.
   */
  public @Nullable LogTime last() {
    return last;
  }

  private void finish(OpenEvent event) {
    openBytes -= event.length();
    ParsedEvent parsed = scan.parse(reader, event);
    if (parsed != null) {
      events.accept(parsed, event.place());
    }
  }
}
