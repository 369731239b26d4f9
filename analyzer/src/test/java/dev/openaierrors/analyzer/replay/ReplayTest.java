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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    return replay(events, Rules.DEFAULTS);
  }

  private static ReplayReport replay(List<AnalyzedEvent> events, Rules rules) throws IOException {
    try (Replay replay = new Replay(rules)) {
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
    AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE.of("shop"));
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
  void namesTimesInTheZoneOfTheReport() throws IOException {
    Rules inIndia = Rules.DEFAULTS.in(ZoneId.of("Asia/Kolkata"));
    assertThat(replay(morning(), inIndia).alerts())
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(alert.text().summary()).contains("UTC+05:30"));
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
      log.forEach((service, failure) -> sorted.add(failure));
    }
    assertThat(sorted).extracting(Failure::at).isSorted().hasSize(61);
    assertThat(sorted).filteredOn(f -> f.error().kind() == ErrorKind.INVALID_API_KEY).hasSize(1);
    assertThat(sorted).extracting(f -> f.error().call().model()).contains("gpt-4o");
  }

  private static AnalyzedEvent in(@Nullable String service, AnalyzedEvent event) {
    return new AnalyzedEvent(
        event.time(),
        event.level(),
        event.logger(),
        event.thread(),
        service,
        event.message(),
        event.thrown(),
        event.file(),
        event.offset(),
        event.error(),
        event.context());
  }

  private static AnalyzedEvent quota(@Nullable String service, int second) {
    Events one = Events.of(ErrorKind.INSUFFICIENT_QUOTA).thread("t" + second);
    return in(service, one.after(Duration.ofSeconds(second)));
  }

  @Test
  void eachServiceHasAnEngineOfItsOwnAsWhereItRuns() throws IOException {
    List<AnalyzedEvent> both = new ArrayList<>();
    for (AnalyzedEvent event : morning()) {
      both.add(in("chat", event));
    }
    both.add(in("search", Events.of(ErrorKind.INVALID_API_KEY).after(Duration.ofMinutes(21))));
    both.add(in(null, Events.of(ErrorKind.INVALID_API_KEY).after(Duration.ofMinutes(22))));
    List<String> alone = titles(replay(morning()));

    ReplayReport report = replay(both);

    assertThat(report.byService()).isTrue();
    assertThat(report.alerts()).extracting(alert -> alert.times().at()).isSorted();
    assertThat(titles(report)).filteredOn(it -> it.endsWith(": chat")).hasSize(alone.size());
    assertThat(titles(report))
        .contains(
            "firing OpenAI refuses our credentials: chat",
            "firing OpenAI refuses our credentials: search",
            "firing OpenAI refuses our credentials");
  }

  private static List<String> titles(ReplayReport report) {
    return report.alerts().stream()
        .map(alert -> alert.state().id() + " " + alert.text().title())
        .toList();
  }

  @Test
  void oneServiceBesideErrorsOfNobodyIsReplayedAsALogThatNamesNone() throws IOException {
    List<AnalyzedEvent> named = new ArrayList<>();
    List<AnalyzedEvent> unnamed = new ArrayList<>();
    for (AnalyzedEvent event : morning()) {
      named.add(in("chat", event));
      unnamed.add(in(null, event));
    }
    named.addAll(unnamed.subList(0, 1));
    unnamed.add(unnamed.get(0));

    assertThat(replay(named)).usingRecursiveComparison().isEqualTo(replay(unnamed));
    assertThat(replay(named).byService()).isFalse();
  }

  @Test
  void theServiceOfAllErrorsIsNamed() throws IOException {
    List<AnalyzedEvent> named = new ArrayList<>();
    for (AnalyzedEvent event : morning()) {
      named.add(in("chat", event));
    }

    ReplayReport report = replay(named);

    assertThat(titles(report)).isNotEmpty().allMatch(title -> title.endsWith(": chat"));
    assertThat(report.byService()).isFalse();
  }

  @Test
  void failuresOfTwoServicesThatWouldBeAnIncidentTogetherAreNone() throws IOException {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      events.add(quota("chat", 61 * i));
      events.add(quota("search", 61 * i + 1));
    }

    assertThat(replay(events).alerts()).isEmpty();
  }

  @Test
  void servicesBeyondTheMostShareAnEngine() throws IOException {
    List<AnalyzedEvent> events = new ArrayList<>();
    for (int service = 0; service < Services.MOST + 3; service++) {
      for (int i = 0; i < 2; i++) {
        events.add(quota("svc-" + service, 61 * i + service % 7));
      }
    }

    assertThat(titles(replay(events)))
        .containsExactly(
            "firing OpenAI quota exhausted: other services",
            "resolved OpenAI quota exhausted: other services");
  }

  @ParameterizedTest
  @CsvSource({
    "chat-api-7d9f8b6c5d-x2x9z/app,chat-api",
    "chat-api-7d9f8b6c5d-x2x9z,chat-api",
    "db-0/postgres,db",
    "worker-2,worker-2",
    "chat-api,chat-api",
    "shop/app,shop",
    "'  chat ',chat",
    "ab-cd,ab-cd",
  })
  void podsOfAServiceAreOneService(String logged, String service) {
    Services services = new Services();

    assertThat(services.name(services.number(logged))).isEqualTo(service);
    assertThat(services.number("")).isEqualTo(services.number(null)).isZero();
    assertThat(services.areSeveral()).isFalse();
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
