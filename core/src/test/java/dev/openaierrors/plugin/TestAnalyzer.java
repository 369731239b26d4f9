package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.LogEventView;
import dev.openaierrors.error.OpenAiError;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The real analyzer, counting what it is asked, or one that always fails. */
public final class TestAnalyzer implements ErrorAnalyzer {

  private final ErrorAnalyzer real = ErrorAnalyzer.create();
  private final LongAdder calls = new LongAdder();
  private final @Nullable Throwable failure;

  private TestAnalyzer(@Nullable Throwable failure) {
    this.failure = failure;
  }

  /** Answers as in production. */
  public static TestAnalyzer counting() {
    return new TestAnalyzer(null);
  }

  /** Throws this, an exception or an error, whatever it is asked. */
  public static TestAnalyzer failing(Throwable failure) {
    return new TestAnalyzer(failure);
  }

  /** Number of events and texts that it was asked about. */
  public long calls() {
    return calls.sum();
  }

  @Override
  public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
    count();
    return real.analyze(view, event);
  }

  @Override
  public @Nullable OpenAiError analyze(CharSequence text) {
    count();
    return real.analyze(text);
  }

  private void count() {
    calls.increment();
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
