package dev.openaierrors.fuzz;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertEngine;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.AlertText;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Random failures, successes and jumps of time: incidents open and close in turn; when the engine
 * is asked does not change what it says; what is tried on a log is what happens live; a restart
 * forgets no open incident and tells none twice; nothing grows without bound.
 */
public final class EngineTarget {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final int MOST_STEPS = 400;
  private static final int MOST_KEYS = 16;
  private static final long MOST_BYTES = 200_000_000;

  private EngineTarget() {}

  /** For the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input, 0);
    int what = choices.below(5);
    Set<Dimension> groups =
        Set.copyOf(
            choices.of(
                List.of(), List.of(Dimension.MODEL), List.of(Dimension.LOGGER, Dimension.CODE)));
    AlertRules rules =
        new AlertRules(DefaultRules.all(), new Grouping(groups, List.of()), MOST_KEYS, true);
    List<Step> steps = steps(choices);
    Check.bounded(
        "alerting",
        MOST_BYTES,
        () -> {
          switch (what) {
            case 0 -> ticksChangeNothing(rules, steps, choices);
            case 1 -> liveIsReplay(rules, steps);
            case 2 -> inTurn(rules, steps);
            case 3 -> restarts(rules, steps, choices.below(Math.max(1, steps.size())));
            default -> clockJumps(rules, steps, choices);
          }
          return "";
        });
  }

  private static void ticksChangeNothing(AlertRules rules, List<Step> steps, Choices choices) {
    Instant end = end(steps);
    List<Alert> plain = new ArrayList<>();
    List<Alert> ticked = new ArrayList<>();
    AlertEngine one = new AlertEngine(rules, Origin.NONE);
    AlertEngine other = new AlertEngine(rules, Origin.NONE);
    Instant last = START;
    for (Step step : steps) {
      step.drive(one, plain);
      for (int i = choices.below(5); i > 0; i--) {
        last = between(last, step.at, choices);
        ticked.addAll(other.onTime(last));
      }
      step.drive(other, ticked);
      last = step.at;
    }
    plain.addAll(one.onTime(end));
    while (last.isBefore(end)) {
      last = last.plus(Duration.ofMinutes(1 + choices.below(200)));
      ticked.addAll(other.onTime(last.isBefore(end) ? last : end));
    }
    Check.same(plain, ticked, "alerts without ticks, or with ticks between", steps.size());
  }

  private static Instant between(Instant from, Instant to, Choices choices) {
    long millis = Math.max(0, Duration.between(from, to).toMillis());
    return from.plusMillis(millis * choices.below(256) / 256);
  }

  /** The monitor, which is driven once a second, says what the engine says of the same failures. */
  private static void liveIsReplay(AlertRules rules, List<Step> steps) {
    List<Alert> live = new ArrayList<>();
    List<Alert> replayed = new ArrayList<>();
    AlertMonitor monitor = new AlertMonitor(rules, Origin.NONE);
    AlertEngine engine = new AlertEngine(rules, Origin.NONE);
    for (Step step : steps) {
      if (step.failure != null) {
        step.drive(engine, replayed);
        Check.that(monitor.record(step.failure), "there is room for one");
        live.addAll(monitor.tick(step.at));
      }
    }
    Instant end = end(steps);
    live.addAll(monitor.tick(end));
    replayed.addAll(engine.onTime(end));
    Check.same(replayed, live, "alerts of a replay, or live", steps.size());
    long failures = steps.stream().filter(step -> step.failure != null).count();
    long recorded = 0;
    for (ErrorKind kind : ErrorKind.values()) {
      recorded += monitor.recorded(kind);
      Check.that(monitor.dropped(kind) == 0, "nothing is dropped");
    }
    Check.that(recorded == failures, "each failure counts once");
  }

