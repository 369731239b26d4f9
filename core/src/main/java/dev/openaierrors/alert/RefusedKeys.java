package dev.openaierrors.alert;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a key goes on to be refused, as a wrong one does that a service is configured with; the
 * first few keys are looked at. Times are milliseconds since 1970.
 */
final class RefusedKeys {

  private static final int MOST = 8;
  private static final long STAYS = 10 * 60_000;

  /** When a key was refused first and last. */
  private record Refused(long first, long last) {}

  private final Map<String, Refused> keys = new LinkedHashMap<>();
  private boolean stays;

  /** It was refused then, which is not before the last time. */
  void add(String key, long at) {
    add(key, new Refused(at, at));
  }

  /** Adds what came after. */
  void append(RefusedKeys later) {
    stays |= later.stays;
    later.keys.forEach(this::add);
  }

  private void add(String key, Refused refused) {
    Refused before = keys.get(key);
    if (before == null && keys.size() == MOST) {
      return;
    }
    long first = before == null ? refused.first : before.first;
    stays |= refused.last - first >= STAYS;
    keys.put(key, new Refused(first, refused.last));
  }

  /** Whether a key was refused again ten minutes or more after it was refused first. */
  boolean stay() {
    return stays;
  }

  int size() {
    return keys.size();
  }
}
