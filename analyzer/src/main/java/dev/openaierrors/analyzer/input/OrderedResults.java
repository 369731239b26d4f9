package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LogTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reorders per-window results into file order. */
final class OrderedResults {

  // What waits for what is before it in the file: windows, of which nearly all are empty, and
  // events.
  private static final int MAX_WINDOWS = 1024;
  private static final int MAX_EVENTS = 1024;

  /** These hold the ends of their events. */
  private static final int MAX_WRAPPED_WINDOWS = 32;

  private final EventConsumer consumer;
  private final InputOptions options;
  private final TimeResolver times;
  private final @Nullable Joining joining;
  private final Map<Long, ScanResult> waiting = new HashMap<>();
  private final DayCount days = new DayCount();
  private int waitingEvents;
  private long next;
  private long lines;
  private long found;
  private long outside;
  private boolean abandoned;
  private boolean handing;
  private volatile boolean timed;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /**
   * Of one file.
   *
   * @param joining puts together what the windows of a wrapped log leave; null if lines are not
   *     wrapped
   */
  OrderedResults(
      EventConsumer consumer, InputOptions options, TimeResolver times, @Nullable Joining joining) {
    this.consumer = consumer;
    this.options = options;
    this.times = times;
    this.joining = joining;
  }

  /**
   * Takes the result of a window; waits while too many before it are missing. One of the threads
   * hands on what all have brought; the others go on reading.
   */
  void deliver(long index, ScanResult result) throws InterruptedException {
    ScanResult ready = put(index, result);
    while (ready != null) {
      hand(joining == null ? ready : joining.join(ready));
      ready = take();
    }
  }

  /** What is to be handed on next by the caller; null if that has to come, or another does it. */
  private synchronized @Nullable ScanResult put(long index, ScanResult result)
      throws InterruptedException {
    while (index > next && isFull() && !abandoned) {
      wait();
    }
    waiting.put(index, result);
    waitingEvents += result.found().size();
    if (handing) {
      return null;
    }
    handing = true;
    return take();
  }

  private boolean isFull() {
    int most = joining == null ? MAX_WINDOWS : MAX_WRAPPED_WINDOWS;
    return waiting.size() >= most || waitingEvents >= MAX_EVENTS;
  }

  /** Hands on what is only known at the end; to be called when nobody delivers any more. */
  void end() {
    if (joining != null) {
      hand(joining.end());
    }
  }

  private synchronized @Nullable ScanResult take() {
    ScanResult ready = waiting.remove(next);
    if (ready == null) {
      handing = false;
    } else {
      next++;
      waitingEvents -= ready.found().size();
      notifyAll();
    }
    return ready;
  }

  /** A thread failed: the others shall not wait for what it had. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }

  private void hand(ScanResult result) {
    int day = days.dayOfFirst(result.days());
    Instant begin = resolve(result.first(), day);
    if (first == null) {
      first = begin;
      timed = begin != null;
    }
    for (UntimedEvent one : result.found()) {
      Instant time = resolve(one.time(), day + one.day());
      last = time == null ? last : time;
      hand(one.event(), time);
    }
    lines += result.lines();
    days.append(result.days());
    Instant end = resolve(result.last(), days.days());
    last = end == null ? last : end;
  }

  private @Nullable Instant resolve(@Nullable LogTime time, int day) {
    return times.resolve(time, day);
  }

  private void hand(AnalyzedEvent event, @Nullable Instant time) {
    if (time != null
        && (isBefore(time, options.since()) || !isBefore(time, options.until(), true))) {
      outside++;
      return;
    }
    found++;
    consumer.event(event.at(time, lines + event.line() + 1));
  }

  private static boolean isBefore(Instant time, @Nullable Instant limit) {
    return isBefore(time, limit, false);
  }

  private static boolean isBefore(Instant time, @Nullable Instant limit, boolean ifNone) {
    return limit == null ? ifNone : time.isBefore(limit);
  }

  /** Whether a time was in what was handed on so far. */
  boolean isTimed() {
    return timed;
  }

  synchronized long found() {
    return found;
  }

  /** Errors that were not handed on, for their time. */
  synchronized long outside() {
    return outside;
  }

  synchronized @Nullable Instant first() {
    return first;
  }

  synchronized @Nullable Instant last() {
    return last;
  }

  synchronized boolean zoneAssumed() {
    return times.zoneAssumed();
  }
}
