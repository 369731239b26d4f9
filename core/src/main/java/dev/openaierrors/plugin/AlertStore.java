package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.delivery.StateFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What survives a restart, if there is to be a file: the engine's memory, and what was told and has
 * still to be sent.
 *
 * <p>It is written before a notice goes out, so that a process that is killed just then does not
 * tell it again; that one notice is lost if the kill comes between the two, which is the lesser
 * evil, since the incident stays open and is reminded of. What is only counted is written within
 * seconds, so that processes that live no longer than that add up. A file system that hangs delays
 * a notice by seconds and stops none.
 *
 * <p>Guarded by its owner.
 */
final class AlertStore {

  /** How often what is only counted is written. */
  private static final Duration COUNTED = Duration.ofSeconds(5);

  /** How often it is written while something is open, lest it grow too old. */
  private static final Duration OPEN = Duration.ofSeconds(60);

  private static final long PATIENCE_SECONDS = 2;

  /** The most that is kept of what has still to be sent. */
  private static final int MOST_NOTICES = 200;

  private final AlertMonitor monitor;
  private final Supplier<AlertHost> host;
  private @Nullable Path path;
  private @Nullable StateFile file;
  private boolean takenUp;
  private boolean ours;
  private boolean dirty;
  private long stuckAt = -1;
  private Instant last = Instant.EPOCH;
  private List<EngineSnapshot.Notice> lastNotices = List.of();
  private final AtomicReference<@Nullable Page> next = new AtomicReference<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  // What is to be closed by whoever writes last.
  private final AtomicReference<@Nullable StateFile> leaving = new AtomicReference<>();
  private final AtomicLong written = new AtomicLong();

  /** What is to be written, and whether it was. */
  private record Page(StateFile file, String text, Instant at, CountDownLatch done) {}

  AlertStore(AlertMonitor monitor, Supplier<AlertHost> host) {
    this.monitor = monitor;
    this.host = host;
  }

  /** Keeps it here from now on; null for nowhere. */
  void use(@Nullable Path next) {
    boolean same = next == null ? path == null : next.equals(path);
    if (same) {
      return;
    }
    // What was kept elsewhere is known already, so only the first file is read.
    boolean first = path == null && !takenUp;
    release();
    path = next;
    file = next == null ? null : new StateFile(next, sentence -> host.get().warn(sentence, null));
    takenUp = !first && next != null;
    dirty = takenUp;
  }

  /**
   * Takes up what was kept before the restart, as soon as no other process has the file.
   *
   * @return what has still to be sent
   */
  List<EngineSnapshot.Notice> takeUp(Instant now) {
    StateFile kept = file;
    if (kept == null || takenUp || !have(kept)) {
      return List.of();
    }
    takenUp = true;
    String text = kept.load(now);
    if (text == null) {
      return List.of();
    }
    try {
      EngineSnapshot snapshot = SnapshotText.read(text);
      if (snapshot != null) {
        monitor.restore(snapshot, now);
        lastNotices = snapshot.notices();
        return snapshot.notices();
      }
    } catch (RuntimeException | StackOverflowError damaged) {
      // The sum over it is right, so a version with a fault wrote it. It must not cost the alerts.
    }
    kept.setAside();
    return List.of();
  }

  /** Whether that was done. */
  boolean isTakenUp() {
    return takenUp;
  }

  /** Something was counted. */
  void changed() {
    dirty = true;
  }

  /** Whether something has to be written, and can be. */
  boolean isDirty() {
    return dirty && isOurs();
  }

  private boolean isOurs() {
    StateFile kept = file;
    return kept != null && takenUp && have(kept);
  }

  /** Not asked again once it is so: whoever writes just now may be stuck, and holds its lock. */
  private boolean have(StateFile kept) {
    ours = ours || kept.isOurs();
    return ours;
  }

  /** Writes what a restart has to know before these are told; waits until that is done. */
  void writeAhead(boolean told, List<EngineSnapshot.Notice> unsent, Instant now) {
    if (isOurs() && (told || !unsent.equals(lastNotices))) {
      await(write(unsent, now));
    }
  }

  /** Writes what was counted, if it is time to; does not wait. */
  void keep(boolean open, List<EngineSnapshot.Notice> unsent, Instant now) {
    Duration since = Duration.between(last, now).abs();
    boolean due = dirty ? since.compareTo(COUNTED) >= 0 : open && since.compareTo(OPEN) >= 0;
    if (due && isOurs()) {
      write(unsent, now);
    }
  }

  /** Writes it a last time. */
  void end(List<EngineSnapshot.Notice> unsent, Instant now) {
    if (isOurs()) {
      await(write(unsent, now));
    }
  }

  /** Lets others have the file, at the latest when what is written just now is written. */
  void release() {
    StateFile kept = file;
    ours = false;
    if (kept != null) {
      leaving.set(kept);
      closeLeft();
    }
  }

  private void closeLeft() {
    StateFile left = writing.get() ? null : leaving.getAndSet(null);
    if (left != null) {
      left.close();
    }
  }

  private @Nullable Page write(List<EngineSnapshot.Notice> unsent, Instant now) {
    StateFile target = file;
    if (target == null) {
      return null;
    }
    last = now;
    lastNotices = unsent;
    dirty = false;
    List<EngineSnapshot.Notice> kept =
        unsent.size() > MOST_NOTICES ? unsent.subList(0, MOST_NOTICES) : unsent;
    Page page = new Page(target, text(kept, now), now, new CountDownLatch(1));
    next.set(page);
    if (writing.compareAndSet(false, true)) {
      try {
        host.get().executor().execute(this::writePages);
      } catch (RejectedExecutionException threadsEnd) {
        writePages();
      }
    }
    return page;
  }

  private String text(List<EngineSnapshot.Notice> unsent, Instant now) {
    return SnapshotText.write(monitor.snapshot(now).with(unsent));
  }

  /** The newest, and again if one came meanwhile; on a thread that may wait. */
  private void writePages() {
    do {
      Page page = next.getAndSet(null);
      try {
        if (page != null) {
          page.file.save(page.text, page.at);
          written.incrementAndGet();
        }
      } finally {
        writing.set(false);
        if (page != null) {
          // Whoever waited for this may give the file away now.
          page.done.countDown();
        }
      }
    } while (next.get() != null && writing.compareAndSet(false, true));
    closeLeft();
  }

  private void await(@Nullable Page page) {
    if (page == null) {
      return;
    }
    try {
      // To have waited once in vain is enough until something is written again.
      long seconds = written.get() == stuckAt ? 0 : PATIENCE_SECONDS;
      if (!page.done.await(seconds, TimeUnit.SECONDS)) {
        stuckAt = written.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
