package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads record, one ticks. */
class AlertMonitorTest {

  private static final Instant NOW = Times.START;

  private final AlertMonitor monitor = new AlertMonitor(AlertRules.defaults(), Origin.NONE);

  @Test
  void tellsAtTheNextTick() {
    assertThat(monitor.record(failure(NOW, INVALID_API_KEY, 1))).isTrue();

    assertThat(monitor.tick(NOW)).extracting(Alert::state).containsExactly(AlertState.FIRING);
    assertThat(monitor.tick(NOW.plusSeconds(1))).isEmpty();
    assertThat(monitor.open(NOW)).hasSize(1);
  }

  @Test
  void worksInTheOrderOfTimeThatEventsHave() {
    for (int second : new int[] {119, 60, 0, 61}) {
      monitor.record(failure(NOW.plusSeconds(second), INSUFFICIENT_QUOTA, second));
    }

    Alert alert = monitor.tick(NOW.plusSeconds(120)).get(0);
    assertThat(alert.times().startsAt()).isEqualTo(NOW);
    assertThat(alert.times().at()).isEqualTo(NOW.plusSeconds(61));
  }

  @Test
  void doesNotBelieveTimesFarFromItsOwn() {
    monitor.record(failure(NOW.minus(Duration.ofDays(3)), INVALID_API_KEY, 1));
    monitor.record(failure(NOW.plus(Duration.ofDays(3)), INVALID_API_KEY, 2));

    Alert alert = monitor.tick(NOW).get(0);
    assertThat(alert.times().startsAt()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
    assertThat(monitor.open(NOW).get(0).times().lastSeen()).isEqualTo(NOW);
  }

  @Test
  void holdsNoMoreThanItsCapacityAndSaysHowManyItDropped() {
    int dropped = 0;
    for (int i = 0; i < 5000; i++) {
      dropped += monitor.record(failure(NOW.plusMillis(i), SERVER_ERROR, i)) ? 0 : 1;
    }
    assertThat(dropped).isEqualTo(5000 - AlertMonitor.CAPACITY);
    assertThat(monitor.dropped(SERVER_ERROR)).isEqualTo(dropped);
    assertThat(monitor.recorded(SERVER_ERROR)).isEqualTo(5000);

    // One of the dropped ones was kept, to tell what they say.
    assertThat(monitor.tick(NOW.plusSeconds(5)).get(0).text().summary())
        .contains(dropped - 1 + " more not inspected (rate too high)");
  }

  @Test
  void losesNothingUncountedAmongManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    AtomicLong taken = new AtomicLong();
    List<Future<?>> done = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int number = thread;
      done.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  if (monitor.record(failure(NOW, SERVER_ERROR, number * 20_000 + i))) {
                    taken.incrementAndGet();
                  }
                }
              }));
    }
    List<Alert> alerts = new ArrayList<>();
    int ticks = 0;
    while (!done.stream().allMatch(Future::isDone)) {
      alerts.addAll(monitor.tick(NOW.plusMillis(ticks++)));
    }
    for (Future<?> each : done) {
      each.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    alerts.addAll(monitor.stop(NOW.plusSeconds(90)));

    assertThat(monitor.recorded(SERVER_ERROR)).isEqualTo(160_000);
    assertThat(taken.get() + monitor.dropped(SERVER_ERROR)).isEqualTo(160_000);
    assertThat(alerts).hasSizeLessThan(4);
  }

  @Test
  void successResolves() {
    monitor.record(failure(NOW, INVALID_API_KEY, 1));
    monitor.tick(NOW);
    monitor.success(Provider.OPENAI, "gpt-4o", NOW.plusSeconds(120));
    monitor.success(Provider.OPENAI, "gpt-4o", NOW.plusSeconds(180));

    assertThat(monitor.tick(NOW.plusSeconds(181)))
        .extracting(alert -> alert.progress().resolution())
        .containsExactly(Alert.Resolution.SUCCESS);
  }

  @Test
  void successOfAnotherModelOrProviderProvesNothing() {
    monitor.record(failure(NOW, INVALID_API_KEY, 1));
    monitor.tick(NOW);
    for (int minute = 2; minute < 10; minute++) {
      monitor.success(Provider.OPENAI, "o3", NOW.plusSeconds(60L * minute));
      monitor.success(Provider.AZURE, "gpt-4o", NOW.plusSeconds(60L * minute));
      assertThat(monitor.tick(NOW.plusSeconds(60L * minute))).isEmpty();
    }
  }

  @Test
  void aLastSummaryIsToldWhenItStopsAndNothingAfterwards() {
    monitor.record(failure(NOW, INVALID_API_KEY, 1));

    assertThat(monitor.stop(NOW))
        .extracting(Alert::state)
        .containsExactly(AlertState.FIRING, AlertState.STOPPED);
    assertThat(monitor.record(failure(NOW, INVALID_API_KEY, 2))).isFalse();
  }

  @Test
  void troublesSurviveAChangeOfTheRules() {
    monitor.record(failure(NOW, INVALID_API_KEY, 1));
    String id = monitor.tick(NOW).get(0).id();
    AlertRule changed =
        Objects.requireNonNull(DefaultRules.named("credentials")).withQuiet(Duration.ofMinutes(1));

    assertThat(monitor.use(AlertRules.of(List.of(changed)), Origin.NONE, NOW.plusSeconds(30)))
        .isEmpty();
    monitor.record(failure(NOW.plusSeconds(40), INVALID_API_KEY, 2));
    assertThat(monitor.tick(NOW.plusSeconds(50))).as("no second firing").isEmpty();
    Alert resolved = monitor.tick(NOW.plus(Duration.ofHours(4))).get(0);
    assertThat(resolved.id()).isEqualTo(id);
    assertThat(resolved.counts().failures()).isEqualTo(2);
  }

  @Test
  void showsTheLastErrorOfEachKindUnlessThereAreToBeNoSamples() {
    assertThat(monitor.sample(INVALID_API_KEY)).isNull();
    monitor.record(failure(NOW, INVALID_API_KEY, 1));
    monitor.record(failure(NOW.plusSeconds(1), INVALID_API_KEY, 2));
    monitor.tick(NOW.plusSeconds(2));

    assertThat(monitor.sample(INVALID_API_KEY))
        .returns(NOW.plusSeconds(1), Alert.Sample::at)
        .returns("Chat", Alert.Sample::logger);
    assertThat(monitor.sample(SERVER_ERROR)).isNull();
    AlertRules silent =
        new AlertRules(List.of(), Grouping.NONE, AlertRules.DEFAULT_MAX_KEYS, false);
    monitor.use(silent, Origin.NONE, NOW.plusSeconds(3));
    assertThat(monitor.sample(INVALID_API_KEY)).isNull();
  }

  @Test
  void tellsHowManyAMinuteThereWereOfLate() {
    Instant minute = NOW.truncatedTo(ChronoUnit.MINUTES);
    assertThat(monitor.perMinute(SERVER_ERROR, minute)).isZero();
    for (int i = 0; i < 5 * AlertMonitor.CAPACITY; i++) {
      monitor.record(failure(minute, SERVER_ERROR, i));
    }
    monitor.tick(minute);
    monitor.tick(minute.plusSeconds(1));

    assertThat(monitor.perMinute(SERVER_ERROR, minute.plusSeconds(299)))
        .isEqualTo(AlertMonitor.CAPACITY);
    assertThat(monitor.perMinute(INVALID_API_KEY, minute)).isZero();
    assertThat(monitor.perMinute(SERVER_ERROR, minute.plusSeconds(300))).isZero();
  }

  /** Even where nobody looked at it, since it came too fast. */
  @Test
  void showsTheLastErrorOfAStorm() {
    for (int i = 0; i < 5000; i++) {
      monitor.record(failure(NOW.plusMillis(i), SERVER_ERROR, i));
    }
    monitor.tick(NOW.plusSeconds(5));

    assertThat(monitor.sample(SERVER_ERROR)).returns(NOW.plusMillis(4999), Alert.Sample::at);
  }

  @Test
  void anIncidentWhoseRuleIsGoneEnds() {
    monitor.record(failure(NOW, INVALID_API_KEY, 1));
    monitor.tick(NOW);

    Alert gone = monitor.use(AlertRules.of(List.of()), Origin.NONE, NOW).get(0);
    assertThat(gone.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(gone.progress().resolution()).isEqualTo(Alert.Resolution.REMOVED);
    assertThat(monitor.open(NOW)).isEmpty();
  }

  private static Failure failure(Instant at, ErrorKind kind, int number) {
    return new Failure(
        at, Times.error(kind), new Failure.Source("Chat", null, "t" + number), null, number);
  }
}
