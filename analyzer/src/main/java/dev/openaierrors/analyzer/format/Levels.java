package dev.openaierrors.analyzer.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names that levels have, and which of five each of them means. */
final class Levels {

  private static final int LONGEST = 9;

  private Levels() {}

  /** Reads a level in capitals, up to a blank, a bracket or a colon; false if there is none. */
  static boolean read(Cursor c, Head h) {
    int begin = c.at();
    byte[] bytes = c.bytes();
    int i = begin;
    while (i < c.end() && i - begin <= LONGEST && bytes[i] >= 'A' && bytes[i] <= 'Z') {
      i++;
    }
    if (i - begin < 4 || (i < c.end() && " \t]:|".indexOf(bytes[i]) < 0)) {
      return false;
    }
    h.level = of(c.text(begin, i));
    c.to(i);
    return h.level != null;
  }

  /** Null if it is no level. */
  static @Nullable String of(@Nullable String name) {
    if (name == null || name.length() > LONGEST) {
      return null;
    }
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "TRACE", "FINEST", "FINER" -> "TRACE";
      case "DEBUG", "FINE", "DBG" -> "DEBUG";
      case "INFO", "CONFIG", "NOTICE" -> "INFO";
      case "WARN", "WARNING" -> "WARN";
      case "ERROR", "SEVERE", "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "EMERGENCY", "PANIC" ->
          "ERROR";
      default -> null;
    };
  }

  static boolean isBelowInfo(@Nullable String level) {
    return level != null && (level.equals("DEBUG") || level.equals("TRACE"));
  }

  /** The level of a syslog priority's severity. */
  static String ofSyslog(int severity) {
    return severity <= 3 ? "ERROR" : severity == 4 ? "WARN" : severity <= 6 ? "INFO" : "DEBUG";
  }
}
