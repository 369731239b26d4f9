package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.analyzer.report.ReplayReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One run of an engine over failures that come nearly in the order of their time, as the threads of
 * a service write them: each waits until none is likely to come that was before it.
 */
final class EngineRun {

  private static final long LATE_MILLIS = 60_000;
  private static final int MOST_WAITING = 4096;

  private final @Nullable String source;
  private final AlertEngine engine;
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
  private final List<Alert> alerts = new ArrayList<>();
  private long leftOut;
  private long added;
  private long latest = Long.MIN_VALUE;
  private long given = Long.MIN_VALUE;

  /**
   * A run that knows of no failure.
   *
   * @param source where the rules come from; null for the default rules
   */
  EngineRun(@Nullable String source, AlertRules rules, Origin origin) {
    this.source = source;
    this.engine = new AlertEngine(rules, origin);
  }

  /** Adds a failure; false, and all is in vain, if the engine already knows of a later one. */
  boolean add(Failure failure) {
    long at = failure.at().toEpochMilli();
    if (at < given) {
      return false;
    }
    waiting.add(new Waiting(at, added++, failure));
    latest = Math.max(latest, at);
    while (waiting.size() > MOST_WAITING || isDue(waiting.peek())) {
      next();
    }
    return true;
  }

  private boolean isDue(@Nullable Waiting first) {
    return first != null && first.at <= latest - LATE_MILLIS;
  }

  private void next() {
    Waiting first = waiting.remove();
    given = first.at;
    give(first.failure);
  }

  /** Gives the engine a failure of which it is certain that none comes that was before it. */
  void give(Failure failure) {
    keep(engine.onFailure(failure));
  }

  /** Gives the engine what still waits, and lets time pass until then. */
  ReplayReport end(@Nullable Instant end) {
    while (!waiting.isEmpty()) {
      next();
    }
    if (end != null) {
      keep(engine.onTime(end));
    }
    return new ReplayReport(source, alerts, leftOut, false);
  }

  private void keep(List<Alert> more) {
    for (Alert alert : more) {
      // Numbers for destinations that keep a state; nobody is told.
      if (alert.state() == AlertState.ONGOING) {
        continue;
      }
      if (alerts.size() < Replay.MOST_ALERTS) {
        alerts.add(alert);
      } else {
        leftOut++;
      }
    }
  }

  /** Of the same time, the one that was added first is the first. */
  private record Waiting(long at, long number, Failure failure) implements Comparable<Waiting> {

    @Override
    public int compareTo(Waiting other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
    }
  }
}
