package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the lines by which a client tells of a call, where the reason of the same failure
 * follows: HTTP clients log the status of an answer at INFO, before the caller logs what was in it.
 * The status alone is one error more, and often of another kind.
 *
 * <p>Such a line waits for what follows within moments, and with it all events behind it, so that
 * they stay in order.
 */
public final class CallLines {

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final int MOST = 512;
  private static final String ADDRESS = "://";

  private final Consumer<AnalyzedEvent> next;
  private final Deque<AnalyzedEvent> waiting = new ArrayDeque<>();

  /** Hands on to {@code next} what is no such line. */
  public CallLines(Consumer<AnalyzedEvent> next) {
    this.next = next;
  }

  /** Takes an event, behind those before it in its file. */
  public void add(AnalyzedEvent event) {
    if (waiting.isEmpty() && !isCall(event)) {
      next.accept(event);
      return;
    }
    release(event.time());
    if (!isCall(event)) {
      dropCallOf(event);
    }
    waiting.add(event);
    handOn();
  }

  /** Hands on what waits: nothing follows it. */
  public void end() {
    while (!waiting.isEmpty()) {
      next.accept(waiting.remove());
    }
  }

  /** A client's own words: the address and a status, and nothing of the answer. */
  private static boolean isCall(AnalyzedEvent event) {
    return event.time() != null
        && "INFO".equals(event.level())
        && event.thrown() == null
        && event.error().answer().status() != null
        && event.error().answer().code() == null
        && event.error().answer().type() == null
        && event.message().contains(ADDRESS);
  }

  private void dropCallOf(AnalyzedEvent reason) {
    for (Iterator<AnalyzedEvent> all = waiting.iterator(); all.hasNext(); ) {
      AnalyzedEvent call = all.next();
      if (isCall(call) && isSame(call, reason)) {
        all.remove();
        return;
      }
    }
  }

  private static boolean isSame(AnalyzedEvent call, AnalyzedEvent reason) {
    return Objects.equals(call.error().answer().status(), reason.error().answer().status())
        && !"INFO".equals(reason.level())
        && agree(call.thread(), reason.thread())
        && agree(call.service(), reason.service())
        && agree(call.error().call().model(), reason.error().call().model());
  }

  private static boolean agree(@Nullable String one, @Nullable String other) {
    return one == null || other == null || one.equals(other);
  }

  /** Hands on what has waited for long enough. */
  private void release(@Nullable Instant now) {
    while (!waiting.isEmpty() && (waiting.size() >= MOST || isOver(waiting.element(), now))) {
      next.accept(waiting.remove());
      handOn();
    }
  }

  private static boolean isOver(AnalyzedEvent call, @Nullable Instant now) {
    Instant then = call.time();
    return now != null
        && then != null
        && (now.isAfter(then.plus(MOMENT)) || now.isBefore(then.minus(MOMENT)));
  }

  /** All up to the next line that has to wait. */
  private void handOn() {
    while (!waiting.isEmpty() && !isCall(waiting.element())) {
      next.accept(waiting.remove());
    }
  }
}
