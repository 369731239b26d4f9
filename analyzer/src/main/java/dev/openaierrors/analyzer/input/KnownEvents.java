package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.EventContent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said of events lately: a log full of errors is full of the same ones. Bounded; for the
 * threads that read one file, each of which meets what the others have met.
 */
final class KnownEvents {

  /** Characters of one event; longer ones seldom come twice. */
  static final int LONGEST = 1 << 14;

  /** What an entry takes besides, in characters. */
  private static final int EACH = 512;

  /** Characters of all. */
  static final int MOST = 1 << 22;

  private final Map<EventContent, Verdict> known = new HashMap<>();
  private int length;

  synchronized @Nullable Verdict get(EventContent content) {
    return known.get(content);
  }

  synchronized void put(EventContent content, Verdict verdict) {
    int more = EACH + content.length() + verdict.message().length();
    if (more > LONGEST) {
      return;
    }
    if (length + more > MOST) {
      known.clear();
      length = 0;
    }
    if (known.put(content, verdict) == null) {
      length += more;
    }
  }

  /** Characters of all that is known. */
  synchronized int length() {
    return length;
  }
}
