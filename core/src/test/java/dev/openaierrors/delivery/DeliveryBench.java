package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Destinations on a clock and an executor that a test drives. */
final class DeliveryBench {

  static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  final ManualExecutor threads = new ManualExecutor();
  final List<String> said = new ArrayList<>();
  final List<DeliveryNews> news = new ArrayList<>();
  final Deliveries deliveries;
  Instant now = START;

  private DeliveryBench(List<Destination> destinations) {
    this.deliveries = new Deliveries(destinations, threads, said::add, news::add, () -> 0);
  }

  static DeliveryBench of(Destination... destinations) {
    return new DeliveryBench(List.of(destinations));
  }

  static DeliveryBench of(RecordingSink sink) {
    return of(Destination.of(sink));
  }

  void offer(Alert... alerts) {
    deliveries.offer(List.of(alerts));
  }

  /** A tick now, then one after each second. */
  void pass(long seconds) {
    tick();
    for (long i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      tick();
    }
  }

  void tick() {
    deliveries.tick(now);
    threads.runAll();
  }

  DeliveryCounts counts() {
    return deliveries.counts().get(0);
  }
}
