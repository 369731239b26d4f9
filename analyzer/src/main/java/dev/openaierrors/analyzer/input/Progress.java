package dev.openaierrors.analyzer.input;

import java.util.List;

/** Tells a consumer how far the reading is, not too often. */
final class Progress {

  private static final long EVERY_NANOS = 100_000_000;

  private final EventConsumer consumer;
  private final long total;
  private long before;
  private long told = System.nanoTime();

  Progress(EventConsumer consumer, List<InputFile> files) {
    this.consumer = consumer;
    boolean known = files.stream().allMatch(file -> file.size() >= 0);
    total = known ? files.stream().mapToLong(InputFile::size).sum() : -1;
  }

  /** So much of the running file was read. */
  void read(long consumed) {
    long now = System.nanoTime();
    if (now - told >= EVERY_NANOS) {
      told = now;
      consumer.progress(before + consumed, total);
    }
  }

  /** A file of this size is done. */
  void done(long size) {
    before += Math.max(0, size);
  }
}
