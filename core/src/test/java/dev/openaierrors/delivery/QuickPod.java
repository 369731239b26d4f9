package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.delivery.AlertmanagerSink.Hold;
import dev.openaierrors.delivery.HttpPost.Timeouts;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A pod of a service: an engine with the destinations behind it, driven as a plugin drives them. To
 * it a second is a minute, while those that it posts to live in our time.
 */
final class QuickPod {

  /** So many times as fast its time goes. */
  private static final int PACE = 60;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration ONGOING = Duration.ofMinutes(1);

  private final AlertMonitor monitor;
  private final Deliveries deliveries;
  private Instant ongoingSince = Instant.MIN;
  private int failures;

  /**
   * Starts it.
   *
   * @param begin when pods' time was the same as ours
   */
  QuickPod(
      AlertRules rules,
      Origin origin,
      List<URI> alertmanagers,
      Instant begin,
      Executor threads,
      Consumer<String> status) {
    this.monitor = new AlertMonitor(rules, origin);
    List<Destination> destinations =
        alertmanagers.stream()
            .map(url -> Destination.of(new InOurTime(alertmanager(url), begin)))
            .toList();
    this.deliveries = new Deliveries(destinations, threads, status);
  }

  private static AlertSink alertmanager(URI url) {
    Hold usual = Hold.USUAL;
    return alertmanager(url, usual.next().dividedBy(PACE), usual.most().dividedBy(PACE));
  }

  /** An Alertmanager that is posted to in a hurry. */
  static AlertSink alertmanager(URI url, Duration next, Duration most) {
    HttpPost post =
        HttpDestination.post(
            "alertmanager", AlertmanagerSink.api(url), Map.of(), List.of(), Timeouts.USUAL);
    return new AlertmanagerSink(post, Clock.systemUTC(), new Hold(next, most));
  }

  /** What time it is to pods. */
  static Instant now(Instant begin, Instant ours) {
    return begin.plus(Duration.between(begin, ours).multipliedBy(PACE));
  }

  /** A call of this model, with the key of this project, fails. */
  void fail(Instant now, ErrorKind kind, String model, String project) {
    failures++;
    monitor.record(
        new Failure(
            now,
            new OpenAiError(
                kind,
                kind.retryable(),
                kind.fix(),
                Provider.OPENAI,
                OpenAiError.Answer.NONE,
                new OpenAiError.Call(model, null),
                null,
                new Particulars(null, null, project, null, null, null, null, null, null, null)),
            new Failure.Source("com.acme.Chat", "ERROR", "worker-" + failures),
            null,
            failures));
  }

  void succeed(Instant now, String model) {
    monitor.success(Provider.OPENAI, model, now);
  }

  void tick(Instant now) {
    deliveries.offer(monitor.tick(now));
    if (!ongoingSince.plus(ONGOING).isAfter(now)) {
      ongoingSince = now;
      deliveries.offer(monitor.open(now));
    }
    deliveries.tick(now);
  }

  /** Stops it as a deployment does, with a last word. */
  void stop(Instant now) {
    deliveries.offer(monitor.stop(now));
    deliveries.close(PATIENCE);
  }

  /** Tells of moments of pods' time as moments of ours. */
  private record InOurTime(AlertSink sink, Instant begin) implements Forgetful {

    @Override
    public String name() {
      return sink.name();
    }

    @Override
    public boolean keepsState() {
      return sink.keepsState();
    }

    @Override
    public boolean wants(AlertState state) {
      return sink.wants(state);
    }

    @Override
    public void send(Alert alert) throws Exception {
      Alert.Times times = alert.times();
      sink.send(
          new Alert(
              alert.id(),
              alert.state(),
              alert.rule(),
              alert.group(),
              alert.severity(),
              alert.cause(),
              alert.origin(),
              new Alert.Times(
                  ours(times.at()),
                  ours(times.startsAt()),
                  ours(times.lastSeen()),
                  times.quietUntil() == null ? null : ours(times.quietUntil()),
                  null),
              alert.counts(),
              alert.progress(),
              alert.dimensions(),
              alert.sample(),
              alert.text()));
    }

    private Instant ours(Instant time) {
      return begin.plus(Duration.between(begin, time).dividedBy(PACE));
    }

    @Override
    public void close() {
      sink.close();
    }
  }
}
