package dev.openaierrors.analyzer.input;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a {@link LogAnalysis} finds. Called by one thread at a time, so that it needs no lock.
 * What it throws is taken for the failure of the file that is read, but for a {@link
 * ReportingException}, which ends the reading of all.
 */
public interface EventConsumer {

  /**
   * Comes before the first file is read.
   *
   * @param files what will be read; null for standard input
   */
  default void begin(List<@Nullable Path> files) {}

  /**
   * An event was found. Events of one file come in the order of the file, files in the order of
   * their first event's time.
   */
  void event(AnalyzedEvent event);

  /** A file is done, or was given up. */
  default void file(FileFacts facts) {}

  /** All that is there so far of what is followed was read; called about once a second. */
  default void idle() {}

  /**
   * How far it is; called about ten times a second.
   *
   * @param done bytes read, of compressed files as they lie on the disk
   * @param total bytes there are to be read; -1 if not known
   */
  default void progress(long done, long total) {}
}
