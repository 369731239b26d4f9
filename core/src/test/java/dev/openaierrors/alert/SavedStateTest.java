package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is believed of an incident that was saved, whoever wrote it. */
class SavedStateTest {

  private static final Instant NOW = Times.START;
  private static final long NOW_MILLIS = NOW.toEpochMilli();
  private static final long HOUR = 3_600_000;
  // What the reader of the file lets through at most.
  private static final long MOST = 1L << 52;

  private final Random random = new Random();

  private static IncidentState with(IncidentState.Phase phase, IncidentState.Stats stats) {
    return new IncidentState(
        "quota",
        Provider.OPENAI,
        "",
        phase,
        null,
        new IncidentState.Told("A1", true, true, Severity.CRITICAL),
        new IncidentState.Changes(NOW_MILLIS - HOUR, 0, 0, false),
        new IncidentState.Reminders(NOW_MILLIS + HOUR, 1, 0),
        IncidentState.Flapping.NONE,
        stats,
        List.of(),
        Map.of());
  }

  @SuppressWarnings("NullAway") // The class file does not say that a record's part may be null.
  private static IncidentState.Stats stats(
      long first, long last, List<Long> lately, Alert.@Nullable Sample sample) {
    return new IncidentState.Stats(
        first,
        last,
        5,
        0,
        0,
        2,
        0,
        0,
        0,
        0,
        Map.of(ErrorKind.INSUFFICIENT_QUOTA, 5L),
        Map.of(),
        List.of(),
        lately,
        sample);
  }

  private static IncidentState believed(IncidentState saved) {
    AlertRule rule = Objects.requireNonNull(DefaultRules.named("quota"));
    return new SavedState(saved, rule, NOW_MILLIS).believed();
  }

  @Test
  void whatMakesSenseStaysAsItWas() {
    IncidentState.Stats stats =
        stats(NOW_MILLIS - HOUR, NOW_MILLIS - 1, List.of(NOW_MILLIS - 2, NOW_MILLIS - 1), null);
    IncidentState saved = with(IncidentState.Phase.FIRING, stats);

    assertThat(believed(saved).stats()).isEqualTo(stats);
    assertThat(believed(saved).told()).isEqualTo(saved.told());
    assertThat(believed(saved).changes()).isEqualTo(saved.changes());
  }

  @Test
  void nothingHappenedInTheFuture() {
    IncidentState.Stats stats =
        believed(
                with(
                    IncidentState.Phase.FIRING,
                    stats(NOW_MILLIS + 5, NOW_MILLIS + 9, List.of(NOW_MILLIS + 7), null)))
            .stats();

    assertThat(stats.first()).isEqualTo(NOW_MILLIS);
    assertThat(stats.last()).isEqualTo(NOW_MILLIS);
    assertThat(stats.lately()).containsExactly(NOW_MILLIS);
  }

  /** Else an alert would say that it goes on since minus so many seconds. */
  @Test
  void theFirstFailureIsNotAfterTheLast() {
    IncidentState.Stats stats =
        believed(with(IncidentState.Phase.FIRING, stats(NOW_MILLIS, 7, List.of(7L), null))).stats();

    assertThat(stats.first()).isEqualTo(7);
  }

  @Test
  void aVersionThatKeptNoTimesOfLateHasTheLastOne() {
    IncidentState.Stats stats =
        believed(with(IncidentState.Phase.FIRING, stats(1, 7, List.of(), null))).stats();

    assertThat(stats.lately()).containsExactly(7L);
    assertThat(stats.over()).containsExactly(7L);
  }

  @Test
  void noNoticeIsOutOfWhatDoesNotFire() {
    IncidentState.Stats stats = stats(1, 7, List.of(7L), null);

    assertThat(believed(with(IncidentState.Phase.RESOLVED, stats)).told().open()).isFalse();
    assertThat(believed(with(IncidentState.Phase.PENDING, stats)).told().open()).isFalse();
    assertThat(believed(with(IncidentState.Phase.FIRING, stats)).told().open()).isTrue();
  }

  @Test
  void nobodyIsRemindedMoreOftenThanTheRuleSays() {
    IncidentState saved = with(IncidentState.Phase.FIRING, stats(1, 7, List.of(7L), null));

    assertThat(believed(saved).reminders().gap()).isEqualTo(HOUR);
  }

