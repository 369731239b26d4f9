package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorKind;
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
 * The status alone is one error more, and often of another kind. So are the lines in which a proxy
 * beside the service tells of it, before the service's own or behind them.
 *
 * <p>Such a line waits for what follows within moments, and with it all events behind it, so that
 * they stay in order.
 */
public final class CallLines {

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final Duration INSTANT = Duration.ofMillis(100);
  private static final int MOST = 512;
  private static final int MOST_REASONS = 64;

  /** Lines of a log without times. */
  private static final int NEAR = 3;

  private static final String ADDRESS = "://";
  private static final String VERSION = " HTTP/";

  private final Consumer<AnalyzedEvent> next;
  private final Deque<AnalyzedEvent> waiting = new ArrayDeque<>();
  private final Deque<AnalyzedEvent> reasons = new ArrayDeque<>();
  private @Nullable AnalyzedEvent latest;

  /** Hands on to {@code next} what is no such line. */
  public CallLines(Consumer<AnalyzedEvent> next) {
    this.next = next;
  }

  /** Takes an event, behind those before it in its file. */
  public void add(AnalyzedEvent event) {
    if (isAccess(event) && isKnown(event)) {
      return;
    }
    if (!isCall(event)) {
      remember(event);
    }
    if (waiting.isEmpty() && !isCall(event)) {
      next.accept(event);
      return;
    }
    release(event);
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
    return event.thrown() == null
        && event.error().answer().status() != null
        && !saysWhy(event)
        && (("INFO".equals(event.level()) && event.message().contains(ADDRESS)) || isAccess(event));
  }

  /** A proxy's line, of whatever format: the request in quotes, and the status behind it. */
  private static boolean isAccess(AnalyzedEvent event) {
    Integer status = event.error().answer().status();
    String level = event.level();
    if (status == null || event.thrown() != null || (level != null && !level.equals("INFO"))) {
      return false;
    }
    int version = event.message().indexOf(VERSION);
    int quote = version < 0 ? -1 : event.message().indexOf('"', version);
    return quote > 0 && event.message().startsWith("\" " + status, quote);
  }

  private void remember(AnalyzedEvent reason) {
    if (reasons.size() >= MOST_REASONS) {
      reasons.remove();
    }
    reasons.add(reason);
  }

  /** Whether the service has told of the same failure already, but no proxy has. */
  private boolean isKnown(AnalyzedEvent access) {
    for (Iterator<AnalyzedEvent> all = reasons.iterator(); all.hasNext(); ) {
      AnalyzedEvent reason = all.next();
      if (reason.error().answer().status() != null
          && isNear(reason, access, MOMENT)
          && isSame(access, reason)) {
        all.remove();
        return true;
      }
    }
    return false;
  }

  private static boolean saysWhy(AnalyzedEvent event) {
    return event.error().answer().code() != null || event.error().answer().type() != null;
  }

  /** Of several attempts, it is the reason of the last one. */
  private void dropCallOf(AnalyzedEvent reason) {
    AnalyzedEvent before = latest;
    latest = reason;
    if (before != null && isToldAgain(before, reason)) {
      return;
    }
    for (Iterator<AnalyzedEvent> all = waiting.descendingIterator(); all.hasNext(); ) {
      AnalyzedEvent call = all.next();
      if (isCall(call) && isSame(call, reason)) {
        all.remove();
        if (isAccess(call)) {
          reasons.remove(reason);
        }
        return;
      }
    }
  }

  /** Another layer tells in the same instant of the failure whose call is left out already. */
  private static boolean isToldAgain(AnalyzedEvent before, AnalyzedEvent reason) {
    boolean other =
        !Objects.equals(before.logger(), reason.logger())
            || !Objects.equals(before.level(), reason.level());
    return other
        && isNear(before, reason, INSTANT)
        && agree(before.thread(), reason.thread())
        && agree(before.error().answer().status(), reason.error().answer().status());
  }

  private static boolean isSame(AnalyzedEvent call, AnalyzedEvent reason) {
    return agree(call.error().answer().status(), reason.error().answer().status())
        && (!"INFO".equals(reason.level()) || saysWhy(reason))
        && !isUnanswered(call, reason)
        && agree(call.thread(), reason.thread())
        && isOneService(call.service(), reason.service())
        && agree(call.error().call().model(), reason.error().call().model());
  }

  /** Containers of one pod are, of which one may be the proxy of the others. */
  private static boolean isOneService(@Nullable String one, @Nullable String other) {
    int slash = one == null ? -1 : one.indexOf('/');
    return agree(one, other)
        || (one != null
            && other != null
            && slash > 0
            && other.length() > slash
            && one.regionMatches(0, other, 0, slash + 1));
  }

  /** Who got no answer at all does not tell of a call that was answered. */
  private static boolean isUnanswered(AnalyzedEvent call, AnalyzedEvent reason) {
    ErrorKind kind = reason.error().kind();
    return reason.error().answer().status() == null
        && (kind == ErrorKind.CONNECTION_ERROR || kind == ErrorKind.TIMEOUT)
        && kind != call.error().kind();
  }

  private static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  /** Hands on what has waited for long enough. */
  private void release(AnalyzedEvent event) {
    while (!waiting.isEmpty()
        && (waiting.size() >= MOST || !isNear(waiting.element(), event, MOMENT))) {
      next.accept(waiting.remove());
      handOn();
    }
  }

  /** Within a time of each other, or, where nothing is timed, within some lines. */
  private static boolean isNear(AnalyzedEvent one, AnalyzedEvent other, Duration most) {
    Instant then = one.time();
    Instant now = other.time();
    if (then == null || now == null) {
      long lines = other.line() - one.line();
      return then == null
          && now == null
          && lines >= 0
          && lines <= NEAR
          && one.file().equals(other.file());
    }
    return !now.isAfter(then.plus(most)) && !now.isBefore(then.minus(most));
  }

  /** All up to the next line that has to wait. */
  private void handOn() {
    while (!waiting.isEmpty() && !isCall(waiting.element())) {
      next.accept(waiting.remove());
    }
  }
}
