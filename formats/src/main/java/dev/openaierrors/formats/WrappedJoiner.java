package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the ends of the parts of a log together, in the order of the log. What it keeps is bounded.
 * For one thread at a time.
 */
public final class WrappedJoiner {

  private static final int MAX_KEYS = 1000;

  /** Bytes of all events that are being put together. */
  private static final long MAX_OPEN = 8L << 20;

  private final WrappedEvents events;
  private final Map<Long, OpenEvent> open = new LinkedHashMap<>();
  private final EventScan scan = new EventScan();
  private @Nullable EventReader reader;
  private long openBytes;
  private @Nullable LogTime last;

  /** A joiner that tells of events whose lines are in several parts. */
  public WrappedJoiner(WrappedEvents events) {
    this.events = events;
  }

  /**
   * Takes what the next part left, which was read by these formats.
   *
   * @param lines how many are in the parts before it
   */
  public void join(FormatSet formats, WrappedPart part, long lines) {
    EventReader known = reader;
    if (known == null || known.formats() != formats) {
      reader = new EventReader(formats);
    }
    last = part.last == null ? last : part.last;
    for (WrappedPart.Ends ends : part.ends) {
      ends.first().behind(lines);
      OpenEvent openEnd = ends.last();
      if (openEnd != null) {
        openEnd.behind(lines);
      }
      join(ends);
    }
    while (open.size() > MAX_KEYS || (openBytes > MAX_OPEN && open.size() > 1)) {
      Iterator<OpenEvent> all = open.values().iterator();
      OpenEvent eldest = all.next();
      all.remove();
      finish(eldest, eldest.place());
    }
  }

  private void join(WrappedPart.Ends ends) {
    OpenEvent event = open.get(ends.key());
    if (event == null) {
      put(ends.key(), ends.first());
    } else if (event.isPartial() || !(ends.begins() || isOver(event, ends.first()))) {
      int before = event.length();
      event.append(ends.first());
      openBytes += event.length() - before;
    } else {
      remove(ends.key(), ends.first().place());
      put(ends.key(), ends.first());
    }
    OpenEvent next = ends.last();
    if (next != null) {
      remove(ends.key(), ends.end());
      put(ends.key(), next);
    }
  }

  private boolean isOver(OpenEvent event, OpenEvent more) {
    EventReader known = reader;
    boolean plain = known != null && !known.formats().isKnownInside();
    return event.isOverBefore(more) || (plain && event.isOverBeforeTrace(more));
  }

  private void put(long key, OpenEvent event) {
    open.put(key, event);
    openBytes += event.length();
  }

  private void remove(long key, long end) {
    OpenEvent event = open.remove(key);
    if (event != null) {
      finish(event, end);
    }
  }

  private void finish(OpenEvent event, long end) {
    openBytes -= event.length();
    EventReader known = reader;
    ParsedEvent parsed = known == null ? null : scan.parse(known, event);
    if (parsed != null) {
      events.event(parsed, event.place(), end);
    }
  }

  /** Tells of what is not complete so far. */
  public void end() {
    LogTime inner = null;
    // A part leaves them in the order of their containers, not of their begins.
    List<OpenEvent> left = new ArrayList<>(open.values());
    left.sort(Comparator.comparingLong(OpenEvent::place));
    for (OpenEvent event : left) {
      LogTime time = reader == null ? null : reader.time(event.bytes(), 0, event.length());
      inner = time == null ? inner : time;
      finish(event, Long.MAX_VALUE);
    }
    open.clear();
    last = last == null ? inner : last;
  }

  /**
   * The time around the last line, and at the end, where no line has one, that of the event which
   * began last; null if there is none.
   */
  public @Nullable LogTime last() {
    return last;
  }
}
