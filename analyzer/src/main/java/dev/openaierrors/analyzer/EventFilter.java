package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which errors count: those for which each of these has the event's value, or says nothing.
 *
 * @param services names as the log has them
 * @param kinds the errors' kinds
 * @param models names, with {@code *} for any letters
 * @param loggers whole names, or their begin or end at a dot, with {@code *} for any letters
 * @param level the lowest that counts, as a place in {@link #LEVELS}; -1 for all
 */
record EventFilter(
    Set<String> services,
    Set<ErrorKind> kinds,
    List<String> models,
    List<String> loggers,
    int level) {

  /** What events may have been logged at, the lowest first. */
  static final List<String> LEVELS = List.of("INFO", "WARN", "ERROR");

  /**
   * What options say.
   *
   * @param level null for all
   * @throws UsageError if a word is no kind, or no level
   */
  static EventFilter of(
      List<String> services,
      List<String> kinds,
      List<String> models,
      List<String> loggers,
      @Nullable String level) {
    Set<ErrorKind> chosen = EnumSet.noneOf(ErrorKind.class);
    kinds.forEach(kind -> chosen.add(kind("--kind", kind)));
    return new EventFilter(
        services.stream().map(String::strip).collect(Collectors.toUnmodifiableSet()),
        chosen,
        lower(models),
        lower(loggers),
        level == null ? -1 : level(level));
  }

  /**
   * The kind that a word names.
   *
   * @param also what may be written instead of a kind
   * @throws UsageError if it names none
   */
  static ErrorKind kind(String option, String word, String... also) {
    String id = word.strip();
    ErrorKind kind = ErrorKind.fromId(id.toLowerCase(Locale.ROOT));
    if (kind == null) {
      List<String> all = new ArrayList<>(List.of(also));
      for (ErrorKind one : ErrorKind.values()) {
        all.add(one.id());
      }
      throw new UsageError(
          option
              + ": '"
              + id
              + "' is no kind"
              + NearMiss.of(id, all)
              + "; the kinds are listed by: openai-errors kinds");
    }
    return kind;
  }

  private static int level(String word) {
    String given = word.strip().toUpperCase(Locale.ROOT);
    int level = LEVELS.indexOf(given.equals("WARNING") ? "WARN" : given);
    if (level < 0) {
      throw new UsageError(
          "--level: '"
              + word
              + "' is no level"
              + NearMiss.of(word, LEVELS)
              + "; write INFO, WARN or ERROR (what is below INFO is not read)");
    }
    return level;
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether all events count. */
  boolean isOpen() {
    return kinds.isEmpty()
        && services.isEmpty()
        && models.isEmpty()
        && loggers.isEmpty()
        && level < 0;
  }

  boolean wants(AnalyzedEvent event) {
    return (kinds.isEmpty() || kinds.contains(event.error().kind()))
        && (services.isEmpty() || (event.service() != null && services.contains(event.service())))
        && (models.isEmpty() || isAny(models, event.error().call().model(), false))
        && (loggers.isEmpty() || isAny(loggers, event.logger(), true))
        && (level < 0 || (event.level() != null && LEVELS.indexOf(event.level()) >= level));
  }

  private static boolean isAny(List<String> patterns, @Nullable String name, boolean parts) {
    if (name == null) {
      return false;
    }
    String given = name.toLowerCase(Locale.ROOT);
    for (String pattern : patterns) {
      boolean part = parts && (given.endsWith("." + pattern) || given.startsWith(pattern + "."));
      if (part || matches(pattern, 0, given, 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the name fits a pattern from these places on; patterns are short. */
  private static boolean matches(String pattern, int from, String name, int at) {
    int star = pattern.indexOf('*', from);
    if (star < 0) {
      String rest = pattern.substring(from);
      return from == 0
          ? name.equals(rest)
          : name.length() - at >= rest.length() && name.endsWith(rest);
    }
    String piece = pattern.substring(from, star);
    int found = from == 0 ? (name.startsWith(piece) ? 0 : -1) : name.indexOf(piece, at);
    return found >= 0 && matches(pattern, star + 1, name, found + piece.length());
  }

  /** What is said of a file of which all of these errors are left out. */
  String leftOut(long errors) {
    boolean onlyServices = kinds.isEmpty() && models.isEmpty() && loggers.isEmpty() && level < 0;
    return "Its errors ("
        + errors
        + ") are all "
        + (onlyServices ? "of other services." : "left out, by what was asked for.");
  }
}
