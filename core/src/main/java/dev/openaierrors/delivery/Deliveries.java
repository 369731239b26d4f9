package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.EngineSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * All destinations, each with an outbox of its own, so that one that fails delays no other.
 *
 * <p>Has no clock and no thread: {@link #tick} is told the time, and sends on the executor of the
 * host. That needs as many threads as destinations may block at once. May be used by any thread but
 * those that log for the application.
 */
public final class Deliveries {

  private final List<Outbox> outboxes;
  private final Consumer<String> status;

  /**
   * Outboxes for these destinations.
   *
   * @param threads runs what may block for some seconds
   * @param status the host's status channel: one sentence when a destination begins to fail and one
   *     when it works again, without URLs and keys
   */
  public Deliveries(List<Destination> destinations, Executor threads, Consumer<String> status) {
    this(destinations, threads, status, told -> {});
  }

  /**
   * As above.
   *
   * @param news what {@code status} is told of a destination, for whoever tells it elsewhere, too
   */
  public Deliveries(
      List<Destination> destinations,
      Executor threads,
      Consumer<String> status,
      Consumer<DeliveryNews> news) {
    this(destinations, threads, status, news, new AlertListener() {});
  }

  /**
   * As above.
   *
   * @param listener is told what becomes of notices, by threads that may wait
   */
  public Deliveries(
      List<Destination> destinations,
      Executor threads,
      Consumer<String> status,
      Consumer<DeliveryNews> news,
      AlertListener listener) {
    this(
        destinations,
        threads,
        status,
        news,
        listener,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  Deliveries(
      List<Destination> destinations,
      Executor threads,
      Consumer<String> status,
      Consumer<DeliveryNews> news,
      DoubleSupplier jitter) {
    this(destinations, threads, status, news, new AlertListener() {}, jitter);
  }

  private Deliveries(
      List<Destination> destinations,
      Executor threads,
      Consumer<String> status,
      Consumer<DeliveryNews> news,
      AlertListener listener,
      DoubleSupplier jitter) {
    this.status = status;
    Consumer<DeliveryNews> told = told(status, news);
    List<Outbox> made = new ArrayList<>();
    Map<String, Integer> names = new HashMap<>();
    for (Destination destination : destinations) {
      String name = destination.sink().name();
      int nth = names.merge(name, 1, Integer::sum);
      String unique = nth == 1 ? name : name + "-" + nth;
      made.add(new Outbox(unique, destination, threads, status, told, listener, jitter));
    }
    this.outboxes = List.copyOf(made);
  }

  private static Consumer<DeliveryNews> told(Consumer<String> status, Consumer<DeliveryNews> news) {
    return one -> {
      status.accept(one.sentence());
      news.accept(one);
    };
  }

  /**
   * Takes that incidents go on which people are not to hear of, only for destinations that keep
   * states and are told so each minute: what they hear of no more might be over to them.
   *
   * @param alerts in state {@link dev.openaierrors.alert.AlertState#ONGOING}
   */
  public void offerWhereForgotten(List<Alert> alerts) {
    for (Outbox outbox : outboxes) {
      if (outbox.isToldEachMinute()) {
        alerts.forEach(outbox::offer);
      }
    }
  }

  /** Queues notices for every destination that they are for; sends nothing yet. */
  public void offer(List<Alert> alerts) {
    for (Outbox outbox : outboxes) {
      alerts.forEach(outbox::offer);
      if (!alerts.isEmpty()) {
        // Where too many wait, the first of them have gone into a digest.
        outbox.tellCounts();
      }
    }
  }

  /** Leaves out what waits and is not wanted any more; what is on its way is not called back. */
  public void withdraw(Predicate<Alert> unwanted) {
    outboxes.forEach(outbox -> outbox.withdraw(unwanted));
  }

  /** Lets time pass: starts what is due. To be called each second. */
  public void tick(Instant now) {
    take(now).forEach(Runnable::run);
  }

  /**
   * Lets time pass: takes what is due, which counts as on its way from now on. What is returned
   * starts it, once all is written down that a restart has to know.
   */
  public List<Runnable> take(Instant now) {
    List<Runnable> due = new ArrayList<>();
    for (Outbox outbox : outboxes) {
      Runnable send = outbox.take(now);
      if (send != null) {
        due.add(send);
        outbox.tellCounts();
      }
    }
    return due;
  }

  /** What nobody tried to send yet, to be kept over a restart; also after {@link #close}. */
  public List<EngineSnapshot.Notice> unsent() {
    List<EngineSnapshot.Notice> notices = new ArrayList<>();
    for (Outbox outbox : outboxes) {
      for (Alert alert : outbox.unsent()) {
        notices.add(
            new EngineSnapshot.Notice(
                outbox.name(), alert.id(), alert.state(), alert.times().at()));
      }
    }
    return notices;
  }

  /** Queues what was left unsent before a restart, if there is a destination of this name. */
  public void offerAgain(String destination, Alert alert) {
    for (Outbox outbox : outboxes) {
      if (outbox.name().equals(destination)) {
        outbox.offerAgain(alert);
      }
    }
  }

  /** Whether nothing waits and nothing is on its way. */
  public boolean isIdle() {
    return outboxes.stream().allMatch(Outbox::isIdle);
  }

  /** What became of the notices, by destination. */
  public List<DeliveryCounts> counts() {
    return outboxes.stream().map(Outbox::counts).toList();
  }

  /**
   * Takes nothing more, tries once to send what waits, and gives back what the destinations hold.
   * Blocks.
   *
   * @param patience how long to wait, for all destinations together
   */
  public void close(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    outboxes.forEach(Outbox::startClosing);
    for (Outbox outbox : outboxes) {
      outbox.awaitClosed(deadline - System.nanoTime());
    }
    for (Outbox outbox : outboxes) {
      int unsent = outbox.abandon();
      if (unsent > 0) {
        status.accept(
            "openai-errors: %s: stopped before %s of its alerts could be sent."
                .formatted(outbox.name(), unsent));
      }
    }
  }

  /** Gives back what the destinations hold, and sends nothing of what waits. */
  public void letGo() {
    for (Outbox outbox : outboxes) {
      outbox.close();
    }
  }
}
