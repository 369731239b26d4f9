package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.ReplayReport;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what alert rules would have said of the events of some logs, and when. */
public final class Replay implements AutoCloseable {

  /** The most alerts that are kept. */
  public static final int MOST_ALERTS = 500;

  private static final int IN_MEMORY = 100_000;

  private final Rules rules;
  private final FailureLog failures = new FailureLog(IN_MEMORY);
  private @Nullable Instant end;

  /** A replay with these rules that knows of no event. */
  public Replay(Rules rules) {
    this.rules = rules;
  }

  /**
   * Takes note of an event; one without a time cannot be replayed.
   *
   * @throws IOException if there are very many and the temporary file cannot be written
   */
  public void add(AnalyzedEvent event) throws IOException {
    Instant time = event.time();
    if (time != null) {
      failures.add(event, time);
      logged(time);
    }
  }

  /** The log went on until then: troubles that were over by then are resolved. */
  public void logged(Instant time) {
    end = end == null || time.isAfter(end) ? time : end;
  }

  /** Lets the engine run over everything. */
  public ReplayReport run() throws IOException {
    AlertEngine engine = new AlertEngine(rules.rules(), rules.origin());
    Kept kept = new Kept();
    failures.forEach(failure -> kept.add(engine.onFailure(failure)));
    if (end != null) {
      kept.add(engine.onTime(end));
    }
    return new ReplayReport(rules.source(), kept.alerts, kept.leftOut);
  }

  @Override
  public void close() throws IOException {
    failures.close();
  }

  private static final class Kept {
    private final List<Alert> alerts = new ArrayList<>();
    private long leftOut;

    void add(List<Alert> more) {
      for (Alert alert : more) {
        // Numbers for destinations that keep a state; nobody is told.
        if (alert.state() == AlertState.ONGOING) {
          continue;
        }
        if (alerts.size() < MOST_ALERTS) {
          alerts.add(alert);
        } else {
          leftOut++;
        }
      }
    }
  }
}