  @Test
  void aSampleIsShortShowsNoSecretAndBreaksNoLine() {
    Alert.Sample sample =
        new Alert.Sample(
            NOW,
            "a.B\n[FAKE]",
            "Incorrect API key: sk-abcdefghijklmnopqrstuvwxyz0123456789ABCD\n" + "x".repeat(9_000),
            "req\u001b[31m");
    Alert.Sample shown =
        Objects.requireNonNull(
            believed(with(IncidentState.Phase.FIRING, stats(1, 7, List.of(7L), sample)))
                .stats()
                .sample());

    assertThat(shown.message())
        .hasSizeLessThanOrEqualTo(300)
        .doesNotContain("\n", "abcdefghijklmnopqrstuvwxyz");
    assertThat(shown.logger()).doesNotContain("\n");
    assertThat(shown.requestId()).doesNotContain("\u001b");
  }

  /** Whatever numbers a file holds: alerts go on, and say nothing of a time before it began. */
  @Test
  void anEngineGoesOnFromWhateverWasSaved() {
    long seed = System.nanoTime();
    random.setSeed(seed);
    for (int round = 0; round < 300; round++) {
      AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
      List<IncidentState> incidents = new ArrayList<>();
      for (AlertRule rule : DefaultRules.all()) {
        incidents.add(anything(rule));
      }
      engine.restore(new EngineSnapshot(NOW, incidents, List.of()), NOW);
      Instant time = NOW;
      List<Alert> alerts = new ArrayList<>(engine.open(time));
      for (int i = 0; i < 20; i++) {
        time = time.plus(Duration.ofMinutes(random.nextInt(300)));
        alerts.addAll(engine.onTime(time));
        alerts.addAll(
            engine.onFailure(
                new Failure(
                    time,
                    Times.error(one(ErrorKind.values())),
                    new Failure.Source("a.B", null, "t" + i),
                    null,
                    i)));
      }
      assertThat(alerts)
          .as("seed %d", seed)
          .allSatisfy(
              alert -> {
                assertThat(alert.cause().retryAfter())
                    .satisfiesAnyOf(
                        wait -> assertThat(wait).isNull(),
                        wait -> assertThat(wait).isLessThanOrEqualTo(AlertRule.MAX_QUIET));
                assertThat(alert.times().startsAt()).isBeforeOrEqualTo(alert.times().lastSeen());
                assertThat(AlertText.line(alert)).doesNotContainPattern("(^|[ (])-\\d");
              });
    }
  }

  @SuppressWarnings("NullAway") // The class file does not say that a record's part may be null.
  private IncidentState anything(AlertRule rule) {
    Severity severity = random.nextBoolean() ? null : one(Severity.values());
    return new IncidentState(
        rule.name(),
        one(Provider.values()),
        "",
        one(IncidentState.Phase.values()),
        severity,
        new IncidentState.Told(
            random.nextInt(3) == 0 ? null : "A1", random.nextBoolean(), random.nextBoolean(), null),
        new IncidentState.Changes(number(), number(), number(), random.nextBoolean()),
        new IncidentState.Reminders(number(), number(), (int) (number() % 1_000)),
        new IncidentState.Flapping(random.nextBoolean(), numbers()),
        new IncidentState.Stats(
            number(),
            number(),
            number(),
            number(),
            number(),
            number(),
            number(),
            number(),
            number(),
            (int) (number() % 1_000),
            kinds(),
            Map.of("model", Map.of("m", number()), "no such", Map.of("x", number())),
            numbers(),
            numbers(),
            null),
        random.nextBoolean() ? List.of(numbers()) : List.of(numbers(), numbers()),
        Map.of("quota", number()));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Map<ErrorKind, Long> kinds() {
    Map<ErrorKind, Long> kinds = new HashMap<>();
    for (ErrorKind kind : ErrorKind.values()) {
      if (random.nextInt(4) == 0) {
        kinds.put(kind, number());
      }
    }
    return kinds;
  }

  private List<Long> numbers() {
    List<Long> numbers = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      numbers.add(number());
    }
    return numbers;
  }

  /** Nothing, little, a time near or far, or as much as the reader lets through. */
  private long number() {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> random.nextInt(100);
      case 2 -> NOW_MILLIS + random.nextInt(20 * (int) HOUR) - 10 * HOUR;
      case 3 -> MOST;
      default -> Math.floorMod(random.nextLong(), MOST);
    };
  }
}
