package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.delivery.PendingAlerts.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one destination. At most one notice is on its way; one that fails is tried again
 * after growing pauses, then each minute as long as nobody heard of its incident otherwise.
 *
 * <p>Its lock is never held while something is sent or said.
 */
final class Outbox {

  /** How far it is on its way to the end, which is never gone back. */
  private enum Phase {
    /** Takes notices and sends them. */
    OPEN,
    /** Takes nothing more; what waits is tried once. */
    CLOSING,
    /** Nothing more is tried. */
    ABANDONED,
    /** What could not be sent is counted as lost. */
    ENDED
  }

  private final String name;
  private final AlertSink sink;
  private final Executor threads;
  private final Carrier carrier;
  private final Consumer<DeliveryNews> news;
  private final DeliveryTally tally;
  private final Backlog backlog;
  private final Tries tries;
  private final Outage outage;
  private final Pace pace;
  private final ForwardClock clock = new ForwardClock();
  private final LastShipments last = new LastShipments();
  private final CountDownLatch closed = new CountDownLatch(1);

  private @Nullable Shipment current;
  // Whether that was kept since the destination was away.
  private boolean late;
  private boolean inFlight;
  private Phase phase = Phase.OPEN;
  private List<Alert> unsent = List.of();
  private long sent;
  private long failed;
  private long vain;

  Outbox(
      String name,
      Destination destination,
      Executor threads,
      Consumer<String> status,
      Consumer<DeliveryNews> news,
      AlertListener listener,
      DoubleSupplier jitter) {
    this.name = name;
    this.sink = destination.sink();
    this.threads = threads;
    this.carrier = new Carrier(name, sink, status);
    this.news = news;
    this.tally = new DeliveryTally(name, listener);
    this.backlog = new Backlog(destination);
    this.tries = new Tries(new BackOff(jitter));
    this.outage =
        new Outage(sink instanceof HttpSink http ? name + " (" + http.host() + ")" : name);
    this.pace = new Pace(sink.takesManyAtOnce());
  }

  /** Whether it keeps states and is told each minute that an incident goes on. */
  boolean isToldEachMinute() {
    return sink.keepsState() && !backlog.renews();
  }

  String name() {
    return name;
  }

  synchronized void offer(Alert alert) {
    boolean moot = phase == Phase.OPEN && backlog.offer(alert, isCurrent(alert.id()));
    if (moot && !inFlight && isCurrent(alert.id())) {
      dropCurrent();
    }
  }

  private void dropCurrent() {
    current = null;
    tries.reset();
  }

  private boolean isCurrent(String id) {
    return current != null && current.alert().id().equals(id);
  }

  /** Takes a notice that was admitted before a restart. */
  synchronized void offerAgain(Alert alert) {
    if (phase == Phase.OPEN) {
      backlog.offerAgain(alert);
    }
  }

  /**
   * What is to be sent after a restart if the process ended now: all that nobody tried to send.
   * What is on its way may have arrived; people are not told twice, while a destination that keeps
   * states knows that it is the same.
   */
  synchronized List<Alert> unsent() {
    if (phase == Phase.ENDED) {
      return unsent;
    }
    List<Alert> alerts = new ArrayList<>();
    if (current != null && (!inFlight || sink.keepsState())) {
      alerts.addAll(current.alerts());
    }
    alerts.addAll(last.unsent());
    alerts.addAll(backlog.all());
    return backlog.worthKeeping(alerts);
  }

  /** Leaves out what waits and is not wanted any more. */
  synchronized void withdraw(Predicate<Alert> unwanted) {
    backlog.withdraw(unwanted);
    if (current != null && !inFlight && unwanted.test(current.alert())) {
      dropCurrent();
    }
  }

  /** Whether it has nothing to do. */
  synchronized boolean isIdle() {
    return current == null && !inFlight && backlog.size() == 0;
  }

  /** Takes what is due; returns what sends it, null if nothing is due. */
  @Nullable Runnable take(Instant now) {
    Shipment due = takeDue(now);
    return due == null ? null : () -> start(() -> deliver(due));
  }

  private synchronized @Nullable Shipment takeDue(Instant now) {
    long time = clock.at(now);
    if (backlog.hold(now, inFlight ? null : current, time)) {
      dropCurrent();
    }
    boolean mayTry = tries.mayTry(time);
    if (phase != Phase.OPEN || inFlight || !mayTry || pace.tooSoon(time)) {
      return null;
    }
    boolean again = current != null;
    late = again && late;
    Shipment due = current == null ? next(time) : backlog.newest(current);
    if (due != null && backlog.isVain(due.alert())) {
      dropCurrent();
      vain++;
      return null;
    }
    if (due != null) {
      current = due;
      inFlight = true;
      pace.sent(time, !again && !late && due.alert().state() != AlertState.ONGOING);
    }
    return due;
  }

