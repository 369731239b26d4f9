package dev.openaierrors.error;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only door to recognition: is this an OpenAI error, and which?
 *
 * <p>Thread-safe, stateless, without locks. Looks at no more than {@link #MAX_TEXT} characters of
 * an event, at both ends of longer text, and at no more than a fixed number of throwables, so that
 * the work per event is bounded whatever the event holds.
 */
public interface ErrorAnalyzer {

  /** Characters of an event that are looked at, in all. */
  int MAX_TEXT = EventWalk.MAX_TEXT;

  /** An analyzer that recognises the errors of every provider. */
  static ErrorAnalyzer create() {
    return create(EnumSet.allOf(Provider.class));
  }

  /** An analyzer that recognises the errors of these providers only. */
  static ErrorAnalyzer create(Set<Provider> providers) {
    Set<Provider> wanted = EnumSet.noneOf(Provider.class);
    wanted.addAll(providers);
    EventAnalysis.begin();
    return new ErrorAnalyzer() {
      @Override
      public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
        return ifWanted(EventAnalysis.of(view, event));
      }

      @Override
      public @Nullable OpenAiError analyze(CharSequence text) {
        return ifWanted(EventAnalysis.of(text));
      }

      @Override
      public List<String> why(CharSequence text) {
        return EventAnalysis.why(text);
      }

      private @Nullable OpenAiError ifWanted(@Nullable OpenAiError error) {
        return error == null || wanted.contains(error.provider()) ? error : null;
      }
    };
  }

  /**
   * Loads and builds what the first error needs, which takes some tens of milliseconds: for a
   * thread that may wait. Without it, the thread that meets the first error does.
   */
  static void prepare() {
    EventAnalysis.prepare();
  }

  /**
   * The error that a log event carries.
   *
   * @return null if it carries none
   */
  <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event);

  /**
   * The error that a piece of text carries, such as a log line with its stack trace.
   *
   * @return null if it carries none
   */
  @Nullable OpenAiError analyze(CharSequence text);

  /**
   * The error that an exception is, with its causes and what it suppressed; for code that decides
   * whether to retry.
   *
   * @return null if it is none
   */
  default @Nullable OpenAiError analyze(Throwable thrown) {
    return analyze(ThrowableView.INSTANCE, thrown);
  }

  /**
   * What in a piece of text speaks for an OpenAI error, and what against it: the mentions, each
   * with its points, in lines for people to read.
   *
   * @return empty if nothing in it is of any use
   */
  default List<String> why(CharSequence text) {
    return List.of();
  }
}
