package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Host;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/** Reports to Log4j's status logger, which prints what is an error unless told otherwise. */
enum Log4jHost implements Host {
  INSTANCE;

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    StatusLogger.getLogger().error(sentence, cause);
  }

  @Override
  public void warn(String sentence) {
    StatusLogger.getLogger().warn(sentence);
  }

  /** A mistake in the configuration. */
  void error(String sentence) {
    error(sentence, null);
  }
}
