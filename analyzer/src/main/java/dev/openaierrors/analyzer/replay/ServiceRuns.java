package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.analyzer.report.ReplayReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of an engine for each service, as each has one of its own. */
final class ServiceRuns {

  // Incidents of all of them; what one engine knows of an incident may take 15 kB.
  private static final int MOST_KEYS = 2048;
  private static final int LEAST_KEYS = 32;

  private final Rules rules;
  private final List<EngineRun> runs = new ArrayList<>();

  ServiceRuns(Rules rules, Services services) {
    this.rules = rules;
    for (int number = Services.UNNAMED; number <= services.most(); number++) {
      String name = services.name(number);
      Origin given = rules.origin();
      Origin origin = name == null ? given : given.of(name);
      runs.add(new EngineRun(rules.source(), ofEach(services.most() + 1), origin));
    }
  }

  private AlertRules ofEach(int engines) {
    AlertRules all = rules.rules();
    int share = Math.max(LEAST_KEYS, MOST_KEYS / engines);
    return share < all.maxKeys() ? all.withMaxKeys(share) : all;
  }

  /** Adds a failure of this service, which is not before the last one. */
  void add(int service, Failure failure) {
    runs.get(service).give(failure);
  }

  /** Lets time pass until then, and tells what all of them told, in the order of its time. */
  ReplayReport end(@Nullable Instant end) {
    List<Alert> all = new ArrayList<>();
    long leftOut = 0;
    for (EngineRun run : runs) {
      ReplayReport report = run.end(end);
      all.addAll(report.alerts());
      leftOut += report.leftOut();
    }
    all.sort(Comparator.comparing(alert -> alert.times().at()));
    List<Alert> first = all.subList(0, Math.min(Replay.MOST_ALERTS, all.size()));
    return new ReplayReport(rules.source(), first, leftOut + all.size() - first.size(), true);
  }
}
