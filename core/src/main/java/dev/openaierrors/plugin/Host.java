package dev.openaierrors.plugin;

import java.util.function.Consumer;
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

  /** Something may well be meant so, but whoever did not mean it looks for this sentence. */
  void info(String sentence);

  /**
   * Where the sentences about words of the configuration go: they are errors, but for those about a
   * word that a variable should have given, and about a number or a duration that cannot be used.
   */
  default Consumer<String> words() {
    return sentence -> {
      if (Variables.unset(sentence) == null && !isOfAmount(sentence)) {
        error(sentence, null);
      } else {
        warn(sentence, null);
      }
    };
  }

  /** The sentences of all numbers and durations say so. */
  private static boolean isOfAmount(String sentence) {
    return sentence.contains("; write a number ")
        || sentence.contains("; write a duration ")
        || sentence.contains(" is no number ");
  }
}
