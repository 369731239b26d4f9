package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.delivery.StateFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What survives a restart: the engine's memory in a file, if there is to be one. */
final class Memory {

  private static final Duration PERIOD = Duration.ofSeconds(60);

  private final AlertMonitor monitor;
  private final Clock clock;
  private final Supplier<AlertHost> host;
  private @Nullable Path path;
  private volatile @Nullable StateFile file;
  private Instant last = Instant.EPOCH;

  Memory(AlertMonitor monitor, Clock clock, Supplier<AlertHost> host) {
    this.monitor = monitor;
    this.clock = clock;
    this.host = host;
  }

  /** Keeps it here from now on; null for nowhere. */
  void use(@Nullable Path next) {
    if (next == null) {
      file = null;
    } else if (!next.equals(path)) {
      file = new StateFile(next, sentence -> host.get().error(sentence, null));
    }
    path = next;
  }

  /** Takes up what was kept before the restart. */
  void restore(Instant now) {
    StateFile kept = file;
    String text = kept == null ? null : kept.load(now);
    EngineSnapshot snapshot = text == null ? null : SnapshotText.read(text);
    if (snapshot != null) {
      monitor.restore(snapshot, now);
    }
  }

  /** Keeps it after every notice, and each minute; on a thread that may wait. */
  void keep(boolean told, boolean open, Instant now) {
    boolean due = told || (open && Duration.between(last, now).compareTo(PERIOD) >= 0);
    if (file == null || !due) {
      return;
    }
    last = now;
    try {
      host.get().executor().execute(this::save);
    } catch (RejectedExecutionException threadsEnd) {
      // It is saved once more at the end.
    }
  }

  /** Keeps what is remembered now, whatever was asked for before. */
  void save() {
    StateFile target = file;
    if (target == null) {
      return;
    }
    synchronized (target) {
      Instant now = clock.instant();
      target.save(SnapshotText.write(monitor.snapshot(now)), now);
    }
  }
}
