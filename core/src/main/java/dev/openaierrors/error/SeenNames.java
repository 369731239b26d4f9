package dev.openaierrors.error;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers some names, without a lock and within a fixed size: one may push another out, and then
 * has to be looked at again.
 */
final class SeenNames {

  private static final int SIZE = 256;

  private final AtomicReferenceArray<String> names = new AtomicReferenceArray<>(SIZE);

  boolean contains(String name) {
    return name.equals(names.getPlain(place(name)));
  }

  void add(String name) {
    names.setRelease(place(name), name);
  }

  private static int place(String name) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SIZE - 1);
  }
}
