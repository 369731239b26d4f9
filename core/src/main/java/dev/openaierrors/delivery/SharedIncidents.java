package dev.openaierrors.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which incidents of ours are one at the destination, since they have the same key there: the last
 * of them to end is the end of that.
 */
final class SharedIncidents {

  private static final int REMEMBERED = 256;
  // The end of one that nothing was told of for so long may have got lost.
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  // When each was told of, last.
  private final Map<String, Map<String, Instant>> open = new BoundedMap<>(REMEMBERED);

  /** The destination was told that this one is open. */
  void opened(String key, String id, Instant at) {
    open.computeIfAbsent(key, any -> new HashMap<>()).put(id, at);
  }

  /** Whether no other is open under this key; if so, that is over only once {@link #ended}. */
  boolean isLast(String key, String id, Instant at) {
    Map<String, Instant> ids = open.get(key);
    if (ids == null) {
      return true;
    }
    ids.values().removeIf(last -> last.plus(FORGOTTEN).isBefore(at));
    return ids.isEmpty() || (ids.size() == 1 && ids.containsKey(id));
  }

  /** This one is over. */
  void ended(String key, String id) {
    Map<String, Instant> ids = open.get(key);
    if (ids != null) {
      ids.remove(id);
    }
  }
}
