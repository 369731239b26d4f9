package dev.openaierrors;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What an object of ours holds: how many entries its collections, maps and arrays have, and those
 * of all objects of ours that it leads to.
 */
public final class Footprint {

  private final Map<String, Integer> largest = new TreeMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Held> waiting = new ArrayDeque<>();
  private long entries;
  private long characters;
  private int throwables;

  private Footprint() {}

  /** An object, and the field of ours that it is in. */
  private record Held(Object object, String field) {}

  /** Of this object. */
  public static Footprint of(Object root) {
    Footprint footprint = new Footprint();
    footprint.add(root, "root");
    while (!footprint.waiting.isEmpty()) {
      Held held = footprint.waiting.remove();
      footprint.visit(held.object, held.field);
    }
    return footprint;
  }

  /** The most entries of one collection, map or array, by the field that it is in. */
  public Map<String, Integer> largest() {
    return largest;
  }

  /** All entries of all of them. */
  public long entries() {
    return entries;
  }

  /** Characters of all texts. */
  public long characters() {
    return characters;
  }

  /** What applications threw, and this keeps from being collected. */
  public int throwables() {
    return throwables;
  }

  private void add(@Nullable Object object, String field) {
    if (object != null && seen.add(object)) {
      waiting.add(new Held(object, field));
    }
  }

  private void visit(Object object, String field) {
    if (object instanceof String text) {
      characters += text.length();
    } else if (object instanceof Throwable) {
      throwables++;
    } else if (object instanceof Map<?, ?> map) {
      count(field, map.size());
      map.forEach(
          (key, value) -> {
            add(key, field);
            add(value, field);
          });
    } else if (object instanceof Collection<?> collection) {
      count(field, collection.size());
      collection.forEach(one -> add(one, field));
    } else if (object instanceof AtomicReferenceArray<?> array) {
      count(field, array.length());
      for (int i = 0; i < array.length(); i++) {
        add(array.get(i), field);
      }
    } else if (object instanceof AtomicReference<?> reference) {
      add(reference.get(), field);
    } else if (object.getClass().isArray()) {
      count(field, Array.getLength(object));
      for (int i = 0; i < Array.getLength(object); i++) {
        add(Array.get(object, i), field);
      }
    } else if (isOurs(object)) {
      visitFields(object);
    }
  }

  private void count(String field, int size) {
    largest.merge(field, size, Math::max);
    entries += size;
  }

  /** Weakly held objects are the application's. */
  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("dev.openaierrors.")
        && !(object instanceof Enum<?>)
        && !(object instanceof Reference<?>);
  }

  private void visitFields(Object object) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          add(value(field, object), type.getSimpleName() + '.' + field.getName());
        }
      }
    }
  }

  private static @Nullable Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
