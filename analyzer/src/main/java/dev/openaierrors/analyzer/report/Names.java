package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Redacts names; those that come again and again only once. */
final class Names {

  private static final int LONGEST = 100;
  private static final int MOST = 1024;

  private final Map<String, String> clean = new HashMap<>();

  /** The name, fit to be shown; null if nothing is left of it. */
  @Nullable String clean(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String known = clean.get(name);
    if (known == null) {
      String redacted = Redactor.clean(name, LONGEST);
      known = redacted == null ? "" : Printable.of(redacted);
      if (clean.size() >= MOST) {
        clean.clear();
      }
      clean.put(name, known);
    }
    return known.isEmpty() ? null : known;
  }
}
