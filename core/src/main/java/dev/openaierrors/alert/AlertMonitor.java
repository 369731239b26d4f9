package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine behind a queue: logging threads put failures in, one thread at a time drives it.
 *
 * <p>{@link #record} and {@link #success} may be called by any thread; they never block. The other
 * methods lock out each other, never a logging thread.
 */
public final class AlertMonitor {

  /**
   * How many failures of one kind wait for the next {@link #tick} one by one. Those beyond count
   * for the rules as the others do, but nobody looks at what each of them says.
   */
  public static final int CAPACITY = 256;

  private static final int SUCCESSES = 256;
  private static final Duration LATEST = Duration.ofMinutes(5);

  private final AlertEngine engine;
  private final Map<ErrorKind, Lane> lanes = new EnumMap<>(ErrorKind.class);
  private final Queue<Success> successes = new ConcurrentLinkedQueue<>();
  private final SuccessCounts succeeded = new SuccessCounts();
  private final AtomicInteger successesWaiting = new AtomicInteger();
  // The last one of each kind that was looked at; without what was thrown.
  private final Map<ErrorKind, Latest> latest = new EnumMap<>(ErrorKind.class);
  private final RecentErrors recent = new RecentErrors();
  private volatile RuleIndex index;
  private volatile boolean open;
  private volatile boolean timed;
  private volatile boolean stopped;

  /** A monitor that knows of no incident yet. */
  public AlertMonitor(AlertRules rules, Origin origin) {
    this(rules, origin, new AlertListener() {});
  }

  /**
   * The same.
   *
   * @param listener is told how many errors were recognised, by the thread that drives this
   */
  public AlertMonitor(AlertRules rules, Origin origin, AlertListener listener) {
    this.engine = new AlertEngine(rules, origin, listener);
    this.index = new RuleIndex(rules);
    for (ErrorKind kind : ErrorKind.values()) {
      lanes.put(kind, new Lane(CAPACITY));
    }
  }

  /**
   * Takes note of a failure. No lock, no I/O; for any thread.
   *
   * @return false if nobody will look at what it says, since too many of its kind wait already, or
   *     since {@link #stop} came
   */
  public boolean record(Failure failure) {
    Lane lane = lane(failure.error().kind());
    if (stopped) {
      lane.count();
      return false;
    }
    return lane.add(failure, index);
  }

  /**
   * Takes note of a call that succeeded. No lock, no I/O; for any thread; costs next to nothing
   * while no incident is open.
   *
   * @param provider who answered
   * @param model model or deployment; null if not known
   * @param at when
   */
  public void success(Provider provider, @Nullable String model, Instant at) {
    if (stopped) {
      return;
    }
    succeeded.add(provider, at);
    if (!open) {
      return;
    }
    if (successesWaiting.incrementAndGet() > SUCCESSES) {
      // One of those that wait says the same.
      successesWaiting.decrementAndGet();
      return;
    }
    successes.add(new Success(provider, model, at));
  }

  /** Lets time pass: works through what was recorded and says what is to be told. */
  public synchronized List<Alert> tick(Instant now) {
    List<Alert> alerts = new ArrayList<>();
    succeeded.drain(engine::onSuccesses);
    for (Input input : drain(now)) {
      alerts.addAll(input.drive.apply(engine));
    }
    alerts.addAll(engine.onTime(now));
    lanes.forEach((kind, lane) -> recent.are(kind, lane.recorded(), now));
    look();
    return alerts;
  }

  private void look() {
    open = engine.isOpen();
    timed = engine.isTimed();
  }

  /** Whether something waits for the next {@link #tick}. For any thread. */
  public boolean isWaiting() {
    for (Lane lane : lanes.values()) {
      if (lane.isWaiting()) {
        return true;
      }
    }
    return !successes.isEmpty();
  }

  /**
   * Whether time has to pass here: something waits, or an incident is there that time ends. While
   * neither is so, {@link #tick} has nothing to do. For any thread.
   */
  public boolean needsTime() {
    return timed || isWaiting();
  }

  /** A last summary of every open incident, while more may still come. */
  public synchronized List<Alert> stopped(Instant now) {
    return engine.stopped(now);
  }

  /** A notice once more; see {@link AlertEngine#notice}. */
  public synchronized @Nullable Alert notice(String id, AlertState state, Instant at) {
    return engine.notice(id, state, at);
  }

  /** Every open incident as it is now, for destinations that keep a state. */
  public synchronized List<Alert> open(Instant now) {
    return engine.open(now);
  }

  /**
   * Works through what was recorded and takes nothing more.
   *
   * @return what was still to be told, then a last summary of every open incident
   */
  public synchronized List<Alert> stop(Instant now) {
    List<Alert> alerts = new ArrayList<>(tick(now));
    stopped = true;
    alerts.addAll(tick(now));
    alerts.addAll(engine.stopped(now));
    return alerts;
  }

  /**
   * Puts other rules in force. Incidents of rules that are still there, by their name, go on.
   *
   * @return what is to be told of incidents whose rule is gone
   */
  public synchronized List<Alert> use(AlertRules rules, Origin origin, Instant now) {
    List<Alert> alerts = new ArrayList<>(tick(now));
    alerts.addAll(engine.use(rules, origin, now));
    index = new RuleIndex(rules);
    look();
    stopped = false;
    return alerts;
  }

  /** All that is remembered, to be kept over a restart. */
  public synchronized EngineSnapshot snapshot(Instant now) {
    return engine.snapshot(now);
  }

  /** Remembers what a monitor before this one knew; what this one knows itself already stays. */
  public synchronized void restore(EngineSnapshot snapshot, Instant now) {
    engine.restore(snapshot, now);
    look();
  }

  /** Events with an error of this kind, all of them, since the monitor was made. */
  public long recorded(ErrorKind kind) {
    return lane(kind).recorded();
  }

  /** Those of them of which only the number is known, since too many waited. */
  public long dropped(ErrorKind kind) {
    return lane(kind).dropped();
  }

  /** Events with an error of this kind a minute, in the last five minutes. */
  public synchronized double perMinute(ErrorKind kind, Instant now) {
    return recent.perMinute(kind, now);
  }

  /**
   * The last log event with an error of this kind that was looked at, redacted.
   *
   * @return null if there was none, or if there are to be no samples
   */
  public synchronized Alert.@Nullable Sample sample(ErrorKind kind) {
    Latest last = engine.hasSamples() ? latest.get(kind) : null;
    return last == null ? null : Alert.Sample.of(last.at(), last.logger(), last.error());
  }

  /** What waits, in the order of its time; its time is not after {@code now} nor long before. */
  private List<Input> drain(Instant now) {
    Instant earliest = now.minus(LATEST);
    List<Input> inputs = new ArrayList<>();
    for (Lane lane : lanes.values()) {
      lane.drain(
          failure -> {
            Failure clamped = clamped(failure, earliest, now);
            keep(clamped);
            inputs.add(new Input(clamped.at(), engine -> engine.onFailure(clamped)));
          },
          load -> {
            Bunch.Load clamped = load.withLatest(clamped(load.latest(), earliest, now));
            keep(clamped.latest());
            inputs.add(new Input(clamped.latest().at(), engine -> engine.onBunch(clamped)));
          });
    }
    // Bounded, since threads may add as fast as this takes away.
    for (int i = 0; i < SUCCESSES; i++) {
      Success success = successes.poll();
      if (success == null) {
        break;
      }
      successesWaiting.decrementAndGet();
      Instant at = clamp(success.at(), earliest, now);
      inputs.add(
          new Input(at, engine -> engine.onSuccess(success.provider(), success.model(), at)));
    }
    inputs.sort(Comparator.comparing(Input::at));
    return inputs;
  }

  private void keep(Failure failure) {
    OpenAiError error = failure.error();
    latest.put(error.kind(), new Latest(failure.at(), failure.source().logger(), error));
  }

  private static Failure clamped(Failure failure, Instant earliest, Instant latest) {
    Instant at = clamp(failure.at(), earliest, latest);
    return at.equals(failure.at()) ? failure : failure.withAt(at);
  }

  private static Instant clamp(Instant at, Instant earliest, Instant latest) {
    return at.isBefore(earliest) ? earliest : at.isAfter(latest) ? latest : at;
  }

  private Lane lane(ErrorKind kind) {
    Lane lane = lanes.get(kind);
    if (lane == null) {
      throw new IllegalStateException("no lane for " + kind);
    }
    return lane;
  }

  /** A call that succeeded. */
  private record Success(Provider provider, @Nullable String model, Instant at) {}

  /** What a sample is made of, once somebody asks for it. */
  private record Latest(Instant at, @Nullable String logger, OpenAiError error) {}

  /** Something that the engine is to be told. */
  private record Input(Instant at, Function<AlertEngine, List<Alert>> drive) {}
}
