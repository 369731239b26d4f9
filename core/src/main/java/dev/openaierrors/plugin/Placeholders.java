package dev.openaierrors.plugin;

import org.jspecify.annotations.Nullable;

/** The places for arguments in a message's pattern, the same in SLF4J, Logback and Log4j2. */
public final class Placeholders {

  private static final String PLACE = "{}";

  private Placeholders() {}

  /** Number of {@code {}} in the pattern; none in null. */
  public static int count(@Nullable String pattern) {
    if (pattern == null) {
      return 0;
    }
    int count = 0;
    int at = pattern.indexOf(PLACE);
    while (at >= 0) {
      count++;
      at = pattern.indexOf(PLACE, at + PLACE.length());
    }
    return count;
  }
}