  /** An incident is told of as open before it is told of as over, and once. */
  private static void inTurn(AlertRules rules, List<Step> steps) {
    AlertEngine engine = new AlertEngine(rules, Origin.NONE);
    List<Alert> alerts = new ArrayList<>();
    for (Step step : steps) {
      step.drive(engine, alerts);
      Check.that(
          engine.snapshot(step.at).incidents().size() <= most(rules), "incidents are bounded");
    }
    alerts.addAll(engine.onTime(end(steps)));
    Set<String> open = new HashSet<>();
    for (Alert alert : alerts) {
      text(alert);
      switch (alert.state()) {
        case FIRING, REOPENED, FLAPPING -> Check.that(open.add(alert.id()), "opens once: " + alert);
        case RESOLVED -> Check.that(open.remove(alert.id()), "was open: " + alert);
        default -> Check.that(open.contains(alert.id()), "is open: " + alert);
      }
    }
    Check.that(open.isEmpty(), "all is over after a month of silence");
    Check.that(!engine.isOpen(), "nothing is open after a month of silence");
    Check.that(engine.open(end(steps)).isEmpty(), "nothing is listed after a month of silence");
  }

  /** Those beyond the limit share one for each rule and provider. */
  private static int most(AlertRules rules) {
    return rules.maxKeys() + rules.rules().size() * Provider.values().length;
  }

  private static void text(Alert alert) {
    Check.shown("the log's line", AlertText.line(alert));
    AlertText.fields(alert).forEach((key, value) -> Check.cleanText(key, value, 1_000));
    Check.that(alert.counts().failures() > 0, "an alert of nothing");
    Check.that(
        !alert.times().at().isBefore(alert.times().startsAt()), "told before it begins: " + alert);
  }

  /** Another engine takes over what the first one remembers. */
  private static void restarts(AlertRules rules, List<Step> steps, int when) {
    AlertEngine engine = new AlertEngine(rules, Origin.NONE);
    List<Alert> before = new ArrayList<>();
    for (Step step : steps.subList(0, when)) {
      step.drive(engine, before);
    }
    Instant now = when == 0 ? START : steps.get(when - 1).at;
    EngineSnapshot snapshot = engine.snapshot(now);
    AlertEngine next = new AlertEngine(rules, Origin.NONE);
    next.restore(snapshot, now);
    Check.same(ids(engine.open(now)), ids(next.open(now)), "open before a restart, or after", when);
    Set<String> open = ids(next.open(now));
    List<Alert> after = new ArrayList<>();
    for (Step step : steps.subList(when, steps.size())) {
      step.drive(next, after);
      Check.that(next.snapshot(step.at).incidents().size() <= most(rules), "incidents are bounded");
    }
    after.addAll(next.onTime(end(steps)));
    for (Alert alert : after) {
      if (alert.state() == AlertState.RESOLVED) {
        open.remove(alert.id());
      }
      boolean opens = alert.state() == AlertState.FIRING || alert.state() == AlertState.REOPENED;
      Check.that(!opens || !open.contains(alert.id()), "told of again after a restart: " + alert);
    }
    Check.that(open.isEmpty(), "what was open before a restart is over after a month");
  }

  private static Set<String> ids(List<Alert> alerts) {
    return alerts.stream().map(Alert::id).collect(Collectors.toCollection(HashSet::new));
  }

  /** Clocks are set, also backwards, and events claim to be of any time. */
  private static void clockJumps(AlertRules rules, List<Step> steps, Choices choices) {
    AlertMonitor monitor = new AlertMonitor(rules, Origin.NONE);
    Instant now = START;
    for (Step step : steps) {
      if (step.failure != null) {
        monitor.record(at(step.failure, choices));
      }
      now = now.plusSeconds(choices.of(0, 0, 1, 1, 60, 3_600, 90_000, -1, -60, -3_600, -90_000));
      monitor.tick(now).forEach(EngineTarget::text);
      monitor.open(now).forEach(EngineTarget::text);
      if (choices.oneIn(32)) {
        EngineSnapshot snapshot = monitor.snapshot(now);
        monitor = new AlertMonitor(rules, Origin.NONE);
        monitor.restore(snapshot, now);
      }
      if (choices.oneIn(32)) {
        monitor.use(rules, Origin.NONE, now).forEach(EngineTarget::text);
      }
    }
    monitor.stop(now).forEach(EngineTarget::text);
    Check.that(monitor.tick(now.plus(Duration.ofDays(30))) != null, "ticks after its end");
  }

