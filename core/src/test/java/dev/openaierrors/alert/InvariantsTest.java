package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds whatever comes. */
@Tag("slow")
class InvariantsTest {

  private static final ErrorKind[] KINDS = ErrorKind.values();
  private static final String[] MODELS = {"gpt-4o", "o3", "gpt-4.1-mini", "text-embedding-3-small"};
  private static final Provider[] PROVIDERS = Provider.values();

  /** Fresh ones in each run, which the names of the tests show. */
  static LongStream seeds() {
    return LongStream.concat(LongStream.of(36, 54), new Random().longs(10));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tickingEachSecondIsTickingOnlyAtEvents(long seed) {
    List<Step> steps = steps(seed, 400);
    Instant end = steps.get(steps.size() - 1).at.plus(Duration.ofHours(30));

    assertThat(run(steps, end, Duration.ofSeconds(1)))
        .hasSizeGreaterThan(4)
        .isEqualTo(run(steps, end, Duration.ofDays(365)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void troublesOpenAndCloseInTurnAndCloseForAReason(long seed) {
    List<Step> steps = steps(seed, 6_000);
    Instant end = steps.get(steps.size() - 1).at.plus(Duration.ofDays(3));
    Map<String, Alert> open = new HashMap<>();
    Set<String> ended = new HashSet<>();

    for (Alert alert : run(steps, end, Duration.ofDays(365))) {
      switch (alert.state()) {
        case FIRING -> {
          assertThat(open.put(alert.id(), alert)).as("open already").isNull();
          assertThat(ended).doesNotContain(alert.id());
        }
        case REOPENED -> {
          assertThat(open.put(alert.id(), alert)).as("open already").isNull();
          assertThat(ended).contains(alert.id());
        }
        case FLAPPING -> assertThat(open.put(alert.id(), alert)).as("open already").isNull();
        case RESOLVED -> {
          assertThat(open.remove(alert.id())).as("what is resolved").isNotNull();
          ended.add(alert.id());
          Duration silence = Duration.between(alert.times().lastSeen(), alert.times().at());
          Duration quiet =
              Objects.requireNonNull(DefaultRules.named(alert.rule())).quiet().period();
          boolean success = alert.progress().resolution() == Alert.Resolution.SUCCESS;
          assertThat(success || silence.compareTo(quiet) >= 0 || alert.cause().retryAfter() != null)
              .as("silence of %s", silence)
              .isTrue();
        }
        default -> assertThat(open).containsKey(alert.id());
      }
      assertThat(AlertText.line(alert)).hasSizeLessThanOrEqualTo(1_200);
      assertThat(AlertText.line(alert)).doesNotContain("\n");
    }
    assertThat(open).as("still open after three days of silence").isEmpty();
    assertThat(ended).isNotEmpty();
  }

  @Test
  void theSameInputGivesTheSameAlerts() {
    List<Step> steps = steps(42, 2_000);
    Instant end = steps.get(steps.size() - 1).at;

    assertThat(run(steps, end, Duration.ofDays(365)))
        .isEqualTo(run(steps, end, Duration.ofDays(365)));
  }

  @Test
  void aMillionModelsAndLoggersFitIntoLittleMemory() {
    AlertEngine engine =
        new AlertEngine(
            new AlertRules(
                DefaultRules.all(), Grouping.by(Dimension.MODEL, Dimension.LOGGER), 256, true),
            Origin.NONE);
    long before = usedMemory();
    for (int i = 0; i < 1_000_000; i++) {
      OpenAiError error =
          new Times.Draft(KINDS[i % KINDS.length])
              .model("model-" + i)
              .requestId("req_" + i)
              .build();
      Instant at = Times.START.plusMillis(i);
      engine.onFailure(
          new Failure(
              at,
              error,
              new Failure.Source("com.acme.Logger" + i, null, "t" + i),
              new Exception("no " + i),
              i));
    }
    long used = usedMemory() - before;

    List<IncidentState> kept = engine.snapshot(Times.START.plusMillis(1_000_000)).incidents();
    assertThat(kept).hasSizeLessThan(400);
    assertThat(kept)
        .filteredOn(incident -> incident.group().equals(IncidentKey.OTHER))
        .extracting(incident -> incident.stats().count())
        .anyMatch(count -> count > 50_000);
    assertThat(used).as("bytes used").isLessThan(4 << 20);
    assertThat(engine.onTime(Times.START.plus(Duration.ofDays(30)))).isNotEmpty();
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static List<Alert> run(List<Step> steps, Instant end, Duration tick) {
    AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
    List<Alert> alerts = new ArrayList<>();
    Instant next = steps.get(0).at;
    for (Step step : steps) {
      for (; next.isBefore(step.at); next = next.plus(tick)) {
        alerts.addAll(engine.onTime(next));
      }
      alerts.addAll(step.on(engine));
    }
    for (; next.isBefore(end); next = next.plus(tick)) {
      alerts.addAll(engine.onTime(next));
    }
    alerts.addAll(engine.onTime(end));
    return alerts;
  }

  /** Bursts, lulls, stray failures and successes. */
  private static List<Step> steps(long seed, int count) {
    Random random = new Random(seed * 7919);
    List<Step> steps = new ArrayList<>();
    Instant at = Times.START;
    ErrorKind kind = KINDS[0];
    long gap = 1000;
    for (int i = 0; i < count; i++) {
      if (random.nextInt(40) == 0) {
        kind = KINDS[random.nextInt(KINDS.length)];
        gap = 100L << random.nextInt(14);
      }
      if (random.nextInt(400) == 0) {
        at = at.plus(Duration.ofMinutes(random.nextInt(300)));
      }
      at = at.plusMillis(1 + (long) (random.nextDouble() * gap));
      boolean success = random.nextInt(30) == 0;
      steps.add(new Step(at, success ? null : failure(random, at, kind, i)));
    }
    return steps;
  }

  private static Failure failure(Random random, Instant at, ErrorKind usual, int number) {
    ErrorKind kind = random.nextInt(10) == 0 ? KINDS[random.nextInt(KINDS.length)] : usual;
    Times.Draft draft =
        new Times.Draft(kind)
            .model(MODELS[random.nextInt(MODELS.length)])
            .provider(PROVIDERS[random.nextInt(PROVIDERS.length)]);
    if (random.nextInt(5) == 0) {
      draft.retryAfter(1 + random.nextInt(7200) + "s");
    }
    if (random.nextInt(20) == 0) {
      draft.retryable(false);
    }
    String thread = "t" + random.nextInt(20);
    return new Failure(
        at, draft.build(), new Failure.Source("L" + random.nextInt(3), null, thread), null, number);
  }

  /** A failure, or a success. */
  private record Step(Instant at, @Nullable Failure failure) {

    List<Alert> on(AlertEngine engine) {
      return failure == null
          ? engine.onSuccess(Provider.OPENAI, null, at)
          : engine.onFailure(failure);
    }
  }
}
