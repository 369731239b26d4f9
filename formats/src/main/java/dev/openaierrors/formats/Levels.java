package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** The names that levels have, and which of five each of them means. */
final class Levels {

  static final String INFO = "INFO";

  private static final int LONGEST = 9;

  /** The five, each with what else it is called. */
  private static final String[][] LEVELS = {
    {INFO, "CONFIG", "NOTICE", "INF"},
    {"DEBUG", "FINE", "DBG"},
    {"WARN", "WARNING", "WRN"},
    {"ERROR", "SEVERE", "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "EMERGENCY", "PANIC", "ERR"},
    {"TRACE", "FINEST", "FINER", "TRC"}
  };

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
    h.level = of(c, i - begin);
    c.to(i);
    return h.level != null;
  }

  private static @Nullable String of(Cursor c, int length) {
    for (String[] level : LEVELS) {
      for (String name : level) {
        if (name.length() == length && c.startsWith(name)) {
          return level[0];
        }
      }
    }
    return null;
  }

  /** Null if it is no level. */
  static @Nullable String of(@Nullable String name) {
    for (String[] level : LEVELS) {
      for (String one : level) {
        if (one.equalsIgnoreCase(name)) {
          return level[0];
        }
      }
    }
    return null;
  }

  /** What one letter in capitals stands for; null if it is none. */
  static @Nullable String ofLetter(int letter) {
    return switch (letter) {
      case 'I' -> INFO;
      case 'W' -> "WARN";
      case 'E', 'F', 'A', 'C' -> "ERROR";
      case 'D' -> "DEBUG";
      case 'V', 'T' -> "TRACE";
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
