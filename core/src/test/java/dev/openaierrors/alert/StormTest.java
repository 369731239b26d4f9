package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A storm of failures hides no other failure, and none of its own from the rules. */
class StormTest {

  private static final Instant NOW = Times.START;
  private static final int MANY = 20_000;
  private static final Pattern TOO_FAST = Pattern.compile("([0-9]+) more not inspected");

  private final AtomicLong numbers = new AtomicLong();

  @RepeatedTest(5)
  void aSingleFailureOfAnotherKindIsToldAtTheNextTick() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    AlertMonitor monitor = new AlertMonitor(AlertRules.defaults(), Origin.NONE);
    List<Alert> alerts = new ArrayList<>();
    int chosen = random.nextInt(10);
    int place = random.nextInt(MANY);
    for (int second = 0; second <= chosen; second++) {
      for (int i = 0; i < MANY; i++) {
        monitor.record(failure(second, Times.error(RATE_LIMIT_EXCEEDED)));
        if (second == chosen && i == place) {
          monitor.record(failure(second, Times.error(INVALID_API_KEY)));
        }
      }
      alerts.addAll(monitor.tick(at(second + 1)));
    }
    assertThat(alerts)
        .as("seed %s", seed)
        .filteredOn(alert -> alert.rule().equals("credentials"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.times().at()).isEqualTo(at(chosen)));
  }

  @Test
  void aSingleFailureOfAnotherKindIsToldBesideThreadsThatNeverRest() throws Exception {
    AlertMonitor monitor = new AlertMonitor(AlertRules.defaults(), Origin.NONE);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Long>> storms = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      storms.add(
          threads.submit(
              () -> {
                long recorded = 0;
                while (!over.get()) {
                  monitor.record(failure(0, Times.error(RATE_LIMIT_EXCEEDED)));
                  recorded++;
                }
                return recorded;
              }));
    }
    List<Alert> alerts = new ArrayList<>();
    for (int tick = 0; tick < 50; tick++) {
      monitor.tick(at(tick));
    }
    monitor.record(failure(50, Times.error(INVALID_API_KEY)));
    alerts.addAll(monitor.tick(at(50)));
    over.set(true);
    long recorded = 0;
    for (Future<Long> storm : storms) {
      recorded += storm.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    assertThat(alerts).extracting(Alert::rule).contains("credentials");
    assertThat(monitor.recorded(RATE_LIMIT_EXCEEDED)).isEqualTo(recorded);
  }

  @RepeatedTest(3)
  void aSingleFailureOfAnotherModelIsToldWhereModelsAreToldApart() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    AlertMonitor monitor = new AlertMonitor(byModel("first"), Origin.NONE);
    int place = random.nextInt(MANY);
    for (int i = 0; i < MANY; i++) {
      monitor.record(failure(0, error(SERVER_ERROR, "gpt-4o")));
      if (i == place) {
        monitor.record(failure(0, error(SERVER_ERROR, "o3")));
      }
    }
    assertThat(monitor.tick(at(1)))
        .as("seed %s", seed)
        .flatExtracting(StormTest::models)
        .containsExactlyInAnyOrder("gpt-4o", "o3");
  }

  @Test
  void failuresThatNobodyLookedAtMeetARuleByTheirNumber() {
    AlertMonitor monitor = new AlertMonitor(byModel("1000 in 1m"), Origin.NONE);
    // None of the model's own failures finds room: those of the other came first.
    for (int i = 0; i < AlertMonitor.CAPACITY; i++) {
      monitor.record(failure(0, error(SERVER_ERROR, "gpt-4o")));
    }
    for (int i = 0; i < 1_000; i++) {
      monitor.record(failure(0, error(SERVER_ERROR, "o3")));
    }
    List<Alert> alerts = monitor.tick(at(1));
    assertThat(alerts).singleElement().extracting(Alert::state).isEqualTo(AlertState.FIRING);
    assertThat(models(alerts.get(0))).containsExactly("o3");
    assertThat(alerts.get(0).text().summary()).contains("999 more not inspected (rate too high)");
  }

  @Test
  void oneFailureLessMeetsItNot() {
    AlertMonitor monitor = new AlertMonitor(byModel("1000 in 1m"), Origin.NONE);
    for (int i = 0; i < AlertMonitor.CAPACITY; i++) {
      monitor.record(failure(0, error(SERVER_ERROR, "gpt-4o")));
    }
    for (int i = 0; i < 999; i++) {
      monitor.record(failure(0, error(SERVER_ERROR, "o3")));
    }
    assertThat(monitor.tick(at(1))).isEmpty();
  }

  @Test
  void everyFailureIsCountedForItsIncidentAndForNoOther() throws Exception {
    AlertMonitor monitor = new AlertMonitor(byModel("first"), Origin.NONE);
    int models = 12;
    int each = 5_000;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int model = 0; model < models; model++) {
      String name = "gpt-" + model;
      tasks.add(
          () -> {
            for (int i = 0; i < each; i++) {
              monitor.record(failure(0, error(SERVER_ERROR, name)));
            }
            return null;
          });
    }
    Future<List<Future<Void>>> done = threads.submit(() -> threads.invokeAll(tasks));
    int second = 0;
    while (!done.isDone()) {
      // On a busy machine there are so many ticks that an incident would be over meanwhile.
      second = Math.min(second + 1, 6_000);
      monitor.tick(at(second / 100));
    }
    for (Future<Void> one : done.get(60, TimeUnit.SECONDS)) {
      one.get();
    }
    threads.shutdown();
    monitor.tick(at(second / 100 + 1));
    monitor.tick(at(second / 100 + 2));
    assertThat(monitor.open(at(second / 100 + 3)))
        .hasSize(models)
        .allSatisfy(
            alert -> assertThat(alert.counts().failures() + tooFast(alert)).isEqualTo(each));
  }

  @Test
  void ofAStormOfFirstAttemptsNoneThatNobodyLookedAtMakesItCritical() {
    for (boolean over : new boolean[] {false, true}) {
      AlertMonitor monitor = new AlertMonitor(AlertRules.defaults(), Origin.NONE);
      List<Alert> alerts = new ArrayList<>();
      OpenAiError error = new Times.Draft(SERVER_ERROR).attempt(over ? 3 : 1, 3).build();
      for (int second = 0; second < 20 * 60; second += 10) {
        for (int i = 0; i < 2 * AlertMonitor.CAPACITY; i++) {
          monitor.record(failure(second, error));
        }
        alerts.addAll(monitor.tick(at(second)));
      }
      assertThat(alerts)
          .extracting(alert -> alert.severity() == Severity.CRITICAL)
          .as("last attempts: %s", over)
          .contains(over)
          .contains(false);
    }
  }

  @Test
  void noFailureIsTakenForARepeatOfItselfWhereBunchesComeAndGo() throws Exception {
    int many = 200_000;
    RuleIndex index = new RuleIndex(byModel("first"));
    Lane lane = new Lane(0);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<?>> storms = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      String name = "gpt-" + thread;
      storms.add(
          threads.submit(
              () -> {
                for (int i = 0; i < many; i++) {
                  lane.add(failure(0, error(SERVER_ERROR, name)), index);
                }
              }));
    }
    Set<Failure> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    AtomicLong counted = new AtomicLong();
    List<Failure> twice = new ArrayList<>();
    Consumer<Bunch.Load> take =
        load -> {
          counted.addAndGet(load.count());
          if (!load.shown() && !shown.add(load.latest())) {
            twice.add(load.latest());
          }
        };
    while (!storms.stream().allMatch(Future::isDone)) {
      lane.drain(failure -> {}, take);
    }
    for (Future<?> storm : storms) {
      storm.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    lane.drain(failure -> {}, take);
    assertThat(twice).isEmpty();
    assertThat(counted).hasValue(3L * many);
  }

  @Test
  void failuresCountedWhileNoneWasWrittenAreOfTheOneThatWasShown() {
    Failure failure = failure(0, error(SERVER_ERROR, "o3"));
    AlertEngine engine = new AlertEngine(byModel("first"), Origin.NONE);
    engine.onBunch(new Bunch.Load(failure, 3, false, false));
    engine.onBunch(new Bunch.Load(failure, 2, false, true));
    assertThat(engine.open(at(1)))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.counts().failures() + tooFast(alert)).isEqualTo(5);
              assertThat(alert.counts().repeats()).isZero();
            });
  }

  @Test
  void moreIncidentsThanAnybodyTellsApartAreBoundedAndLoseNothing() {
    AlertMonitor monitor = new AlertMonitor(byModel("first"), Origin.NONE);
    for (int i = 0; i < 100_000; i++) {
      monitor.record(failure(0, error(SERVER_ERROR, "gpt-" + i)));
    }
    monitor.tick(at(1));
    long told =
        monitor.open(at(2)).stream()
            .mapToLong(alert -> alert.counts().failures() + tooFast(alert))
            .sum();
    assertThat(told).isEqualTo(100_000);
    assertThat(monitor.open(at(2)))
        .hasSizeLessThanOrEqualTo(AlertMonitor.CAPACITY + Lane.BUNCHES + 2);
  }

  private static long tooFast(Alert alert) {
    Matcher matcher = TOO_FAST.matcher(alert.text().summary());
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private static Set<String> models(Alert alert) {
    return alert.dimensions().getOrDefault("model", Map.of()).keySet();
  }

  private static AlertRules byModel(String when) {
    AlertRule rule = AlertRule.of("mine", EnumSet.of(SERVER_ERROR)).withWhen(When.parse(when));
    return new AlertRules(List.of(rule), Grouping.by(Dimension.MODEL), 4_096, true);
  }

  private static OpenAiError error(ErrorKind kind, String model) {
    return new Times.Draft(kind).model(model).build();
  }

  private Failure failure(int second, OpenAiError error) {
    long number = numbers.incrementAndGet();
    return new Failure(
        at(second), error, new Failure.Source("Chat", null, "t" + number), null, (int) number);
  }

  private static Instant at(int second) {
    return NOW.plus(Duration.ofSeconds(second));
  }
}
