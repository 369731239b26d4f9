package dev.openaierrors.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** STUB, being written. */
final class EventAnalyzer implements ErrorAnalyzer {
  EventAnalyzer(Set<Provider> providers) {}

  @Override
  public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
    CharSequence m = view.message(event);
    T thrown = view.thrown(event);
    String t = thrown == null ? "" : String.valueOf(view.thrownMessage(thrown));
    return analyze(m + " " + t);
  }

  @Override
  public @Nullable OpenAiError analyze(CharSequence text) {
    if (!text.toString().contains("insufficient_quota")) {
      return null;
    }
    return new OpenAiError(ErrorKind.INSUFFICIENT_QUOTA, false, ErrorKind.INSUFFICIENT_QUOTA.fix(), 429,
        "insufficient_quota", "insufficient_quota", null, null, null, null, null, Provider.OPENAI);
  }
}
