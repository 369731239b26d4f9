package dev.openaierrors.analyzer;

import dev.openaierrors.error.Printable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What goes wrong, on standard error: a line each, whatever is in it, and not too many. */
final class Complaints {

  private static final String NAME = "openai-errors";
  private static final int LONGEST = 1000;
  private static final int MOST = 20;

  private Complaints() {}

  /** Tells of one trouble. */
  static void tell(Environment environment, String message) {
    environment.err().println(NAME + ": " + oneLine(message));
  }

  /**
   * Tells of the first troubles of some, and how many more there are.
   *
   * @param all how many there are, of which the messages may be the first only
   * @param more goes on after the number of the others
   */
  static void tell(Environment environment, List<String> messages, long all, String more) {
    int told = Math.min(MOST, messages.size());
    messages.subList(0, told).forEach(message -> tell(environment, message));
    if (all > told) {
      tell(environment, "and " + String.format(Locale.ROOT, "%,d", all - told) + " " + more);
    }
  }

  /** Tells of a mistake of ours. */
  static void mistake(Environment environment, Throwable e) {
    tell(
        environment,
        e instanceof OutOfMemoryError
            ? "this takes more memory than there is; try it with JAVA_OPTS=-Xmx512m"
            : "this is a mistake in " + NAME + ", please report it: " + e);
  }

  static String oneLine(@Nullable String message) {
    if (message == null) {
      return "";
    }
    StringBuilder line = new StringBuilder();
    boolean broken = false;
    for (int i = 0; i < message.length() && line.length() < LONGEST; i++) {
      char c = message.charAt(i);
      if (c == '\n' || c == '\r') {
        broken = true;
      } else if (!broken || !Character.isWhitespace(c)) {
        line.append(broken ? " " : "").append(c);
        broken = false;
      }
    }
    String more = line.length() < LONGEST ? "" : "\u2026";
    return Printable.of(line.toString().strip()) + more;
  }
}
