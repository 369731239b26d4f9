package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Redacts names; those that come again and again only once. */
public final class Names {

  private static final int LONGEST = 100;
  private static final int MOST = 1024;

  private final Map<String, String> clean = new HashMap<>();

  Names() {}

  /**
   * A name, fit to be shown; null if nothing is left of it. A class with a long name looks like a
   * key, but keys have digits.
   */
  public static @Nullable String of(@Nullable String name, int max) {
    return name != null && name.length() <= max && isPlain(name)
        ? name
        : Printable.orNull(Redactor.clean(name, max));
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && c != '.' && c != '$' && c != '_') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The name, fit to be shown; null if nothing is left of it. */
  @Nullable String clean(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String known = clean.get(name);
    if (known == null) {
      String shown = of(name, LONGEST);
      known = shown == null ? "" : shown;
      if (clean.size() >= MOST) {
        clean.clear();
      }
      clean.put(name, known);
    }
    return known.isEmpty() ? null : known;
  }
}
