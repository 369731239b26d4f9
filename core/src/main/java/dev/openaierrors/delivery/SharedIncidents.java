package dev.openaierrors.delivery;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which incidents of ours are one at the destination, since they have the same key there: the last
 * of them to end is the end of that.
 */
final class SharedIncidents {

  private static final int REMEMBERED = 256;

  private final Map<String, Set<String>> open = new BoundedMap<>(REMEMBERED);

  /** The destination was told that this one is open. */
  void opened(String key, String id) {
    open.computeIfAbsent(key, any -> new HashSet<>()).add(id);
  }

  /** Whether no other is open under this key; if so, that is over only once {@link #ended}. */
  boolean isLast(String key, String id) {
    Set<String> ids = open.getOrDefault(key, Set.of());
    return ids.isEmpty() || ids.equals(Set.of(id));
  }

  /** This one is over. */
  void ended(String key, String id) {
    Set<String> ids = open.get(key);
    if (ids != null) {
      ids.remove(id);
    }
  }
}
