package dev.openaierrors.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the analyzer makes of a text, in short. */
final class Verdict {

  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();

  /** The kind of a text without an error. */
  static final String NONE = "none";

  private Verdict() {}

  /** The id of the kind, or {@link #NONE}. */
  static String of(CharSequence text) {
    return id(ANALYZER.analyze(text));
  }

  /** As above, of an event. */
  static String of(PlainEvent event) {
    return id(ANALYZER.analyze(PlainEvent.VIEW, event));
  }

  /** The error; fails if there is none. */
  static OpenAiError error(CharSequence text) {
    return Objects.requireNonNull(ANALYZER.analyze(text), () -> "no error in: " + text);
  }

  /** As above, of an event. */
  static OpenAiError error(PlainEvent event) {
    return Objects.requireNonNull(
        ANALYZER.analyze(PlainEvent.VIEW, event), () -> "no error in: " + event);
  }

  private static String id(@Nullable OpenAiError error) {
    return error == null ? NONE : error.kind().id();
  }
}
