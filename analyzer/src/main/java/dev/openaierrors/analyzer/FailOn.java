package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.error.ErrorKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which errors make the command fail.
 *
 * @param kinds their kinds
 */
record FailOn(Set<ErrorKind> kinds) {

  private static final String ANY = "any";
  private static final String NONE = "none";

  /**
   * What {@code --fail-on} says.
   *
   * @throws UsageError if a word is neither {@code any}, {@code none} nor a kind
   */
  static FailOn parse(String text) {
    Set<ErrorKind> kinds = EnumSet.noneOf(ErrorKind.class);
    for (String word : text.split(",", -1)) {
      switch (word.strip().toLowerCase(Locale.ROOT)) {
        case ANY -> kinds.addAll(EnumSet.allOf(ErrorKind.class));
        case NONE -> {}
        default -> kinds.add(EventFilter.kind("--fail-on", word, ANY, NONE));
      }
    }
    return new FailOn(kinds);
  }

  /** The exit code after this report. */
  int exitCode(ErrorReport report) {
    if (report.incomplete()) {
      return ExitCode.TROUBLE;
    }
    boolean found = report.kinds().stream().anyMatch(kind -> kinds.contains(kind.kind()));
    return found ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
  }
}