  private @Nullable Shipment next(long time) {
    Shipment next = backlog.next(time, pace.left(time));
    if (next != null || pace.left(time) <= 0) {
      return next;
    }
    Shipment kept = backlog.kept(time);
    if (kept != null) {
      late = true;
      tries.oneLeft();
    }
    return kept;
  }

  private void start(Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      // Of a pool that is full or shut, or of the system; the notice waits for the next time.
      synchronized (this) {
        inFlight = false;
        tries.postpone();
        if (phase != Phase.OPEN) {
          closed.countDown();
        }
      }
    }
  }

  private void deliver(Shipment shipment) {
    DeliveryException failure = carrier.attempt(shipment.alert());
    DeliveryNews told;
    boolean flush;
    synchronized (this) {
      told = failure == null ? delivered(shipment) : failed(shipment, failure);
      flush = phase != Phase.OPEN;
      inFlight = flush;
    }
    if (told != null) {
      news.accept(told);
    }
    tellCounts();
    if (flush) {
      flush();
    }
  }

  private @Nullable DeliveryNews delivered(Shipment shipment) {
    sent++;
    backlog.delivered(shipment.alert());
    dropCurrent();
    if (late) {
      // As many wait for an away destination as would be too much for people at once.
      pace.sent(clock.time(), true);
    }
    return outage.over();
  }

  private @Nullable DeliveryNews failed(Shipment shipment, DeliveryException failure) {
    if (!tries.failed(failure) && phase == Phase.OPEN) {
      return null;
    }
    dropCurrent();
    boolean mayKeep = failure.retryable() && phase == Phase.OPEN;
    int lost = mayKeep ? backlog.keep(shipment, clock.time()) : shipment.notices();
    failed += lost;
    // That it goes on is told again in a minute.
    boolean recurs = shipment.alert().state() == AlertState.ONGOING;
    return outage.failed(recurs ? 0 : lost, failure.getMessage(), clock.time());
  }

  /** Takes nothing more and begins to send what waits, without pauses. */
  void startClosing() {
    synchronized (this) {
      if (phase != Phase.OPEN) {
        return;
      }
      phase = Phase.CLOSING;
      if (current != null && !inFlight) {
        last.add(current);
        current = null;
      }
      last.addAll(backlog.drain(pace.left(clock.time())));
      if (inFlight) {
        // Whoever is sending goes on with the rest.
        return;
      }
      if (last.isEmpty()) {
        closed.countDown();
        return;
      }
      inFlight = true;
    }
    start(this::flush);
  }

  /** One try for each; a destination that fails gets no more of our last seconds. */
  private void flush() {
    Shipment next = nextLast();
    while (next != null) {
      DeliveryException failure = carrier.attempt(next.alert());
      synchronized (this) {
        last.tried(failure == null);
        if (failure != null) {
          break;
        }
        sent++;
        backlog.delivered(next.alert());
      }
      next = nextLast();
    }
    tellCounts();
    synchronized (this) {
      inFlight = false;
    }
    closed.countDown();
  }

  private synchronized @Nullable Shipment nextLast() {
    vain += last.skip(backlog::isVain);
    return phase == Phase.CLOSING ? last.next() : null;
  }

  void awaitClosed(long nanos) {
    try {
      if (closed.await(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      // Interrupted: stop waiting.
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      phase = phase == Phase.CLOSING ? Phase.ABANDONED : phase;
    }
  }

  /** Ends it; returns how many notices could not be sent any more. */
  int abandon() {
    int left;
    synchronized (this) {
      if (phase == Phase.ENDED) {
        return 0;
      }
      unsent = unsent();
      phase = Phase.ENDED;
      left = last.notices();
      left += current == null ? 0 : current.notices();
      last.clear();
      current = null;
      failed += left;
    }
    tellCounts();
    close();
    return left;
  }

  /** Gives back what its destination holds, whatever is on its way or waits. */
  void close() {
    carrier.close();
  }

  /** Tells the listener what became of notices since it was told last. */
  void tellCounts() {
    tally.tell(counts());
  }

  synchronized DeliveryCounts counts() {
    int toSend = backlog.size() + (current == null ? 0 : current.notices()) + last.notices();
    return new DeliveryCounts(name, sent, failed, backlog.dropped() + vain, toSend);
  }
}
