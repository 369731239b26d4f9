package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Host;
import java.util.concurrent.Executor;
import org.apache.logging.log4j.core.util.Log4jThreadFactory;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * Reports to Log4j's status logger, which prints errors, and what is less where the configuration
 * has {@code status="WARN"} or {@code "INFO"}.
 */
enum Log4jHost implements Host {
  INSTANCE;

  /** A thread that ends with its task; Log4j has none to lend before it is configured. */
  static final Executor ONE_THREAD =
      task -> Log4jThreadFactory.createDaemonThreadFactory("openai-errors").newThread(task).start();

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    StatusLogger.getLogger().error(sentence, cause);
  }

  @Override
  public void warn(String sentence, @Nullable Throwable cause) {
    StatusLogger.getLogger().warn(sentence, cause);
  }

  @Override
  public void info(String sentence) {
    StatusLogger.getLogger().info(sentence);
  }

  /** A mistake in the configuration. */
  void error(String sentence) {
    error(sentence, null);
  }
}
