package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Origin;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.ReplayReport;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells what alert rules would have said of the events of some logs, and when.
 *
 * <p>The engine runs while events are still read, for as long as they come in order. Where they do
 * not, as those of several files, it runs once more in the end, over all of them, sorted. Where
 * they are of several services, an engine for each of them does, as in each service.
 */
public final class Replay implements AutoCloseable {

  /** The most alerts that are kept. */
  public static final int MOST_ALERTS = 500;

  private static final int IN_MEMORY = 100_000;

  private final Rules rules;
  private final FailureLog failures;
  private @Nullable EngineRun inOrder;
  private boolean begun;
  // Whose errors that run takes all for.
  private @Nullable String named;
  private @Nullable Instant end;

  /** A replay with these rules that knows of no event. */
  public Replay(Rules rules) {
    this.rules = rules;
    this.failures = new FailureLog(IN_MEMORY, rules.rules().groupBy());
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
      String service = failures.services().only();
      if (!begun) {
        begun = true;
        named = service;
        inOrder = run(service);
      }
      EngineRun run = inOrder;
      boolean alone = !failures.services().areSeveral() && Objects.equals(named, service);
      if (run != null && !(alone && run.add(failures.last()))) {
        inOrder = null;
      }
      logged(time);
    }
  }

  /** One of all errors, whose service is this one where the rules name none. */
  private EngineRun run(@Nullable String service) {
    Origin given = rules.origin();
    Origin origin = service == null || given.service() != null ? given : given.of(service);
    return new EngineRun(rules.source(), rules.rules(), origin);
  }

  /** The log went on until then: incidents that were over by then are resolved. */
  public void logged(Instant time) {
    end = end == null || time.isAfter(end) ? time : end;
  }

  /** Lets the engine run to the end. */
  public ReplayReport run() throws IOException {
    if (failures.services().areSeveral()) {
      ServiceRuns runs = new ServiceRuns(rules, failures.services());
      failures.forEach(runs::add);
      return runs.end(end);
    }
    EngineRun run = inOrder;
    if (run == null) {
      EngineRun sorted = run(failures.services().only());
      failures.forEach((service, failure) -> sorted.give(failure));
      run = sorted;
    }
    return run.end(end);
  }

  @Override
  public void close() throws IOException {
    failures.close();
  }
}
