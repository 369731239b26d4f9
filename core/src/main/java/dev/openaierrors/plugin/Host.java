package dev.openaierrors.plugin;

import org.jspecify.annotations.Nullable;

/**
 * The port to the logging framework that we run inside: its status channel.
 *
 * <p>Core never logs. Whatever it has to say to the operator leaves here, as one sentence.
 */
public interface Host {

  /** A mistake in the configuration, or a failure of ours. Events keep flowing all the same. */
  void error(String sentence, @Nullable Throwable cause);
}
