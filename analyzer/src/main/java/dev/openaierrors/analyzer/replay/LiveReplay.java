package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what alert rules say while a log is written, an engine for each service that is named. It
 * does not wait for events that come late, as somebody waits for what it tells; such an event
 * counts as one of the moment that was reached.
 */
public final class LiveReplay {

  private final Rules rules;
  private final FailureTable table;
  private final Map<Integer, AlertEngine> engines = new LinkedHashMap<>();
  private final long[] packed = new long[FailureTable.SIZE];
  private @Nullable Instant reached;

  /** One that knows of no event. */
  public LiveReplay(Rules rules) {
    this.rules = rules;
    table = new FailureTable(rules.rules().groupBy());
  }

  /** Takes note of an event; tells what is to be told then. One without a time tells nothing. */
  public List<Alert> add(AnalyzedEvent event) {
    Instant logged = event.time();
    if (logged == null) {
      return List.of();
    }
    Instant at = reached != null && logged.isBefore(reached) ? reached : logged;
    reached = at;
    table.pack(event, at, packed, 0);
    int service = FailureTable.service(packed, 0);
    AlertEngine engine = engines.computeIfAbsent(service, this::engine);
    return told(engine.onFailure(table.unpack(packed, 0)));
  }

  private AlertEngine engine(int service) {
    String name = table.services().name(service);
    Origin given = rules.origin();
    Origin origin = name == null || given.service() != null ? given : given.of(name);
    return new AlertEngine(rules.rules(), origin);
  }

  /** Lets time pass; tells what is to be told by then. */
  public List<Alert> until(Instant now) {
    if (reached == null || now.isBefore(reached)) {
      return List.of();
    }
    reached = now;
    List<Alert> all = new ArrayList<>();
    engines.values().forEach(engine -> all.addAll(told(engine.onTime(now))));
    return all;
  }

  /** Without what is for destinations that keep a state. */
  private static List<Alert> told(List<Alert> alerts) {
    return alerts.stream().filter(alert -> alert.state() != AlertState.ONGOING).toList();
  }
}
