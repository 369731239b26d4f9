package dev.openaierrors.plugin;

import org.jspecify.annotations.Nullable;

/**
 * The port to the logging framework that we run inside: its status channel.
 *
 * <p>Core never logs. Whatever it has to say to the operator leaves here, as one sentence. Its
 * level matters: a service of Spring Boot does not start with an error in Logback's status list.
 */
public interface Host {

  /**
   * A word of the configuration is misspelt. Nothing else is worth keeping a service from start.
   */
  void error(String sentence, @Nullable Throwable cause);

  /**
   * Something is not as it was meant, but for no misspelt word: a variable that is not set, a
   * server that does not answer, a failure of ours. Events keep flowing all the same.
   */
  void warn(String sentence, @Nullable Throwable cause);

  /**
   * A class of the user's.
   *
   * @throws ClassNotFoundException if there is none of that name
   */
  default Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
  }

  /** Something may well be meant so, but whoever did not mean it looks for this sentence. */
  void info(String sentence);
}
