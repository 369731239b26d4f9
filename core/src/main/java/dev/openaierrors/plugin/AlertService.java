package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.OpenAiAlerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one appender: the engine, its destinations, its memory, and the ticking that drives
 * them. Outlives configurations, each of which is an {@link AlertRun}.
 *
 * <p>Whoever stops it, on whatever thread, says what he knows, and each step leads on to the next:
 *
 * <ul>
 *   <li>running: an appender feeds it;
 *   <li>suspended: that stopped, and another may follow, which makes it run again;
 *   <li>leaving: the context is about to stop with all appenders still up, so that the log gets a
 *       last word now; what comes after it is still counted;
 *   <li>ended: the destinations got the last word, too, and everything is given back.
 * </ul>
 *
 * <p>It ticks only while there is something that time changes. The first failure starts that.
 */
final class AlertService {

  private static final Duration ONGOING = Duration.ofSeconds(60);

  private enum Phase {
    RUNNING,
    SUSPENDED,
    LEAVING,
    ENDED
  }

  // Stands for a destination in what is kept over a restart.
  private static final String UNTOLD = "-";

  private final String name;
  private final Clock clock;
  private final Instant begin;
  private final AlertMonitor monitor;
  private final OpenIncidents incidents;
  private final AlertRouter outlets;
  private final AlertStore memory;
  private final OpenAiAlerts.SuccessListener successes;
  private final Muting muting;
  private final AtomicBoolean failureTold = new AtomicBoolean();
  private final AtomicBoolean listenerTold = new AtomicBoolean();
  private final List<Alert> pending = new ArrayList<>();
  private final ToldIncidents told = new ToldIncidents();
  private final ServiceTicks ticker;
  private volatile AlertRun run;
  private @Nullable AlertBean bean;
  private Instant ongoingSince;
  private Phase phase = Phase.RUNNING;
  private boolean stale;

  /** Runs by this plan in this host from now on. */
  AlertService(String name, Clock clock, AlertRun first) {
    this.name = name;
    this.clock = clock;
    // As exact as the times of failures.
    this.begin = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.ongoingSince = begin;
    this.run = first;
    this.ticker = new ServiceTicks(first, this::tick);
    AlertListener listener = AlertListeners.all(this::tellOfListener);
    this.monitor = new AlertMonitor(first.plan().rules(), first.plan().origin(), listener);
    this.incidents = new OpenIncidents(listener);
    this.outlets = new AlertRouter(this::host, listener);
    this.memory = new AlertStore(monitor, this::host);
    this.muting = new Muting(monitor, () -> run);
    this.successes = (provider, model) -> monitor.success(provider, model, clock.instant());
    OpenAiAlerts.add(successes);
    if (isOn() && TestAlert.isWanted(first.host().context(), name)) {
      pending.add(TestAlert.of(first.plan().origin(), begin));
    }
  }

  private AlertHost host() {
    return run.host();
  }

  /** Takes note of a failure; for any thread, without a lock. */
  void record(Failure failure) {
    monitor.record(failure);
    wake();
  }

  private void wake() {
    ticker.wake(run);
  }

