package dev.openaierrors.analyzer.input;

import java.io.InputStream;
import java.util.List;

/**
 * Reads logs and tells a consumer of every event in them that carries an OpenAI error.
 *
 * <p>A file that cannot be read is reported by {@link EventConsumer#file} and does not stop the
 * others.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"})
public final class LogAnalysis {

  private final InputOptions options;
  private final EventConsumer consumer;
  private volatile boolean stopped;

  /** An analysis with these options that tells {@code consumer}. */
  public LogAnalysis(InputOptions options, EventConsumer consumer) {
    this.options = options;
    this.consumer = consumer;
  }

  /**
   * Reads all of it; with {@link InputOptions#follow} it only returns after {@link #stop}.
   *
   * @param names files, folders, globs; {@code -}, or none at all, for standard input
   * @param stdin standard input
   */
  public void run(List<String> names, InputStream stdin) {
    throw new UnsupportedOperationException("in the making");
  }

  /** Ends a running {@link #run} soon, which then reports what it has read. From any thread. */
  public void stop() {
    stopped = true;
  }
}
