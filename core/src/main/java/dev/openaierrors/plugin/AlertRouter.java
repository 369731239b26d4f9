package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.delivery.Deliveries;
import dev.openaierrors.delivery.DeliveryCounts;
import dev.openaierrors.delivery.DeliveryNews;
import dev.openaierrors.delivery.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the alerts of one appender go: the log, on the thread that ticks, and the destinations that
 * are configured, on threads that may wait. What waits to be sent survives a reload that leaves the
 * destinations as they are. Guarded by its owner.
 */
final class AlertRouter {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<AlertHost> host;
  private final AlertListener listener;
  private final Deliveries log;
  // Read by threads that deliver, too.
  private volatile @Nullable AlertPlan plan;
  private volatile boolean ending;
  private Deliveries remote;

  /** Only the log, by the host that is in force when an alert comes. */
  AlertRouter(Supplier<AlertHost> host, AlertListener listener) {
    this.host = host;
    this.listener = listener;
    // Its own failures are not for the log.
    this.log =
        new Deliveries(
            List.of(Destination.of(new LogSink(host))),
            Runnable::run,
            this::tell,
            told -> {},
            listener);
    this.remote = deliveries(List.of(), Runnable::run);
  }

  private Deliveries deliveries(List<Destination> destinations, Executor threads) {
    return new Deliveries(destinations, threads, this::tell, this::log, listener);
  }

  /**
   * Whoever reads the log and not the framework's status messages has to know that what he waits
   * for does not arrive. Called by a thread that delivers, never by one that logs for others.
   */
  private void log(DeliveryNews news) {
    AlertPlan now = plan;
    if (now == null || ending) {
      return;
    }
    try {
      host.get().log(AlertEvent.of(news, now.origin()));
    } catch (RuntimeException | LinkageError failure) {
      // An appender of the user's; the status channel has the sentence.
    }
  }

  private void tell(String sentence) {
    host.get().warn(sentence, null);
  }

  /** Goes to the destinations of this plan from now on. */
  void use(AlertPlan next) {
    AlertPlan before = plan;
    plan = next;
    if (before != null && isSame(before, next)) {
      return;
    }
    Deliveries old = remote;
    remote =
        deliveries(destinations(next, this::tell), task -> host.get().executor().execute(task));
    if (before != null) {
      closeAside(old);
    }
  }

  /** Nobody can tell whether two objects of the user's own are alike. */
  private static boolean isSame(AlertPlan one, AlertPlan other) {
    return one.destinations().equals(other.destinations())
        && one.quiet().equals(other.quiet())
        && one.own().isEmpty()
        && other.own().isEmpty();
  }

  private static List<Destination> destinations(AlertPlan plan, Consumer<String> problems) {
    List<Destination> all = new ArrayList<>();
    Set<String> withoutHttp = new LinkedHashSet<>();
    for (DestinationSettings settings : plan.destinations()) {
      String element = settings.type().element();
      try {
        all.add(settings.make(plan.quiet()));
      } catch (IllegalArgumentException refused) {
        problems.accept("openai-errors: %s: %s".formatted(element, refused.getMessage()));
      } catch (LinkageError noSuchModule) {
        withoutHttp.add(element);
      }
    }
    if (!withoutHttp.isEmpty()) {
      problems.accept(
          "openai-errors: %s: this Java runtime has no HTTP client, so nothing is sent there; give"
                  .formatted(String.join(", ", withoutHttp))
              + " it the module java.net.http.");
    }
    plan.own().forEach(own -> all.add(Destination.of(own).quietDuring(plan.quiet())));
    return all;
  }

  private void closeAside(Deliveries old) {
    try {
      host.get().executor().execute(() -> old.close(PATIENCE));
    } catch (RejectedExecutionException threadsEnd) {
      old.close(Duration.ZERO);
    }
  }

  /**
   * Queues what is to be told, and takes what is due.
   *
   * @param ongoing for those destinations that keep a state
   * @param muted the same of muted rules, for those only that forget what they hear of no more
   * @return what sends that, once all is written down that a restart has to know
   */
  List<Runnable> take(List<Alert> alerts, List<Alert> ongoing, List<Alert> muted, Instant now) {
    log.offer(alerts);
    remote.offer(alerts);
    remote.offer(ongoing);
    remote.offerWhereForgotten(muted);
    List<Runnable> due = new ArrayList<>(log.take(now));
    due.addAll(remote.take(now));
    return due;
  }

  /** Takes what the log gets besides, which takes many at once; as {@link #take}. */
  List<Runnable> takeMore(Instant now) {
    return log.take(now);
  }

  /** Leaves out what waits and is not wanted any more. */
  void withdraw(Predicate<Alert> unwanted) {
    log.withdraw(unwanted);
    remote.withdraw(unwanted);
  }

  /** Tells the log a last word, at once; the others get it with {@link #close}. */
  void lastWord(List<Alert> alerts) {
    ending = true;
    log.offer(alerts);
    remote.offer(alerts);
    log.close(PATIENCE);
  }

  /** Queues what was left unsent before a restart. */
  void offerAgain(String destination, Alert alert) {
    log.offerAgain(destination, alert);
    remote.offerAgain(destination, alert);
  }

  /** What nobody tried to send yet, to be kept over a restart. */
  List<EngineSnapshot.Notice> unsent() {
    return Stream.of(log, remote).flatMap(one -> one.unsent().stream()).toList();
  }

  /** Whether nothing waits and nothing is on its way. */
  boolean isIdle() {
    return log.isIdle() && remote.isIdle();
  }

  /** What became of the alerts, by destination. */
  List<DeliveryCounts> counts() {
    return Stream.of(log, remote).flatMap(one -> one.counts().stream()).toList();
  }

  /** Waits some seconds until what is to be told is sent, and gives back what it holds. */
  void close() {
    ending = true;
    log.close(PATIENCE);
    remote.close(PATIENCE);
  }

  /** Gives back what it holds, and sends nothing more. */
  void letGo() {
    log.letGo();
    remote.letGo();
  }
}
