package dev.openaierrors.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the file of mutes every ten seconds, on a thread that may wait: a file system that hangs
 * delays a notice by seconds and stops none. Guarded by its owner, which is never a thread that
 * logs for the application.
 */
final class MuteWatch {

  private static final Duration EACH = Duration.ofSeconds(10);
  private static final long PATIENCE_SECONDS = 2;

  private final Supplier<AlertHost> host;
  private volatile @Nullable MuteFile file;
  private @Nullable Instant last;
  // Of each file anew: whoever is stuck in one does not keep another from being read.
  private volatile AtomicBoolean reading = new AtomicBoolean();
  private volatile AtomicReference<MuteFile.@Nullable Content> read = new AtomicReference<>();

  MuteWatch(Supplier<AlertHost> host) {
    this.host = host;
  }

  /** Looks there from now on, and anew: there may be other rules; null for nowhere. */
  void use(@Nullable Path path) {
    file = path == null ? null : new MuteFile(path);
    last = null;
    reading = new AtomicBoolean();
    read = new AtomicReference<>();
  }

  boolean isOn() {
    return file != null;
  }

  /**
   * Looks at it if it is time to.
   *
   * @return the mutes in it; null if they are those that are known
   */
  @Nullable Map<String, Instant> look(Collection<String> rules, ZoneId zone, Instant now) {
    MuteFile watched = file;
    if (watched == null) {
      return null;
    }
    boolean due = last == null || Duration.between(last, now).abs().compareTo(EACH) >= 0;
    // Whoever reads just now may be stuck, and is waited for once.
    if (due && reading.compareAndSet(false, true)) {
      last = now;
      start(watched, rules, zone, now);
    }
    MuteFile.Content content = read.getAndSet(null);
    if (content == null) {
      return null;
    }
    content.problems().forEach(sentence -> host.get().warn(sentence, null));
    return content.ends();
  }

  private void start(MuteFile watched, Collection<String> rules, ZoneId zone, Instant now) {
    AtomicBoolean busy = reading;
    AtomicReference<MuteFile.@Nullable Content> found = read;
    CountDownLatch done = new CountDownLatch(1);
    Runnable task =
        () -> {
          try {
            MuteFile.Content content = watched.read(rules, zone, now);
            if (content != null && watched == file) {
              found.set(content);
            }
          } finally {
            busy.set(false);
            done.countDown();
          }
        };
    try {
      host.get().executor().execute(task);
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      busy.set(false);
      return;
    }
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
