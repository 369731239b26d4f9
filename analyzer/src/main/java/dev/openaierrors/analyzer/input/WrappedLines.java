package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventReader;
import dev.openaierrors.analyzer.format.FormatSet;
import dev.openaierrors.analyzer.format.LineUnwrapper;
import dev.openaierrors.analyzer.format.LogBytes;
import dev.openaierrors.analyzer.format.LogTime;
import dev.openaierrors.analyzer.format.Unwrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of a file together each of whose lines is wrapped: lines of several containers
 * and processes stand between each other, and long ones come in parts. For one thread.
 */
final class WrappedLines {

  private static final int MAX_KEYS = 1000;

  /** Bytes of all events that are being put together. */
  private static final long MAX_OPEN = 8L << 20;

  private final EventReader reader;
  private final LineUnwrapper unwrapper;
  private final Recogniser recogniser;
  private final Map<String, WrappedEvent> open = new LinkedHashMap<>();
  private final byte[] head = new byte[EventReader.HEAD];
  private long openBytes;
  private byte[] line = new byte[4096];
  private @Nullable LogTime last;
  private final LogBytes scanned = new LogBytes(1 << 16);

  WrappedLines(FormatSet formats, Recogniser recogniser) {
    this.recogniser = recogniser;
    reader = new EventReader(formats);
    unwrapper = new LineUnwrapper(formats);
  }

  /** What is complete with these lines; what is not stays for the next. */
  List<Found> lines(byte[] bytes, int from, int to, long offset) {
    List<Found> found = new ArrayList<>();
    int start = from;
    while (start < to) {
      int end = LineHeads.lineEnd(bytes, start, to);
      line(bytes, start, end, offset + start, found);
      start = end + 1;
    }
    return found;
  }

  /** The time around the last line; null if there is none. */
  @Nullable LogTime last() {
    return last;
  }

  /** What was not complete so far. */
  List<Found> end() {
    List<Found> found = new ArrayList<>();
    open.values().forEach(event -> finish(event, found));
    open.clear();
    openBytes = 0;
    return found;
  }

  private void line(byte[] bytes, int from, int to, long offset, List<Found> found) {
    int length = Math.min(to - from, WindowReader.LONGEST_EVENT);
    if (line.length < length) {
      line = new byte[2 * length];
    }
    System.arraycopy(bytes, from, line, 0, length);
    Unwrapped unwrapped = unwrapper.unwrap(line, length);
    last = unwrapped.time() == null ? last : unwrapped.time();
    WrappedEvent event = open.get(unwrapped.key());
    if (event != null && (event.isPartial() || !begins(unwrapped))) {
      int before = event.length();
      event.add(unwrapped);
      openBytes += event.length() - before;
    } else {
      if (event != null) {
        open.remove(unwrapped.key());
        close(event, found);
      }
      WrappedEvent begun = new WrappedEvent(unwrapped, offset);
      open.put(unwrapped.key(), begun);
      openBytes += begun.length();
    }
    while (open.size() > MAX_KEYS || (openBytes > MAX_OPEN && open.size() > 1)) {
      Iterator<WrappedEvent> all = open.values().iterator();
      WrappedEvent eldest = all.next();
      all.remove();
      close(eldest, found);
    }
  }

  private void close(WrappedEvent event, List<Found> found) {
    openBytes -= event.length();
    finish(event, found);
  }

  private boolean begins(Unwrapped unwrapped) {
    int length = unwrapped.head(head);
    return length > 0 && reader.begins(head, length);
  }

  private void finish(WrappedEvent event, List<Found> found) {
    int length = event.length();
    scanned.cut(0);
    scanned.add(event.bytes(), 0, length);
    if (scanned.aligned().next(0, length) < 0) {
      return;
    }
    System.arraycopy(event.bytes(), 0, recogniser.room(length), 0, length);
    Found one = recogniser.recognise(reader, length, event.offset(), event.around(), 0);
    if (one != null) {
      found.add(one);
    }
  }

  /** The first time that a line of the file has, of its own or around it; null if none has. */
  static @Nullable LogTime firstTime(FormatSet formats, byte[] begin) {
    LineUnwrapper unwrapper = new LineUnwrapper(formats);
    EventReader reader = new EventReader(formats);
    int start = 0;
    while (start < begin.length) {
      int end = LineHeads.lineEnd(begin, start, begin.length);
      byte[] line = Arrays.copyOfRange(begin, start, end);
      Unwrapped unwrapped = unwrapper.unwrap(line, line.length);
      byte[] content = unwrapped.copy();
      LogTime time = reader.time(content, content.length);
      if (time != null || unwrapped.time() != null) {
        return time == null || time.isTimeOfDay() ? unwrapped.time() : time;
      }
      start = end + 1;
    }
    return null;
  }
}
