package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.error.ErrorKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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

  private enum Phase {
    RUNNING,
    SUSPENDED,
    LEAVING,
    ENDED
  }

  private final String name;
  private final Clock clock;
  private final AlertMonitor monitor;
  private final OpenIncidents incidents;
  private final AlertRouter outlets;
  private final AlertStore memory;
  private final OpenAiAlerts.SuccessListener successes;
  private final Muting muting;
  private final Complaints complaints = new Complaints(this::host);
  private final Notices notices;
  private final Restart restart;
  private final ServiceTicks ticker;
  private volatile AlertRun run;
  private @Nullable AlertBean bean;
  private Phase phase = Phase.RUNNING;
  private boolean stale;

  /** Runs by this plan in this host from now on. */
  AlertService(String name, Clock clock, AlertRun first) {
    this.name = name;
    this.clock = clock;
    // As exact as the times of failures.
    Instant begin = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.run = first;
    this.ticker = new ServiceTicks(first, this::tick);
    AlertListener listener = AlertListeners.all(complaints::ofListener);
    this.monitor = new AlertMonitor(first.plan().rules(), first.plan().origin(), listener);
    this.incidents = new OpenIncidents(listener);
    this.outlets = new AlertRouter(this::host, listener);
    this.memory = new AlertStore(monitor, this::host);
    this.muting = new Muting(monitor, () -> run);
    this.notices = new Notices(monitor, muting, begin);
    this.restart = new Restart(monitor, memory, outlets, muting, notices);
    this.successes = (provider, model) -> monitor.success(provider, model, clock.instant());
    OpenAiAlerts.add(successes);
    if (isOn() && TestAlert.isWanted(first.host().context(), name)) {
      notices.add(TestAlert.of(first.plan().origin(), begin));
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
      if (Application.isGone()) {
        letGo();
        return;
      }
      synchronized (this) {
        if (ticker.areDue(ticks, run) && phase == Phase.RUNNING) {
          drive(clock.instant());
          rest(ticks);
        }
      }
    } catch (Throwable failure) {
      complaints.ofCheck(failure);
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
    return notices.areWaiting()
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
    restart.takeUp(now);
    // What is to be told waits for a tick: the configuration that is to log it is not ready yet.
    monitor.use(plan.rules(), plan.origin(), now).forEach(notices::add);
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

  private void drive(Instant now) {
    restart.takeUp(now);
    if (monitor.isWaiting()) {
      memory.changed();
    }
    List<Alert> alerts = news(now);
    Map<Boolean, List<Alert>> ongoing =
        notices.ongoing(now).stream()
            .collect(Collectors.partitioningBy(alert -> muting.isMuted(alert.rule(), now)));
    List<Runnable> due =
        outlets.take(
            alerts,
            ongoing.getOrDefault(false, List.of()),
            ongoing.getOrDefault(true, List.of()),
            now);
    try {
      restart.writeAhead(!alerts.isEmpty(), now);
    } finally {
      muting.takeNews().forEach(event -> attempt(() -> host().log(event)));
      due.forEach(Runnable::run);
    }
    for (List<Runnable> more = outlets.takeMore(now); !more.isEmpty(); ) {
      restart.writeAhead(true, now);
      more.forEach(Runnable::run);
      more = outlets.takeMore(now);
    }
    List<Alert> open = monitor.open(now);
    restart.keep(!open.isEmpty(), now);
    incidents.are(open);
  }

  private List<Alert> news(Instant now) {
    muting.advance(now);
    if (!muting.inForce(now).isEmpty()) {
      outlets.withdraw(alert -> muting.silences(alert, now));
    }
    return notices.news(now);
  }

  /** Sends an alert to all destinations by which they can be tried. */
  synchronized void test() {
    notices.add(TestAlert.of(run.plan().origin(), clock.instant()));
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

  double perMinute(ErrorKind kind) {
    return monitor.perMinute(kind, clock.instant());
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
      alerts.addAll(notices.lastWords(now));
      muting.takeNews().forEach(event -> attempt(() -> host().log(event)));
      outlets.lastWord(alerts);
    } catch (Throwable failure) {
      complaints.ofCheck(failure);
    }
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
    attempt(() -> restart.writeAhead(false, now));
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
    restart.takeUp(now);
    muting.advance(now);
    List<Alert> alerts = notices.atEnd(now);
    // What can still be sent is sent after that; what cannot is kept for the next start.
    restart.end(now);
    if (lastWord) {
      outlets.lastWord(alerts);
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Throwable failure) {
      complaints.ofCheck(failure);
    }
  }
}