  private static Failure at(Failure failure, Choices choices) {
    Instant at =
        switch (choices.below(8)) {
          case 0 -> Instant.EPOCH;
          case 1 -> Instant.MAX;
          case 2 -> Instant.MIN;
          case 3 -> START.plusMillis(choices.number());
          default -> failure.at();
        };
    return new Failure(
        at, failure.error(), failure.source(), failure.thrown(), failure.messageHash());
  }

  private static Instant end(List<Step> steps) {
    Instant last = steps.isEmpty() ? START : steps.get(steps.size() - 1).at;
    return last.plus(Duration.ofDays(31));
  }

  private static List<Step> steps(Choices choices) {
    List<Step> steps = new ArrayList<>();
    Instant at = START;
    while (!choices.isOver() && steps.size() < MOST_STEPS) {
      OpenAiError error = error(choices);
      long gap = choices.of(1L, 50L, 1_000L, 5_000L, 30_000L, 300_000L, 3_600_000L, 90_000_000L);
      for (int i = choices.of(1, 1, 1, 2, 3, 10, 25); i > 0 && steps.size() < MOST_STEPS; i--) {
        at = at.plusMillis(gap);
        int number = steps.size();
        Failure failure =
            choices.oneIn(16)
                ? null
                : new Failure(
                    at,
                    error,
                    new Failure.Source(
                        choices.orNull(
                            "a.Chat", "b.Summary", "\n[FIRING]", "\u202e\ud83d", "x".repeat(400)),
                        "ERROR",
                        choices.orNull("t1", "t2", "worker-" + number, "")),
                    null,
                    choices.oneIn(8) ? 0 : number);
        steps.add(new Step(at, failure, error.provider(), error.call().model()));
      }
    }
    return steps;
  }

  private static OpenAiError error(Choices choices) {
    ErrorKind kind = choices.of(ErrorKind.values());
    return new OpenAiError(
        kind,
        choices.oneIn(4) != kind.retryable(),
        kind.fix(),
        choices.of(Provider.values()),
        new OpenAiError.Answer(
            choices.orNull(429, 500),
            choices.orNull("insufficient_quota", "rate_limit_exceeded", "x".repeat(90)),
            null,
            null,
            choices.orNull(
                Duration.ofSeconds(1),
                Duration.ofHours(2),
                Duration.ofMillis(Long.MAX_VALUE),
                Duration.ZERO)),
        new OpenAiError.Call(
            choices.orNull("gpt-4o", "o3", "m-" + choices.below(256)),
            choices.oneIn(6) ? choices.of("req_1234567890", "req_abc4567890") : null),
        choices.orNull(Limit.TOKENS_PER_MINUTE, Limit.REQUESTS_PER_DAY, Limit.REQUESTS_PER_MINUTE),
        new Particulars(
            choices.orNull("Rate limit reached", "You exceeded your current quota"),
            null,
            null,
            null,
            choices.orNull(100L, Long.MAX_VALUE),
            choices.orNull(99L, Long.MAX_VALUE),
            choices.orNull(10L),
            choices.orNull(1, 2),
            choices.orNull(3),
            choices.orNull("api.openai.com")));
  }

  /** A failure, or a success. */
  private record Step(
      Instant at, @Nullable Failure failure, Provider provider, @Nullable String model) {

    void drive(AlertEngine engine, List<Alert> alerts) {
      alerts.addAll(
          failure == null ? engine.onSuccess(provider, model, at) : engine.onFailure(failure));
    }
  }
}
