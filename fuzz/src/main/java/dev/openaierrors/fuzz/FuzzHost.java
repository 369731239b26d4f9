package dev.openaierrors.fuzz;

import dev.openaierrors.plugin.AlertEvent;
import dev.openaierrors.plugin.AlertHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A framework without threads, to which no failure of ours may be told. */
final class FuzzHost implements AlertHost {

  static final int LONGEST_SENTENCE = 2_000;

  final List<String> sentences = new ArrayList<>();
  final List<AlertEvent> logged = new ArrayList<>();
  private @Nullable Runnable task;

  /** As if a second had passed. */
  void tick() {
    if (task != null) {
      task.run();
    }
  }

  @Override
  public void error(String sentence, @Nullable Throwable cause) {
    if (cause != null) {
      throw new AssertionError("a failure of ours: " + sentence, cause);
    }
    Check.that(sentence.startsWith("openai-errors: "), "a sentence that says who says it");
    Check.cleanText("a sentence", sentence, LONGEST_SENTENCE);
    sentences.add(sentence);
  }

  @Override
  public void warn(String sentence, @Nullable Throwable cause) {
    error(sentence, cause);
  }

  @Override
  public void info(String sentence) {
    error(sentence, null);
  }

  @Override
  public Object context() {
    return this;
  }

  @Override
  public String contextName() {
    return "fuzz";
  }

  @Override
  public Runnable every(Duration period, Runnable ticking) {
    task = ticking;
    return () -> task = null;
  }

  @Override
  public Executor executor() {
    return Runnable::run;
  }

  @Override
  public void log(AlertEvent event) {
    logged.add(event);
    Check.shown("an alert's line", event.message());
    event.fields().forEach((key, value) -> Check.cleanText(key, value, 1_000));
  }
}
