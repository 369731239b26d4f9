package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.analyzer.report.ReplayReport;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final Instant END = Events.TEN.plus(Duration.ofHours(12));

  /** Half an hour without quota, a failure every half minute, and a bad key in between. */
  private static List<AnalyzedEvent> morning() {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(
          Events.of(ErrorKind.INSUFFICIENT_QUOTA)
              .thread("worker-" + i)
              .model("gpt-4o")
              .after(Duration.ofSeconds(30L * i)));
      if (i == 40) {
        events.add(Events.of(ErrorKind.INVALID_API_KEY).after(Duration.ofSeconds(30L * i + 7)));
      }
    }
    return events;
  }

  private static ReplayReport replay(List<AnalyzedEvent> events) throws IOException {
    try (Replay replay = new Replay(Rules.DEFAULTS)) {
      for (AnalyzedEvent event : events) {
        replay.add(event);
      }
      replay.logged(END);
      return replay.run();
    }
  }

  @Test
  void tellsWhatWouldHaveFiredAndResolvedAndWhen() throws IOException {
    List<Alert> alerts = replay(morning()).alerts();
    Alert first = alerts.get(0);
    assertThat(first.state()).isEqualTo(AlertState.FIRING);
    assertThat(first.rule()).isEqualTo("quota");
    assertThat(first.times().at()).isBetween(Events.TEN, Events.TEN.plusSeconds(120));
    assertThat(alerts)
        .filteredOn(alert -> alert.state() == AlertState.FIRING)
        .extracting(Alert::rule)
        .containsExactly("quota", "credentials");
    Alert last =
        alerts.stream()
            .filter(alert -> alert.state() == AlertState.RESOLVED && alert.rule().equals("quota"))
            .findFirst()
            .orElseThrow();
    assertThat(last.times().at())
        .isBetween(last.times().lastSeen().plus(Duration.ofMinutes(29)), END);
    assertThat(last.counts().failures()).isEqualTo(60);
  }

  @Test
  void saysWhatTheEngineInAServiceWouldHaveSaid() throws IOException {
    AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
    List<Alert> expected = new ArrayList<>();
    for (AnalyzedEvent event : morning()) {
      expected.addAll(
          engine.onFailure(
              new Failure(
                  Objects.requireNonNull(event.time()),
                  event.error(),
                  new Failure.Source(event.logger(), event.level(), event.thread()),
                  null,
                  event.message().hashCode())));
    }
    expected.addAll(engine.onTime(END));
    expected.removeIf(alert -> alert.state() == AlertState.ONGOING);
    assertThat(replay(morning()).alerts())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "sample", "facets")
        .isEqualTo(expected);
  }

  @Test
  void filesThatOverlapInTimeAreReplayedAsOneLog() throws IOException {
    List<AnalyzedEvent> shuffled = new ArrayList<>(morning());
    Collections.shuffle(shuffled, new Random(1));
    assertThat(replay(shuffled).alerts())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(replay(morning()).alerts());
  }

  @Test
  void whatThreadsWroteALittleTooLateIsReplayedInItsOrder() throws IOException {
    List<AnalyzedEvent> late = new ArrayList<>(morning());
    for (int i = 1; i < late.size(); i += 2) {
      Collections.swap(late, i - 1, i);
    }

    assertThat(replay(late)).usingRecursiveComparison().isEqualTo(replay(morning()));
  }

  @Test
  void thousandsInAMinuteInAnyOrderAreReplayedInTheirOrder() throws IOException {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      events.add(
          Events.of(i % 3 == 0 ? ErrorKind.INSUFFICIENT_QUOTA : ErrorKind.SERVER_ERROR)
              .thread("worker-" + i)
              .after(Duration.ofMillis(10L * i)));
    }
    List<AnalyzedEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(2));

    ReplayReport replayed = replay(shuffled);

    assertThat(replayed.alerts()).isNotEmpty();
    assertThat(replayed)
        .usingRecursiveComparison()
        .ignoringFields("alerts.id", "alerts.sample")
        .isEqualTo(replay(events));
  }

  @Test
  void whatDoesNotFitIntoMemoryIsSortedThroughAFile() throws IOException {
    List<AnalyzedEvent> shuffled = new ArrayList<>(morning());
    Collections.shuffle(shuffled, new Random(1));
    List<Failure> sorted = new ArrayList<>();
    try (FailureLog log = new FailureLog(7, Grouping.NONE)) {
      for (AnalyzedEvent event : shuffled) {
        log.add(event, Objects.requireNonNull(event.time()));
      }
      log.forEach(sorted::add);
    }
    assertThat(sorted).extracting(Failure::at).isSorted().hasSize(61);
    assertThat(sorted).filteredOn(f -> f.error().kind() == ErrorKind.INVALID_API_KEY).hasSize(1);
    assertThat(sorted).extracting(f -> f.error().call().model()).contains("gpt-4o");
  }

  /** As many as that cannot be kept apart in memory. */
  @Test
  void aFailureKeepsItsContextUnlessThereAreVeryMany() throws IOException {
    List<Failure> failures = new ArrayList<>();
    try (FailureLog log = new FailureLog(10_000, Grouping.NONE.and("tenant"))) {
      for (int i = 0; i < 5_000; i++) {
        AnalyzedEvent event =
            Events.of(ErrorKind.TIMEOUT)
                .context(i == 7 ? Map.of() : Map.of("tenant", "t" + i % 4_500))
                .after(Duration.ofSeconds(i));
        log.add(event, Objects.requireNonNull(event.time()));
        failures.add(log.last());
      }
    }
    assertThat(failures.get(0).context()).isEqualTo(Map.of("tenant", "t0"));
    assertThat(failures.get(7).context()).isEmpty();
    assertThat(failures.get(4_000).context()).isEqualTo(Map.of("tenant", "t4000"));
    assertThat(failures.get(4_000).source().level()).isEqualTo(failures.get(0).source().level());
    assertThat(failures.get(4_400).context()).isEqualTo(Map.of("tenant", "other"));
    assertThat(failures.get(4_500).context()).isEqualTo(Map.of("tenant", "t0"));
  }

  @Test
  void aTroubleThatIsStillOpenAtTheEndOfTheLogIsNotResolved() throws IOException {
    try (Replay replay = new Replay(Rules.DEFAULTS)) {
      for (AnalyzedEvent event : morning()) {
        replay.add(event);
      }
      assertThat(replay.run().alerts())
          .extracting(Alert::state)
          .doesNotContain(AlertState.RESOLVED);
    }
  }

  @Test
  void veryManyDifferentErrorsAreReplayedToo() throws IOException {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      events.add(
          Events.of(ErrorKind.RATE_LIMIT_EXCEEDED)
              .model("model-" + i)
              .logger("logger-" + i)
              .thread("thread-" + i)
              .after(Duration.ofMillis(i * 100L)));
    }
    assertThat(replay(events).alerts()).extracting(Alert::rule).contains("rate-limit-chronic");
  }
}