  private void tick(ServiceTicks.Ticks ticks) {
    try {
      if (isApplicationGone()) {
        letGo();
        return;
      }
      synchronized (this) {
        if (ticks.areOf(run) && phase == Phase.RUNNING) {
          drive(clock.instant());
          rest(ticks);
        }
      }
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  /**
   * Whether the application was stopped without a word to its logging framework, as happens in a
   * servlet container where nothing listens for that. Its class loader loads nothing any more then,
   * which Tomcat's tells by such a cause, and an open incident must not keep all of it for hours.
   */
  private static boolean isApplicationGone() {
    ClassLoader loader = AlertService.class.getClassLoader();
    try {
      return loader != null && loader.loadClass(AlertService.class.getName()) == null;
    } catch (ClassNotFoundException failure) {
      // Without this cause in a native image, where classes are not found by their names.
      return failure.getCause() instanceof IllegalStateException;
    }
  }

  /** Ends the ticks if there is nothing to tick for. */
  private void rest(ServiceTicks.Ticks ticks) {
    // Whoever recorded just before they ended saw that they go on.
    if (!needsTime() && ticker.rest(ticks) && monitor.isWaiting()) {
      wake();
    }
  }

  private boolean needsTime() {
    return !pending.isEmpty()
        || monitor.needsTime()
        || !outlets.isIdle()
        || memory.isDirty()
        || muting.needsTime(clock.instant());
  }

  /** Runs by this plan in this host from now on; what is open goes on. */
  synchronized void use(AlertRun next) {
    ticker.hold();
    run = next;
    phase = Phase.RUNNING;
    stale = false;
    AlertPlan plan = next.plan();
    memory.use(plan.stateFile());
    outlets.use(plan);
    useBean(plan.jmx());
    muting.use(plan.muteFile());
    Instant now = clock.instant();
    takeUp(now);
    // What is to be told waits for a tick: the configuration that is to log it is not ready yet.
    pending.addAll(monitor.use(plan.rules(), plan.origin(), now));
    ticker.release();
    if (needsTime()) {
      wake();
    }
  }

  private void useBean(boolean wanted) {
    if (bean != null) {
      bean.unregister();
      bean = null;
    }
    if (wanted) {
      bean = AlertBean.register(this, host(), name);
    }
  }

  /** Remembers what was kept before a restart, and sends what had still to be sent. */
  private void takeUp(Instant now) {
    boolean before = memory.isTakenUp();
    List<EngineSnapshot.Notice> notices = memory.takeUp(now);
    if (memory.isTakenUp() && !before) {
      told.wereTold(monitor.open(now));
    }
    for (EngineSnapshot.Notice notice : notices) {
      Alert alert = monitor.notice(notice.id(), notice.state(), notice.at());
      if (notice.destination().equals(UNTOLD)) {
        told.wasNotTold(notice.id());
        if (alert != null) {
          pending.add(alert);
        }
      } else if (alert != null) {
        outlets.offerAgain(notice.destination(), alert);
      }
    }
  }

  private void drive(Instant now) {
    takeUp(now);
    if (monitor.isWaiting()) {
      memory.changed();
    }
    List<Alert> alerts = news(now);
    Map<Boolean, List<Alert>> ongoing =
        ongoing(now).stream()
            .collect(Collectors.partitioningBy(alert -> muting.isMuted(alert.rule(), now)));
    List<Runnable> due =
        outlets.take(
            alerts,
            ongoing.getOrDefault(false, List.of()),
            ongoing.getOrDefault(true, List.of()),
            now);
    try {
      memory.writeAhead(!alerts.isEmpty(), unsent(now), now);
    } finally {
      muting.takeNews().forEach(event -> attempt(() -> host().log(event)));
      due.forEach(Runnable::run);
    }
    for (List<Runnable> more = outlets.takeMore(now); !more.isEmpty(); ) {
      memory.writeAhead(true, unsent(now), now);
      more.forEach(Runnable::run);
      more = outlets.takeMore(now);
    }
    List<Alert> open = monitor.open(now);
    memory.keep(!open.isEmpty(), unsent(now), now);
    incidents.are(open);
  }

  private List<Alert> news(Instant now) {
    muting.advance(now);
    if (!muting.inForce(now).isEmpty()) {
      outlets.withdraw(alert -> muting.silences(alert, now));
    }
    List<Alert> alerts = new ArrayList<>(pending);
    pending.clear();
    alerts.addAll(monitor.tick(now));
    List<Alert> admitted = muting.admitted(alerts, told::isTold, now);
    admitted.addAll(muting.unmuted(admitted, told::isTold, now));
    told.note(admitted);
    return admitted;
  }

  /** What a restart has to know: what is still to be sent, and what a mute let nobody hear of. */
  private List<EngineSnapshot.Notice> unsent(Instant now) {
    List<EngineSnapshot.Notice> unsent = new ArrayList<>(outlets.unsent());
    if (!muting.inForce(now).isEmpty()) {
      for (Alert open : monitor.open(now)) {
        if (!told.isTold(open.id())) {
          unsent.add(
              new EngineSnapshot.Notice(
                  UNTOLD, open.id(), AlertState.FIRING, open.times().startsAt()));
        }
      }
    }
    return unsent;
  }

  /** Once a minute, all that is open: Alertmanager forgets what it hears of no more. */
  private List<Alert> ongoing(Instant now) {
    if (Duration.between(ongoingSince, now).compareTo(ONGOING) < 0) {
      return List.of();
    }
    ongoingSince = now;
    return monitor.open(now).stream()
        // Where it is told of already, not to be posted any more would be taken for its end.
        .filter(alert -> told.isTold(alert.id()) || !muting.isMuted(alert.rule(), now))
        .toList();
  }

  /** Sends an alert to all destinations by which they can be tried. */
  synchronized void test() {
    pending.add(TestAlert.of(run.plan().origin(), clock.instant()));
    wake();
  }

  /** See {@link AlertsMXBean#mute}. */
  synchronized void mute(String rule, String untilOrDuration) {
    muting.mute(rule, untilOrDuration, clock.instant());
    wake();
  }

  /** See {@link AlertsMXBean#unmute}. */
  synchronized void unmute(String rule) {
    wake();
    muting.unmute(rule, clock.instant());
  }

  /** The mutes in force, with their ends. */
  synchronized Map<String, Instant> muted() {
    return muting.inForce(clock.instant());
  }

  boolean isAtRest() {
    return ticker.isAtRest();
  }

  AlertMonitor monitor() {
    return monitor;
  }

  AlertRouter outlets() {
    return outlets;
  }

  AlertRules rules() {
    return run.plan().rules();
  }

  /** Whether it alerts; if not, it only counts. */
  boolean isOn() {
    return run.plan().on();
  }

  List<Alert> open() {
    return monitor.open(clock.instant());
  }

  boolean isRunBy(AlertRun one) {
    return run == one;
  }

  /** The appender stopped; another of its name may follow. */
  synchronized void suspend(AlertRun one) {
    if (run == one && phase == Phase.RUNNING) {
      ticker.hold();
      phase = Phase.SUSPENDED;
    }
  }

  /** Whether no appender came since the last time that this was asked. */
  synchronized boolean isStale() {
    boolean was = stale;
    stale = phase == Phase.SUSPENDED;
    return was && stale;
  }

  /** The context is about to stop, and all appenders are up: says a last word of what is open. */
  synchronized void leave() {
    if (phase != Phase.RUNNING) {
      return;
    }
    ticker.hold();
    phase = Phase.LEAVING;
    try {
      Instant now = clock.instant();
      List<Alert> alerts = news(now);
      alerts.addAll(lastWords(monitor.stopped(now)));
      muting.takeNews().forEach(event -> attempt(() -> host().log(event)));
      outlets.lastWord(alerts);
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  /**
   * Those of incidents that this service told of or saw. Others were told of before a restart, and
   * whoever told that has said his last word.
   */
  private List<Alert> lastWords(List<Alert> alerts) {
    return alerts.stream()
        .filter(alert -> told.isToldHere(alert.id()) || !alert.times().lastSeen().isBefore(begin))
        .filter(alert -> !muting.isMuted(alert.rule(), clock.instant()))
        .filter(alert -> told.isFirstLastWord(alert.id()))
        .toList();
  }

  /** Says a last word of what is open, unless that was said, and gives everything back. */
  void stop() {
    end(true);
  }

  /** Gives everything back without a word. */
  void abandon() {
    end(false);
  }

  private synchronized void end(boolean lastWord) {
    if (phase == Phase.ENDED) {
      return;
    }
    ticker.hold();
    phase = Phase.ENDED;
    OpenAiAlerts.remove(successes);
    useBean(false);
    Instant now = clock.instant();
    attempt(() -> finish(lastWord, now));
    attempt(() -> incidents.are(List.of()));
    attempt(outlets::close);
    attempt(() -> memory.writeAhead(false, unsent(now), now));
    attempt(memory::release);
  }

  /**
   * Gives back only what others know of us: of the classes that more would need, some may not be
   * loaded yet, and nobody is left to be told.
   */
  private synchronized void letGo() {
    ticker.hold();
    phase = Phase.ENDED;
    OpenAiAlerts.remove(successes);
    useBean(false);
    outlets.letGo();
    memory.release();
  }

  private void finish(boolean lastWord, Instant now) {
    takeUp(now);
    muting.advance(now);
    List<Alert> alerts = new ArrayList<>(muting.admitted(pending, told::isTold, now));
    for (Alert alert : muting.admitted(monitor.stop(now), told::isTold, now)) {
      if (alert.state() != AlertState.STOPPED) {
        told.note(List.of(alert));
        alerts.add(alert);
      } else {
        alerts.addAll(lastWords(List.of(alert)));
      }
    }
    List<Alert> ends = muting.endsAtStop();
    told.note(ends);
    alerts.addAll(ends);
    // What can still be sent is sent after that; what cannot is kept for the next start.
    memory.end(unsent(now), now);
    if (lastWord) {
      outlets.lastWord(alerts);
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Throwable failure) {
      tell(failure);
    }
  }

  private void tell(Throwable failure) {
    if (failureTold.compareAndSet(false, true)) {
      host()
          .warn(
              "openai-errors: alerts: a check failed and is tried again every second; this is said"
                  + " once. Please report it.",
              failure);
    }
  }

  private void tellOfListener(Throwable failure) {
    if (listenerTold.compareAndSet(false, true)) {
      host()
          .warn(
              "openai-errors: alerts: a listener failed, which changes nothing for the others and"
                  + " for alerts; this is said once.",
              failure);
    }
  }
}
