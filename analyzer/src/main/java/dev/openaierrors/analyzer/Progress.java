package dev.openaierrors.analyzer;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;

/** How far it is, in one line of a terminal that is written over again and again. */
final class Progress {

  private static final long PATIENCE = 300;
  private static final int BAR = 24;
  private static final double MEGA = 1e6;

  private final PrintStream err;
  private final Clock clock;
  private final boolean shown;
  private final long start;
  private boolean drawn;

  Progress(PrintStream err, Clock clock, boolean shown) {
    this.err = err;
    this.clock = clock;
    this.shown = shown;
    this.start = clock.millis();
  }

  /** Shows how far it is; not before some time has passed, since most work is done by then. */
  void show(long done, long total, long errors) {
    long millis = clock.millis() - start;
    if (!shown || millis < PATIENCE) {
      return;
    }
    drawn = true;
    err.print("\r\u001b[K" + line(done, total, errors, millis));
    err.flush();
  }

  static String line(long done, long total, long errors, long millis) {
    double rate = done / MEGA / Math.max(1, millis) * 1000;
    String speed = String.format(Locale.ROOT, "%,.0f MB/s, %,d errors", rate, errors);
    if (total <= 0) {
      return String.format(Locale.ROOT, "%,.0f MB, %s", done / MEGA, speed);
    }
    double part = Math.min(1, (double) done / total);
    int full = (int) (part * BAR);
    long left = done == 0 ? 0 : (long) (millis / 1000.0 * (total - done) / done + 0.5);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %% of %,.0f MB, %s, %d s left",
        "#".repeat(full),
        ".".repeat(BAR - full),
        100 * part,
        total / MEGA,
        speed,
        Math.max(0, left));
  }

  /** Takes the line away. */
  void end() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
      drawn = false;
    }
  }
}
