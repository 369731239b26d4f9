package dev.openaierrors.log4j2;

import dev.openaierrors.error.ErrorField;
import org.apache.logging.log4j.message.ParameterConsumer;
import org.apache.logging.log4j.message.ParameterVisitable;
import org.apache.logging.log4j.util.IndexedReadOnlyStringMap;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.TriConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Allocation-free index access to Log4j structures that only offer iteration.
 *
 * <p>Going through all for each of them is quadratic, so nobody may pick beyond {@link #MOST}.
 */
final class Pick {

  /** How many are looked at. Numbers up to here are boxed without garbage, too. */
  static final int MOST = 100;

  // Only classes of the JDK, and nothing of an event beyond the call: an application server could
  // not unload an application whose classes the threads still know.
  private static final ThreadLocal<@Nullable Object[]> CURSOR = new ThreadLocal<>();
  private static final int WANTED = 0;
  private static final int FOUND = 1;

  private static final ParameterConsumer<@Nullable Object[]> PARAMETER =
      (parameter, index, cursor) -> {
        if (cursor[WANTED] instanceof Integer wanted && wanted == index) {
          cursor[FOUND] = parameter;
        }
      };
  private static final TriConsumer<String, @Nullable Object, @Nullable Object[]> KEY =
      (key, value, cursor) -> step(cursor, isOurs(key) ? null : key);
  private static final TriConsumer<String, @Nullable Object, @Nullable Object[]> VALUE =
      (key, value, cursor) -> step(cursor, isOurs(key) ? null : value);

  private Pick() {}

  static @Nullable Object parameter(ParameterVisitable message, int index) {
    @Nullable Object[] cursor = start(index);
    message.forEachParameter(PARAMETER, cursor);
    return found(cursor);
  }

  /** What we wrote, or another process of ours: the same error would be found in it. */
  private static boolean isOurs(@Nullable String key) {
    return key != null && key.startsWith(ErrorField.PREFIX);
  }

  /** The key of a pair; null if it is ours. */
  static @Nullable String key(ReadOnlyStringMap map, int index) {
    if (map instanceof IndexedReadOnlyStringMap indexed) {
      String key = indexed.getKeyAt(index);
      return isOurs(key) ? null : key;
    }
    @Nullable Object[] cursor = start(index);
    map.forEach(KEY, cursor);
    return (String) found(cursor);
  }

  /** The value of a pair; null if the key is ours. */
  static @Nullable Object value(ReadOnlyStringMap map, int index) {
    if (map instanceof IndexedReadOnlyStringMap indexed) {
      return isOurs(indexed.getKeyAt(index)) ? null : indexed.getValueAt(index);
    }
    @Nullable Object[] cursor = start(index);
    map.forEach(VALUE, cursor);
    return found(cursor);
  }

  private static @Nullable Object[] start(int index) {
    @Nullable Object[] cursor = CURSOR.get();
    if (cursor == null) {
      cursor = new Object[2];
      CURSOR.set(cursor);
    }
    cursor[WANTED] = index;
    return cursor;
  }

  private static void step(@Nullable Object[] cursor, @Nullable Object candidate) {
    if (cursor[WANTED] instanceof Integer left) {
      if (left == 0) {
        cursor[FOUND] = candidate;
      }
      cursor[WANTED] = left - 1;
    }
  }

  private static @Nullable Object found(@Nullable Object[] cursor) {
    Object found = cursor[FOUND];
    cursor[FOUND] = null;
    return found;
  }
}
