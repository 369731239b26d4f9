package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.EventContent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said of events lately: a log full of errors is full of the same ones. Bounded; for one
 * thread.
 */
final class KnownEvents {

  /** Characters of one event; longer ones seldom come twice. */
  private static final int LONGEST = 1 << 14;

  /** What an entry takes besides, in characters. */
  private static final int EACH = 512;

  /** Characters of all. */
  private static final int MOST = 1 << 21;

  private final Map<EventContent, Verdict> known = new HashMap<>();
  private int length;

  @Nullable Verdict get(EventContent content) {
    return known.get(content);
  }

  void put(EventContent content, Verdict verdict) {
    int more = EACH + content.length() + verdict.message().length();
    if (more > LONGEST) {
      return;
    }
    if (length + more > MOST) {
      known.clear();
      length = 0;
    }
    known.put(content, verdict);
    length += more;
  }
}
