package dev.openaierrors.formats;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an error in an event is judged by: the same of two events, and both carry the same. */
public final class EventContent {

  private final String text;
  private final @Nullable String trace;
  private final boolean joined;
  private final List<Map.Entry<String, String>> pairs;
  private final boolean routine;
  private final int hash;

  EventContent(
      String text,
      @Nullable String trace,
      boolean joined,
      List<Map.Entry<String, String>> pairs,
      boolean routine) {
    this.text = text;
    this.trace = trace;
    this.joined = joined;
    this.pairs = pairs;
    this.routine = routine;
    int texts = 31 * text.hashCode() + (trace == null ? 0 : trace.hashCode());
    hash = 31 * texts + pairs.hashCode();
  }

  /** Characters of it. */
  public int length() {
    int length = text.length() + (trace == null ? 0 : trace.length());
    for (Map.Entry<String, String> pair : pairs) {
      length += pair.getKey().length() + pair.getValue().length();
    }
    return length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventContent that
        && hash == that.hash
        && joined == that.joined
        && routine == that.routine
        && text.equals(that.text)
        && Objects.equals(trace, that.trace)
        && pairs.equals(that.pairs);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
